import type { Span } from '../../article/span.js';
import type { Token } from '../../language/token.js';
import { wordsOf } from '../../lexicon/words.js';

const HEDGES = new Set(wordsOf('numbers', 'hedges'));
const MODALS = new Set('may might could'.split(' '));
const RUMOURS =
  /\b(?:(?:is|are|was|were|been) (?:said|believed|thought|understood|reported|estimated|expected|rumou?red|alleged|likely|feared|projected|forecast) to|(?:appear|seem)s?(?:ed)? to|reports (?:have |had )?(?:surfaced|emerged|circulated|suggest(?:ed)?|indicate[ds]?|claim(?:ed)?))\b/giu;
/** Where one clause ends and another begins, between which a hedge does not reach. */
const CLAUSE_EDGE =
  /[;:\u2014]|,\s(?=(?:and|but|or|while|when|which|who|whose|where|although|though|because|since|as|after|before|until|if|unless|whereas|so|then|\p{L}+ing)\b)|\s(?=(?:when|while|although|because|whereas)\s)/giu;

/**
 * The words that make a value less than certain ("reportedly", "may", "is believed to"), within the clause of the
 * value, in order; none for a flat statement.
 *
 * Gets wrong: a hedge on a noun of the clause other than the value's ("the alleged thief, 34").
 */
export function findHedges(text: string, sentence: Span, tokens: readonly Token[], value: Span): Span[] {
  const clause = clauseAround(text, sentence, value);
  const words = tokens.filter(
    ({ start, end, norm, pos }) =>
      start >= clause.start && end <= clause.end && (HEDGES.has(norm) || (MODALS.has(norm) && pos === 'AUX')),
  );
  const phrases = Array.from(text.slice(clause.start, clause.end).matchAll(RUMOURS), (match) => ({
    start: clause.start + match.index,
    end: clause.start + match.index + match[0].length,
  }));
  return [
    ...words
      .filter((word) => !phrases.some((phrase) => word.start >= phrase.start && word.end <= phrase.end))
      .map(({ start, end }) => ({ start, end })),
    ...phrases,
  ].sort((a, b) => a.start - b.start);
}

function clauseAround(text: string, sentence: Span, value: Span): Span {
  let { start, end } = sentence;
  for (const edge of text.slice(sentence.start, sentence.end).matchAll(CLAUSE_EDGE)) {
    const at = sentence.start + edge.index;
    if (at < value.start) start = at;
    else if (at >= value.end) {
      end = at;
      break;
    }
  }
  return { start, end };
}
