import type { Span } from '../../article/span.js';
import type { Annotation } from '../../language/annotation.js';
import type { Attribution, Attributions } from '../attribution.js';
import { contextsOf, type MarkedContext } from './marked-context.js';
import { findMarkedSpans } from './quotation-marks.js';

/** Words from which what is in marks may be speech: fewer are a title, a slogan or a term. */
const FEWEST_WORDS = 4;

/** What ends a sentence or a clause inside the marks, in any script. */
const ENDS_INSIDE = /[.,?!\u2026\u3002\uff01\uff1f\uff0c\u060c\u061f\u06d4\u0964\u2014\u2013-]\s*$/u;
/** A colon leads up to speech; so does the beginning of a paragraph or a sentence. */
const LEADS_UP = /(?:^|[:\uff1a.?!\u2026\u3002\uff01\uff1f\u061f])\s*[\u2014\u2013-]?\s*$/u;
/** What follows speech: a comma or a dash before who said it, the end of the sentence, the Japanese particle of quoting. */
const FOLLOWS = /^\s*(?:[.,;\u3002\uff0c\u060c\u2014\u2013-]|\u3068|\u3063\u3066|$)/u;

/** A comma and a word without a capital behind what is no more than a word or two: “Komm”, sagte sie. */
const BEFORE_INQUIT = /^,\s\p{Ll}/u;

/**
 * What is in quotation marks, sorted into speech and terms in any language, by the marks and what is beside them alone: speech is
 * what a dash opens in dialogue, or at least four words, and either a sentence's end inside the marks, a colon or a sentence's beginning before them, or the Japanese
 * particle of quoting behind. Who says it is not told, and nothing is reported without marks.
 *
 * Gets wrong: a title of four words or more that opens a sentence and is followed by a comma counts as speech.
 */
export function findQuotationsByMarks(annotation: Annotation): Attributions {
  const attributions: Attribution[] = [];
  const terms: Span[] = [];
  for (const context of contextsOf(annotation, findMarkedSpans(annotation.article))) {
    const { start, end } = context.marked;
    if (!isSpeech(annotation, context)) terms.push({ start, end });
    else attributions.push({ kind: 'direct', content: [{ start, end }], cue: null, speaker: null });
  }
  return { attributions, terms };
}

function isSpeech({ tokens }: Annotation, { marked, inner, before, after }: MarkedContext): boolean {
  const words = tokens.filter(
    ({ start, end, isWord }) => isWord && start >= marked.start && end <= marked.end,
  );
  if (marked.isDashed === true) return true;
  if (words.length < FEWEST_WORDS) return LEADS_UP.test(before) && BEFORE_INQUIT.test(after);
  if (ENDS_INSIDE.test(inner) || /^\s*(?:\u3068|\u3063\u3066)/u.test(after)) return true;
  return LEADS_UP.test(before) && FOLLOWS.test(after);
}
