import type { Span } from '../../article/span.js';
import { type Annotation, tokensWithin } from '../../language/annotation.js';
import type { Token } from '../../language/token.js';
import { wordsOf } from '../../lexicon/words.js';

/** Nouns, in the plural, for what is written down or counted up: what such things say, nobody in particular says. */
const WRITINGS: ReadonlySet<string> = new Set(wordsOf('saying', 'writings'));

/** What tells whose or which ones they are: then the mention names a source that a reader could look up. */
const TELLING = new Set(['DET', 'PRON', 'NUM', 'PROPN']);

/**
 * Whether the mention of a source is bare writings ("reports", "leaked court documents") and neither a person nor a
 * source of its own: a plural common noun for something written, without a determiner, a number, an owner or a name.
 *
 * Gets wrong: newspapers that are spoken of as people ("papers were furious").
 */
export function isWritings(annotation: Annotation, mention: Span): boolean {
  const own = tokensWithin(annotation, mention);
  const tie = own.findIndex(({ pos, norm }) => pos === 'ADP' || norm === ',');
  const phrase = tie === -1 ? own : own.slice(0, tie);
  const head = phrase.at(-1);
  return head?.pos === 'NOUN' && WRITINGS.has(head.norm) && !phrase.some(isTelling);
}

function isTelling({ pos, norm }: Token): boolean {
  return TELLING.has(pos) || norm === "'s" || norm === "'";
}
