import { wordsOf } from '../lexicon/words.js';
import { endsSentence, firstWordOf, isOpener, opensSentence } from './abbreviation-ends.js';
import { segmenterOf } from './segment-text.js';
import { type Span, trimParts } from './span.js';

/** Words that end in a full stop inside a sentence, nearly always before a name or a number. */
const BEFORE_NAMES = new Set(wordsOf('sentences', 'beforeNames'));

/** Abbreviations before a number; elsewhere they are words as others, which may end a sentence (“a work of art.”, “She said no.”). */
const BEFORE_NUMBERS = new Set(wordsOf('sentences', 'beforeNumbers'));

/** Abbreviations that may as well end a sentence: only a following sentence opener decides. */
const ANYWHERE = new Set(wordsOf('sentences', 'anywhere'));

/** What may close a sentence after its full stop: quotation marks and brackets. */
const CLOSERS = '[\\u201d\\u2019"\'\\u00bb\\u203a)\\]]*';
const ENDS_WITH_STOP = new RegExp(
  `((?<![\\p{L}\\p{N}])\\p{L}[\\p{L}\\p{M}.'\\u2019-]*|(?<=\\p{N})\\p{L}{1,3}|\\p{N}[\\p{N}.,]*)\\.${CLOSERS}\\s*$`,
  'u',
);
const ENDS_WITH_MARK = new RegExp(`[.!?\\u2026\\u3002\\uff01\\uff1f]${CLOSERS}\\s*$`, 'u');
const REFERENCE_MARK = /(?<=[.!?]["\u201d\u2019')\]]*)(?:\[\p{N}{1,3}\])+/gu;
const OPENS_WITH_NUMBER = /^[\p{P}\p{S}\s]*(?:\p{N}|[IVXLCDM]+\b)/u;
/** Inside a name or a title: no sentence begins so (“Com. & Adm. Hall”). */
const GOES_ON = /^\s*[&+=/]/u;
const OPENS_LOWER = /^[\s\u2014\u2013-]*\p{Ll}/u;

/** Characters looked at on either side of a boundary: more than any word with its marks, and no more, so that a paragraph of a megabyte is read in its length's time. */
const LOOK = 120;

/**
 * The sentences of one paragraph, without the white space around them, in order; none for a blank one.
 *
 * Unicode's sentence rules (UAX 29, as `Intl.Segmenter` has them), mended where news prose breaks
 * them: titles, initials, abbreviations, "U.S.", numbered items, and a quotation's question mark
 * followed by its cue (“Why?” he asked). A paragraph's text may hold line breaks.
 *
 * Gets wrong: a sentence that ends in an abbreviation and is followed by a name ("… in the U.S.
 * Trump said …" stays one sentence), and one that ends in "no" or "art" and is followed by a number ("She said no. 40 men
 * left").
 */
export function splitSentences(text: string, paragraph: Span, language: string): Span[] {
  const sentences: Span[] = [];
  const body = maskMarks(text.slice(paragraph.start, paragraph.end));
  let start = 0;
  let end = 0;
  for (const { index, length } of findSegments(body, segmenterOf(language, 'sentence'))) {
    const before = body.slice(Math.max(start, end - LOOK), end);
    if (end > start && isBoundary(before, body.slice(index, index + LOOK))) {
      sentences.push({ start, end });
      start = index;
    }
    end = index + length;
  }
  if (end > start) sentences.push({ start, end });
  return trimParts(text, paragraph, sentences);
}

/** Characters segmented at a time: the segmenter's time grows with the square of what it is given. */
const WINDOW = 4_000;

/** What Unicode's rules part a text into, found a window at a time; the last segment of a window may go on, so it is read again. */
function* findSegments(
  body: string,
  segmenter: Intl.Segmenter,
): Generator<{ index: number; length: number }> {
  let at = 0;
  let size = WINDOW;
  while (at < body.length) {
    const isEnd = at + size >= body.length;
    const found = Array.from(segmenter.segment(body.slice(at, at + size)), ({ segment, index }) => ({
      index: at + index,
      length: segment.length,
    }));
    yield* isEnd ? found : found.slice(0, -1);
    if (isEnd) return;
    const next = found.at(-1)?.index ?? at;
    size = next === at ? size * 2 : WINDOW;
    at = next;
  }
}

/**
 * UAX 29 ends a sentence at every line break, but inside a paragraph a break is only a wrapped line;
 * and a reference mark after a full stop ("1805.[6]") belongs to the sentence before it. Keeps every offset.
 */
function maskMarks(body: string): string {
  return body
    .replace(/[\n\r\u2028\u2029\u0085]/gu, ' ')
    .replace(REFERENCE_MARK, (mark) => ')'.repeat(mark.length));
}

function isBoundary(before: string, after: string): boolean {
  if (!ENDS_WITH_MARK.test(before)) return false;
  if (OPENS_LOWER.test(after) || GOES_ON.test(after)) return false;
  const stop = ENDS_WITH_STOP.exec(before);
  if (stop === null) return true;
  const word = (stop[1] ?? '').toLowerCase();
  const surroundings = {
    word,
    before: before.slice(0, stop.index).trimEnd(),
    after: after.replace(/^[\p{P}\p{S}\s]+/u, ''),
  };
  // "31st.", "12ft.": written behind its number.
  if (/\p{N}$/u.test(before.slice(0, stop.index))) return true;
  const isEnd = endsSentence(surroundings);
  if (isEnd !== null) return isEnd;
  if (BEFORE_NAMES.has(word)) return false;
  if (BEFORE_NUMBERS.has(word)) return !OPENS_WITH_NUMBER.test(after);
  if (isListNumber(before)) return false;
  if (isInitial(word)) return isOpener(firstWordOf(surroundings.after));
  return !ANYWHERE.has(word) || opensSentence(surroundings);
}

/** "J", "U.S", "a.m": letters with full stops between. */
function isInitial(word: string): boolean {
  return /^(?:\p{L}\.)*\p{L}$/u.test(word);
}

/** "1." or "No. 12." alone at the start of an item. */
function isListNumber(before: string): boolean {
  return /^\s*(?:\p{N}{1,3}|\p{L})\.\s*$/u.test(before);
}
