import { textAt } from '../../article/article.js';
import type { Annotation } from '../../language/annotation.js';
import type { Speaker } from '../attribution.js';
import type { Entity } from '../entity.js';
import { firstNamed } from './interview.js';
import type { QuotedSpeech } from './quoted-speech.js';

/** Questions with an answer that make an interview. */
const FEWEST_ANSWERS = 3;
/** Words of a question at most; what is longer is a story between two answers. */
const LONGEST_QUESTION = 40;
const QUOTED = /^["\u201c\u2018'\u00ab\u201e]/u;

/**
 * Who answers in an article whose paragraphs are by turns a question and quoted words without a name, or both in one: whoever is named first, by
 * first name and surname, before the first question. The answer is null if it is not such an article, and for other quoted words.
 *
 * Gets wrong: an interview of two people, and one whose first lines name somebody else first.
 */
export function findAnswerer(
  { article }: Annotation,
  speech: readonly QuotedSpeech[],
  entities: readonly Entity[],
): (said: QuotedSpeech) => Speaker | null {
  const nobody = (): null => null;
  const textBefore = ({ parts: [first] }: QuotedSpeech): string | null => {
    const own = first === undefined ? undefined : article.paragraphs[first.paragraph - 1];
    const before = first === undefined ? undefined : article.paragraphs[first.paragraph - 2];
    if (first === undefined || own === undefined) return null;
    if (own.start !== first.start) return ownQuestion(article.text.slice(own.start, first.start));
    if (before === undefined) return null;
    const text = textAt(article, before).trim();
    const words = text.match(/\S+/gu)?.length ?? 0;
    return QUOTED.test(text) || words > LONGEST_QUESTION ? null : text;
  };
  const isOpen = (said: QuotedSpeech): boolean => said.cue === null && said.leadIn === null;
  const answers = speech.filter((said) => isOpen(said) && textBefore(said)?.endsWith('?') === true);
  const [first] = answers;
  if (first === undefined || answers.length < FEWEST_ANSWERS) return nobody;
  const start = first.parts[0]?.start ?? 0;
  const entity = firstNamed(entities, start);
  const mention = entity?.mentions.find(({ kind }) => kind === 'name');
  if (entity === null || mention === undefined) return nobody;
  const speaker = { start: mention.start, end: mention.end, name: entity.name, entity, behalf: null };
  return (said) => (isOpen(said) && textBefore(said) !== null ? speaker : null);
}

/** "And the worst night? “The flood.”": what is put to somebody, in front of the answer in its own paragraph; null if it tells of others. */
function ownQuestion(before: string): string | null {
  const text = before.trim();
  const words = text.match(/\S+/gu)?.length ?? 0;
  const isPut = text.endsWith('?') || /\byou(?:r|rs|rself)?\b/iu.test(text);
  return isPut && words <= LONGEST_QUESTION ? text : null;
}
