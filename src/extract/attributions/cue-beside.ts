import type { Span } from '../../article/span.js';
import type { Annotation } from '../../language/annotation.js';
import { nounPhraseFrom } from '../grammar/noun-phrase.js';
import { firstTokenAt } from '../grammar/token-range.js';
import { followingCue, signature } from './following-cue.js';
import { clauseCue, leadingCue } from './leading-cue.js';
import { type MarkedContext, sentencePlaceAt } from './marked-context.js';
import type { SpeechCue } from './speech-cue.js';

const STOPS_INSIDE = /\.['\u2019\])]?\s*$/u;
const ELLIPSIS_INSIDE = /(?:\.\s?\.\s?\.|\u2026)\s*$/u;
const COMMA_INSIDE = /[,\u2014\u2013-]['\u2019]?\s*$/u;
const ASKED_INSIDE = /[?!]['\u2019]?\s*$/u;
/** "“…” Minna Falk, Sund": a name and where it is from are all that is behind a letter. */
const NAME_ALONE =
  /^\s+\p{Lu}[\p{L}.'\u2019-]+(?:\s\p{Lu}[\p{L}.'\u2019-]+){1,3}(?:,\s\p{Lu}[\p{L}\s'\u2019-]{1,30})?\.?\s*$/u;
/** Tokens of such a name at most. */
const LONGEST_SIGNATURE = 4;
/** Words of a line that leads up to what is said in the next paragraph, at most. */
const LONGEST_LEAD_IN = 20;

/** The cue that follows marked words in their sentence, which does not follow a full stop inside the marks unless it goes on in small letters. */
export function cueAfter(
  { tokens }: Annotation,
  { tail, inner, after }: MarkedContext,
): SpeechCue | undefined {
  if (tail.end <= tail.first) return undefined;
  const isStopped = STOPS_INSIDE.test(inner) && !ELLIPSIS_INSIDE.test(inner);
  if (isStopped && !/^\s*(?:,|\p{Ll})/u.test(after)) return undefined;
  const isAsked = ASKED_INSIDE.test(inner) && /^\s*\p{Ll}/u.test(after);
  return followingCue(tokens, tail.first, tail.end, COMMA_INSIDE.test(inner), isAsked);
}

/** The cue that leads up to marked words: a signature, the line before that ends in a colon, or the words before them in their sentence. */
export function cueBefore(annotation: Annotation, context: MarkedContext): SpeechCue | undefined {
  const { tokens, article } = annotation;
  const { lead, before, marked } = context;
  const signature = signatureAfter(annotation, context);
  if (signature !== undefined) return signature;
  if (before.trim() === '' && !context.isLater) {
    const previous = article.paragraphs[marked.paragraph - 2];
    if (previous === undefined || !/:\s*$/u.test(article.text.slice(previous.start, previous.end)))
      return undefined;
    const range = annotation.sentenceTokens[previous.endSentence - 1];
    return range === undefined
      ? undefined
      : (leadingCue(tokens, range.first, range.end) ?? clauseCue(tokens, range.first, range.end));
  }
  if (/:\s*$/u.test(before)) {
    const sentence = sentencePlaceAt(
      article.sentences,
      marked.start - (before.length - before.trimEnd().length) - 1,
    );
    const range = annotation.sentenceTokens[sentence];
    if (range === undefined) return undefined;
    const first = Math.max(range.first, firstTokenAt(tokens, marked.start - before.length));
    return leadingCue(tokens, first, lead.end) ?? clauseCue(tokens, first, lead.end);
  }
  return lead.end > lead.first ? leadingCue(tokens, lead.first, lead.end) : undefined;
}

/** "— Bernie Sanders" right after the quotation, or alone in the next paragraph. */
function signatureAfter(
  { article, tokens, sentenceTokens }: Annotation,
  { after, marked, tail, inner }: MarkedContext,
): SpeechCue | undefined {
  if (/[.?!]['\u2019]?\s*$/u.test(inner) && NAME_ALONE.test(after)) {
    const first = firstTokenAt(tokens, marked.end);
    const speaker = nounPhraseFrom(tokens, first, first + LONGEST_SIGNATURE);
    return speaker === undefined ? undefined : { cue: null, speaker };
  }
  if (tail.end > tail.first) return signature(tokens, tail.first, tail.end);
  const next = article.paragraphs[marked.paragraph];
  const range = next === undefined ? undefined : sentenceTokens[next.firstSentence];
  if (after.trim() !== '' || next === undefined || range === undefined) return undefined;
  return next.endSentence - next.firstSentence === 1 ? signature(tokens, range.first, range.end) : undefined;
}

/** The short line that ends in a colon right before quoted words: the paragraph before, or the rest of their own. */
export function leadInOf({ article }: Annotation, { marked, before, isLater }: MarkedContext): Span | null {
  const previous = article.paragraphs[marked.paragraph - 2];
  const isOwn = /:\s*$/u.test(before);
  const span = isOwn ? { start: marked.start - before.length, end: marked.start } : previous;
  if (span === undefined || (!isOwn && (isLater || before.trim() !== ''))) return null;
  const text = article.text.slice(span.start, span.end);
  const words = text.match(/\S+/gu)?.length ?? 0;
  return /:\s*$/u.test(text) && words <= LONGEST_LEAD_IN ? { start: span.start, end: span.end } : null;
}
