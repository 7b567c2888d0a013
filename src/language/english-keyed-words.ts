import { americanSpelling } from './american-spelling.js';
import { regularForm } from './irregular-forms.js';
import { joinWholes, type KeyedWord } from './keyed-word.js';
import { normalise } from './normalise.js';
import { fullCalendarName, numberForm } from './number-forms.js';
import { stemWord } from './stem.js';
import { isStopWord } from './stop-words.js';
import { unitWords } from './unit-words.js';

/** Stands inside words and is not seen: soft hyphens, zero-width spaces and joiners. */
const UNSEEN = '\\u00ad\\u200b-\\u200d\\u2060\\ufeff';
const WORD = new RegExp(
  `per[ \\u00a0]cent(?!\\p{L})|%|[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}${UNSEEN}]*(?:[.'\\u2019,:/\\u2010\\u2011-][\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}${UNSEEN}]*)*\\.?`,
  'giu',
);
const UNSEEN_ONE = new RegExp(`[${UNSEEN}]`, 'u');
const UNSEEN_ONES = new RegExp(`[${UNSEEN}]`, 'gu');
const DOTTED = /^(?:\p{L}\.)+\p{L}?\.?$/u;
const CAPITALS = /^\p{Lu}{2,5}s?$/u;
const IS_PLAIN = /^[a-z]+$/iu;
const POSSESSIVE = /['\u2019]s?$/u;
/** A part of a hyphenated word, or of a number with its unit written behind it ("12ft"; not "12th", "1990s"). */
const PARTS = /\d[\d.,:]*(?=(?!(?:st|nd|rd|th|s)$)\p{L}{1,4}$)|[^-\u2010\u2011/]+/giu;
const HAS_PARTS = /[-\u2010\u2011/]|^\d.*\p{L}$/u;
const PART_OF_WORD = /[^-\u2010\u2011/]+/gu;
const IS_NUMBER = /^\d+(?:[.,:]\d+)*$/u;
const THOUSANDS = /^\d{1,3}(?:[,'\u2019]\d{3})+$/u;
const PERCENT = 'percent';
/** What may be between a number and its unit. */
const BEFORE_UNIT = /^[\s-]?$/u;

/** The words of an English text as they are looked for; see `findKeyedWords`. */
export function findEnglishWords(text: string, see: (word: string) => string): KeyedWord[] {
  const words: KeyedWord[] = [];
  const hasUnseen = UNSEEN_ONE.test(text);
  for (const { 0: found, index } of text.matchAll(WORD)) {
    for (const { from, part } of partsOf(trimWord(found))) {
      const start = index + from;
      const before = words.at(-1);
      const isBehindNumber =
        before !== undefined &&
        IS_NUMBER.test(before.norm) &&
        BEFORE_UNIT.test(text.slice(before.end, start));
      const shown = hasUnseen ? part.replace(UNSEEN_ONES, '') : part;
      const { norm, stem, others, isStop } = readWord(see(shown), isBehindNumber);
      words.push({ start, end: start + part.length, norm, stem, others, isStop, whole: null });
    }
  }
  return joinWholes(text, words, (norm) => stemWord(americanSpelling(norm)));
}

/** A word without the full stop of its sentence and the ending of an owner. */
function trimWord(found: string): string {
  if (IS_PLAIN.test(found)) return found;
  const bare = found.endsWith('.') && !DOTTED.test(found) ? found.slice(0, -1) : found;
  return bare.replace(POSSESSIVE, '');
}

function partsOf(surface: string): { from: number; part: string }[] {
  if (IS_PLAIN.test(surface) || !HAS_PARTS.test(surface)) return [{ from: 0, part: surface }];
  return Array.from(surface.matchAll(PART_OF_WORD)).flatMap(({ 0: part, index }) =>
    Array.from(part.matchAll(PARTS), (one) => ({ from: index + one.index, part: one[0] })),
  );
}

type Read = Omit<KeyedWord, 'start' | 'end' | 'whole'>;

/** Words whose forms are remembered: a language's common words many times over. */
const MOST_REMEMBERED = 100_000;
const remembered = { alone: new Map<string, Read>(), behindNumber: new Map<string, Read>() };

function readWord(surface: string, isBehindNumber: boolean): Read {
  const known = isBehindNumber ? remembered.behindNumber : remembered.alone;
  let read = known.get(surface);
  if (read === undefined) {
    read = (isBehindNumber ? readUnit(surface) : null) ?? readAlone(surface);
    if (known.size >= MOST_REMEMBERED) known.clear();
    known.set(surface, read);
  }
  return read;
}

function readUnit(surface: string): Read | null {
  const norm = normalise(surface);
  const [first, ...more] = unitWords(norm).map(stemWord);
  if (first === undefined) return null;
  return { norm: norm.replaceAll('.', ''), stem: first, others: more, isStop: false };
}

function readAlone(surface: string): Read {
  if (surface === '%' || /^per\scent$/iu.test(surface)) {
    return { norm: PERCENT, stem: stemWord(PERCENT), others: [], isStop: false };
  }
  const norm = normalise(surface);
  if (DOTTED.test(norm) || CAPITALS.test(surface)) {
    const letters = norm.replaceAll('.', '');
    const own = isStopWord(letters) ? `${letters}.` : letters;
    return {
      norm: own,
      stem: isStopWord(letters) ? own : stemWord(letters),
      others: [],
      isStop: false,
    };
  }
  const number = THOUSANDS.test(norm) ? norm.replace(/\D/gu, '') : numberForm(norm);
  if (number !== null) {
    const own = /^\d/u.test(norm) ? number : norm;
    // "Dec. 31st" is the 31 as well.
    const others = /^\d+th$/u.test(own) ? [own.slice(0, -2)] : [];
    return { norm: own, stem: number, others, isStop: false };
  }
  const full = fullCalendarName(norm, surface !== norm);
  const stem = stemWord(americanSpelling(full ?? regularForm(norm)));
  // "Jan." is January, and a name; who types "jan" means either.
  const others = full === null || full === norm ? [] : [stemWord(norm)].filter((other) => other !== stem);
  return { norm, stem, others, isStop: isStopWord(norm) };
}
