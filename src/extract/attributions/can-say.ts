import { textAt } from '../../article/article.js';
import { type Annotation, tokensWithin } from '../../language/annotation.js';
import { stemWord } from '../../language/stem.js';
import { wordsOf } from '../../lexicon/words.js';
import type { Attribution, Speaker } from '../attribution.js';
import { isGroupNoun } from '../people/group-nouns.js';
import { bareWord } from '../people/name-span.js';
import { isPersonNoun } from '../people/titles.js';

/** What stands for a thing, for the reader or for whoever writes, if nothing tells whom else it means. */
const NOBODY_KNOWN =
  /^(?:i|it|you|we|us|this|that|these|those|there|which|who|whom|what|whatever|whoever|others?)$/iu;
/** Pronouns that mean people also where it stays open which. */
const PEOPLE = /^(?:he|she|they|one|some|many|most|several|both|all|everybody|everyone|somebody|someone)$/iu;

const BODIES: ReadonlySet<string> = new Set(wordsOf('people', 'bodies'));
const WRITINGS: ReadonlySet<string> = new Set(
  wordsOf('saying', 'writings').flatMap((word) => [word, word.replace(/ies$/u, 'y').replace(/s$/u, '')]),
);

/**
 * Whether what an article reports in its own words has a source that can say it: with a verb that tells ("said", "according to") whatever is no mere
 * number; with another ("showed", "remembers") only somebody or a body of people, named or described, or something written. A label before a colon
 * ("Trains: nothing runs", "Ranger: range increased") must be a person or an organisation of the article, or tell somebody in more than a word.
 *
 * Gets wrong: bodies whose noun is in no list ("the orchestra feared").
 */
export function canSay(annotation: Annotation, { speaker, cue, content: [first] }: Attribution): boolean {
  if (speaker === null || cue === null) return true;
  const kind = speaker.entity?.kind ?? null;
  const isLabel = textAt(annotation.article, cue) === ':';
  // "Wenlow: pensioner foils swindlers" is a heading, though somebody may be named like that.
  const isLower = first !== undefined && /^\p{Ll}/u.test(textAt(annotation.article, first));
  const isOnce = speaker.entity?.mentions.length === 1;
  // "Archer: Range increased" is a line of a list, though somebody may be named like that.
  const isHeading = isLabel && isOnce && (isLower || !/\s/u.test(speaker.entity?.name ?? ''));
  if ((kind === 'person' || kind === 'organisation') && !isHeading) return true;
  const words = textAt(annotation.article, speaker).trim();
  const own = tokensWithin(annotation, speaker);
  const isSomebody = own.some(
    ({ norm, pos }) => /^(?:NOUN|PROPN|ADJ)$/u.test(pos) && isPerson(bareWord(norm)),
  );
  if (isLabel) return isSomebody && own.length > 1;
  const [verb] = tokensWithin(annotation, cue);
  const isTelling = verb !== undefined && (verb.norm === 'according' || tellingStems().has(verb.stem));
  if (NOBODY_KNOWN.test(words)) return isTelling || (kind !== null && kind !== 'other');
  if (PEOPLE.test(words) || isSomebody || kind === 'place') return true;
  if (own[0]?.pos === 'NUM') return false;
  if (isTelling) return true;
  return own.some(({ norm, pos, start }) =>
    pos === 'NOUN' ? isBody(bareWord(norm)) : pos === 'PROPN' && start > speaker.start,
  );
}

/** Whether a source is a word that stands for a thing or for who writes or reads, so that a reader would not learn from it who said what. */
export function isNobodyKnown({ name, entity }: Speaker): boolean {
  return entity === null && NOBODY_KNOWN.test(name);
}

let telling: ReadonlySet<string> | undefined;

function tellingStems(): ReadonlySet<string> {
  telling ??= new Set(wordsOf('saying', 'claiming').map(stemWord));
  return telling;
}

function isPerson(noun: string): boolean {
  return isPersonNoun(noun) || isPersonNoun(singular(noun));
}

function isBody(noun: string): boolean {
  return [noun, singular(noun)].some((form) => isGroupNoun(form) || BODIES.has(form) || WRITINGS.has(form));
}

function singular(noun: string): string {
  return noun.endsWith('men')
    ? `${noun.slice(0, -2)}an`
    : noun.replace(/ies$/u, 'y').replace(/(?<=[^s])s$/u, '');
}
