import { isWithin, type Span } from '../../article/span.js';
import type { Annotation } from '../../language/annotation.js';
import { stemWord } from '../../language/stem.js';
import { wordsOf } from '../../lexicon/words.js';
import type { Entity } from '../entity.js';
import { firstTokenAt, sentenceOfToken } from '../grammar/token-range.js';

/** Verbs whose object does what follows: "Reed asked Vance to share what he had". */
const OBJECT_ACTS: ReadonlySet<string> = new Set(wordsOf('people', 'objectActs').map(stemWord));

/** Words between the verb that goes on and the pronoun at most: "to share what he". */
const MOST_BETWEEN = 4;

/**
 * Whether a pronoun is in what somebody does who is named before it in its sentence, though another is named in between as whom it is done to:
 * "when Reed called Vance to share what he described as “…”", "Reed met Vance and gave what he called “…”".
 *
 * Gets wrong: a verb that is not listed whose object acts.
 */
export function isCarriedTo(
  { article, tokens, sentenceTokens }: Annotation,
  person: Entity,
  others: readonly Entity[],
  place: number,
): boolean {
  const at = firstTokenAt(tokens, place);
  const index = sentenceOfToken({ article, tokens, sentenceTokens }, at);
  const sentence = article.sentences[index];
  if (sentence === undefined) return false;
  const before = { start: sentence.start, end: place };
  const named = person.mentions.findLast((mention) => mention.kind === 'name' && isWithin(mention, before));
  if (named === undefined) return false;
  const verb = firstTokenAt(tokens, named.end);
  if (tokens[verb]?.pos !== 'VERB' || OBJECT_ACTS.has(tokens[verb]?.stem ?? '')) return false;
  const object = others
    .flatMap(({ mentions }) => mentions)
    .find(isRightBehind(tokens[verb]?.end ?? 0, article.text));
  if (object === undefined) return false;
  const link = firstTokenAt(tokens, object.end);
  return (
    /^(?:to|and)$/u.test(tokens[link]?.norm ?? '') &&
    tokens[link + 1]?.pos === 'VERB' &&
    at - (link + 1) <= MOST_BETWEEN
  );
}

/** Whether a name follows a place with nothing but a space or a title between. */
function isRightBehind(place: number, text: string): (name: Span) => boolean {
  return ({ start }) =>
    start > place && /^\s(?:Mr\.?\s|Ms\.?\s|Mrs\.?\s|Dr\.?\s)?$/u.test(text.slice(place, start));
}
