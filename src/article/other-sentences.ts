import { abbreviationsOf, hasOrdinalStops } from './abbreviations.js';
import { segmenterOf, segmentText } from './segment-text.js';
import { type Span, trimParts } from './span.js';

/** What may close a sentence after its mark: quotation marks and brackets of any script. */
const CLOSERS = '[\\p{Pe}\\p{Pf}"\'\\u201c\\u00ab\\u2018]*';
const ENDS_WITH_STOP = new RegExp(`([\\p{L}\\p{M}\\p{N}.'\\u2019]+)\\.${CLOSERS}\\s*$`, 'u');
const OPENS_LOWER = /^[\s\u2014\u2013-]*\p{Ll}/u;
const OPENS_CLOSING = /^\s*[\p{Pe}\p{Pf}]/u;
/** A mark that closes in most languages opens behind white space and right before a word: »…« in German, ”…” in Swedish. */
const OPENS_QUOTATION = /^\p{Pf}(?=[\p{L}\p{N}\u2026])/u;
/** Where one sentence surely ends or a long text may be parted all the same: white space after a stop, a full-width stop. */
const SENTENCE_GAP = /[.!?\u2026\u061f\u06d4\u0964]\s+|[\u3002\uff01\uff1f](?![\p{Pe}\p{Pf}\u201c\u2018])/gu;
const LINE_BREAK = /[\n\r\u2028\u2029\u0085]/gu;

/** Code units before a boundary that are looked at for an abbreviation: longer than the longest word with its marks. */
const LOOKED_BACK = 60;

/** An initial or letters with full stops between: "J", "z. B" gives "B", "т.д". */
const INITIAL = /^(?:\p{L}\p{M}*\.)*\p{L}\p{M}*$/u;
const SHORT_NUMBER = /^\p{N}{1,2}$/u;

/** Nouns that are told apart by a letter ("Vitamin C"), which is then no initial, in the languages of the abbreviations. */
const LETTERED =
  /(?:^|[\s(])(?:vit[aá]min\p{L}*|plan[oeu]?|h[eé]patit\p{L}*|gr[ou]\p{L}?pp?[aeo]|[kc]l?lass?[aeo]|t[iy]p[eo]?|terminal\p{L}*|blo(?:ck|que|co|c|cco|k)|zon[ae]|lini[ea]|l[ií]n[eh]a|ligne|gleis|tor|puerta|port[ae]|seri[ea]|s[eé]rie|витамин\p{L}*|план\p{L}*|гепатит\p{L}*|групп\p{L}*|класс\p{L}*|тип\p{L}*|терминал\p{L}*|блок\p{L}*|зон\p{L}*|лини\p{L}*)\s$/iu;
/** What a number counts, shortened: before a capital it ends a sentence. Sums are left out, behind which a currency's name may follow. */
const UNITS = new Set('руб км кг см м чел грн zł kr km kg m std min'.split(' '));
const BEHIND_NUMBER = /\p{N}\s?$/u;

/** Marks that hold what is said in one sentence in Chinese and Japanese, each with the one that closes it. */
const CORNERS: ReadonlyMap<string, string> = new Map([
  ['\u300c', '\u300d'],
  ['\u300e', '\u300f'],
]);

/** UAX 29 gives an opening mark right after a full-width stop to the sentence before it. */
const OPENS_AT_END = /(?<=[\u3002\uff01\uff1f])[\p{Ps}\p{Pi}]+$/u;
/** What a Japanese sentence says of what is in marks goes on in small letters: 「…」と. */
const GOES_ON = /[\u300d\u300f]\s*$/u;
const OPENS_KANA = /^\s*\p{Script=Hiragana}/u;

/** Code units a sentence may grow to while a corner mark stays open: longer than most, shorter than a page whose mark was never closed. */
const LONGEST_HELD = 400;

/**
 * The sentences of one paragraph in any language without rules of its own, without the white space around them, in order; none for a blank one.
 *
 * Unicode's sentence rules (UAX 29, as `Intl.Segmenter` has them for the language), mended where they break: at the
 * language's abbreviations, at initials, at numbers that count ("3. März"), before a small letter, and inside 「…」.
 *
 * Gets wrong: a sentence that ends in a short number in German and its like ("Sie wurde 90. Dann …" stays one sentence).
 */
export function splitOtherSentences(text: string, paragraph: Span, language: string): Span[] {
  const sentences: Span[] = [];
  const body = text.slice(paragraph.start, paragraph.end).replace(LINE_BREAK, ' ');
  let start = 0;
  let end = 0;
  for (const { segment, index } of segmentText(segmenterOf(language, 'sentence'), body, SENTENCE_GAP)) {
    const opened = OPENS_AT_END.exec(body.slice(Math.max(start, end - LOOKED_BACK), end))?.[0].length ?? 0;
    const boundary = end - opened;
    const next = index + segment.length;
    if (boundary > start && isBoundary(body.slice(start, boundary), body.slice(boundary, next), language)) {
      sentences.push({ start, end: boundary });
      start = boundary;
    }
    end = next;
  }
  if (end > start) sentences.push({ start, end });
  return trimParts(text, paragraph, sentences);
}

function isBoundary(before: string, after: string, language: string): boolean {
  const isQuotation = /\s$/u.test(before) && OPENS_QUOTATION.test(after);
  if (OPENS_LOWER.test(after) || (OPENS_CLOSING.test(after) && !isQuotation)) return false;
  if (before.length < LONGEST_HELD && isInCorners(before)) return false;
  if (GOES_ON.test(before.slice(-LOOKED_BACK)) && OPENS_KANA.test(after)) return false;
  const looked = before.slice(-LOOKED_BACK);
  const stop = ENDS_WITH_STOP.exec(looked);
  const word = stop?.[1];
  if (stop === null || word === undefined) return true;
  const leading = looked.slice(0, stop.index);
  if (INITIAL.test(word) && word === word.toUpperCase() && word !== word.toLowerCase()) {
    return LETTERED.test(leading);
  }
  if (UNITS.has(word.toLowerCase()) && BEHIND_NUMBER.test(leading)) return true;
  if (SHORT_NUMBER.test(word)) return !hasOrdinalStops(language) && !/^\s*\p{N}{1,2}\.\s*$/u.test(before);
  return !abbreviationsOf(language).has(word.toLowerCase());
}

function isInCorners(before: string): boolean {
  for (const [opening, closing] of CORNERS) {
    if (before.lastIndexOf(opening) > before.lastIndexOf(closing)) return true;
  }
  return false;
}
