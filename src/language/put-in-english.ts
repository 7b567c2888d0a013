import anyAscii from 'any-ascii';
import { languageOf } from '../lexicon/language.js';
import { type AskedFor, takeAskedFor } from './asked-for.js';
import { hasMeanings, inEnglish } from './meanings.js';
import { isNegated } from './negation.js';
import { tellLanguages } from './question-language.js';
import { segmentWords } from './segment-words.js';
import { readWordIn, type WordIn } from './words-in.js';

const ENGLISH = 'en';

const ASKING: Readonly<Record<AskedFor, string>> = {
  who: 'who',
  where: 'where',
  when: 'when',
  why: 'why',
  count: 'how many',
  open: 'what',
};

/** What is asked for with "how", by an English word of the question. */
const DEGREES: ReadonlyMap<string, string> = new Map([
  ['cost', 'how much'],
  ['pay', 'how much'],
  ['money', 'how much'],
  ['duration', 'how long'],
  ['old', 'how old'],
  ['high', 'how high'],
  ['deep', 'how deep'],
  ['distance', 'how far'],
  ['often', 'how often'],
]);

/**
 * A question in another language word for word in English, as far as its words are listed, for reading only: what asks first, then the others in their order,
 * names and numbers as they are, small words left out; of the words for a meaning one that the articles have (`isKnown`). A question in English, or in a language without listed words, is returned as it is.
 *
 * Gets wrong: who does what to whom, where only endings or small words tell; words with several meanings.
 */
export function putInEnglish(question: string, isKnown: (word: string) => boolean = () => true): string {
  const [language = ENGLISH] = tellLanguages([question]);
  if (languageOf(language).code === ENGLISH || !hasMeanings(language)) return question;
  const surfaces = segmentWords(question, language)
    .filter(({ isWord }) => isWord)
    .map(({ start, end }) => question.slice(start, end));
  const words = surfaces.map((surface) => readWordIn(surface, language));
  const { asked, rest } = takeAskedFor(words.map(({ folded }) => folded).join(' '), language);
  const left = rest.split(' ');
  const others = words.flatMap((word, i) =>
    left[i] === '-'
      ? []
      : (sayInEnglish(word, surfaces[i] ?? '', { language, isFirst: i === 0, isKnown }) ?? []),
  );
  const isAsking = left.includes('-');
  const asking = asked === 'count' ? degreeOf(surfaces, language) : ASKING[asked];
  return [...(isAsking ? [asking] : []), ...others].join(' ') + (isAsking ? '?' : '');
}

/** "How" with the degree that a word of the question is of ("teuer", "long"). */
function degreeOf(surfaces: readonly string[], language: string): string {
  for (const surface of surfaces) {
    const degree = DEGREES.get(inEnglish(surface, language) ?? '');
    if (degree !== undefined) return degree;
  }
  return ASKING.count;
}

interface WordPlace {
  readonly language: string;
  readonly isFirst: boolean;
  readonly isKnown: (word: string) => boolean;
}

/** Null for a small word. */
function sayInEnglish(
  word: WordIn,
  surface: string,
  { language, isFirst, isKnown }: WordPlace,
): string | null {
  const { folded, isStop } = word;
  if (isNegated(folded, [folded], language)) return 'not';
  if (isStop) return null;
  if (/\p{Nd}/u.test(folded)) return folded;
  const isName =
    !isFirst && /^\p{Lu}/u.test(surface) && languageOf(language).writing.hasCapitalNouns !== true;
  const known = isName ? null : inEnglish(surface, language, isKnown);
  return known ?? anyAscii(surface).replace(/['`]/gu, '');
}
