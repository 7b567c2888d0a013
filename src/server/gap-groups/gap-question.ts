import { type AskedFor, takeAskedFor } from '../../language/asked-for.js';
import { cutForms } from '../../language/cut-forms.js';
import { foldLetters, foldWord } from '../../language/fold-word.js';
import { isNegated } from '../../language/negation.js';
import { withoutFrame } from '../../language/question-frame.js';
import { segmentWords } from '../../language/segment-words.js';
import { stemIn } from '../../language/stemmers.js';
import { findWordKeys } from '../../language/word-keys.js';
import { readWordIn } from '../../language/words-in.js';
import { byLanguage, languageOf } from '../../lexicon/language.js';

/** A word of a question that says something. */
export interface GapWord {
  /** As written, folded. */
  readonly folded: string;
  /** What it may be compared by: its stem first, then the stem without accents, forms without what leans on it, and the word. */
  readonly forms: readonly string[];
  /** Digits, a number word or a numeral: what never stands for another. */
  readonly isNumber: boolean;
  /** Whether it has a capital that the place does not ask for; always false in scripts without capitals. */
  readonly isName: boolean;
}

/** A question as it is compared with others. */
export interface GapQuestion {
  readonly language: string;
  readonly words: readonly GapWord[];
  readonly asked: AskedFor;
  readonly isNegated: boolean;
}

/** Words of a question that are read: what is longer is told from others by its beginning. */
const MOST_WORDS = 20;

/** Words in capitals, with no small letter in the question, from which they are no abbreviations. */
const SHOUTED_FROM = 3;

/** From so many words on, all with capitals, they are a manner of writing and name nothing. */
const TITLE_FROM = 4;

/** A question's words in its language, without what only asks, joins, or is said around it. Empty words if it has none but those. */
export function readGapQuestion(question: string, language: string): GapQuestion {
  const plain = withoutFrame(unshout(question.normalize('NFKC')), language);
  const folded = foldWord(plain, language);
  if (languageOf(language).writing.isRunOn === true) {
    const { asked, rest } = takeAskedFor(folded, language);
    const words = readWords(rest, language);
    return { language, words: choose(words), asked, isNegated: isNegated(folded, [], language) };
  }
  const words = readWords(plain, language);
  const forms = words.map((word) => word.folded);
  const { asked, rest } = takeAskedFor(forms.join(' '), language);
  const kept = rest.split(' ');
  const said = words.filter((_, i) => kept[i] !== '-');
  return { language, words: choose(said), asked, isNegated: isNegated(folded, forms, language) };
}

/** A question without a small letter is in capitals throughout, and no word of it is an abbreviation or a name by them. */
function unshout(question: string): string {
  const words = question.match(/\p{Lu}{2,}/gu) ?? [];
  return words.length >= SHOUTED_FROM && !/\p{Ll}/u.test(question) ? question.toLowerCase() : question;
}

interface ReadWord extends GapWord {
  readonly isStop: boolean;
}

function choose(words: readonly ReadWord[]): GapWord[] {
  const isShouted = words.length >= TITLE_FROM && words.every(({ isName, isStop }) => isName || isStop);
  return words
    .filter(({ isStop }) => !isStop)
    .slice(0, MOST_WORDS)
    .map(({ folded, forms, isNumber, isName }) => ({
      folded,
      forms,
      isNumber,
      isName: isName && !isShouted,
    }));
}

const SENTENCE_END = /[.?!:¿¡]\s*$/u;
const CAPITAL = /^\p{Lu}/u;
const NUMERAL = /^第?[〇零一二三四五六七八九十百千万两兩]+$/u;

function readWords(text: string, language: string): ReadWord[] {
  const readWord = wordReaderOf(language);
  return segmentWords(text, language).flatMap(({ start, end, isWord }): ReadWord[] => {
    if (!isWord) return [];
    const surface = text.slice(start, end);
    const before = text.slice(0, start);
    const isFirst = before.trim() === '' || SENTENCE_END.test(before);
    const isName = CAPITAL.test(surface) && !isFirst;
    const read = readWord(surface, language);
    return [{ ...read, isNumber: /\p{Nd}/u.test(surface) || NUMERAL.test(surface) || read.isNumber, isName }];
  });
}

type ReadSurface = (surface: string, language: string) => Omit<ReadWord, 'isName'>;

const wordReaderOf = byLanguage<ReadSurface>({ en: readEnglish }, readOther);

function readEnglish(surface: string): Omit<ReadWord, 'isName'> {
  const bare = surface.replace(/['’](?:s|re|ve|ll|d|m)?$/iu, '');
  const { parts } = findWordKeys(bare);
  return {
    folded: foldWord(bare, 'en'),
    forms: parts,
    isStop: parts.length === 0,
    // "one" seldom counts.
    isNumber: parts.some((part) => /^\d/u.test(part) && part !== '1'),
  };
}

function readOther(surface: string, language: string): Omit<ReadWord, 'isName'> {
  const { folded, key, others, isStop } = readWordIn(surface, language);
  const plain = foldLetters(stemIn(folded, language));
  const looser = cutForms(folded, languageOf(language).writing.loosely).map((form) =>
    foldLetters(stemIn(form, language)),
  );
  const forms = [...new Set([key, plain, ...others, ...looser, folded])];
  return { folded, forms, isStop, isNumber: false };
}
