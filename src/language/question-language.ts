import { perLanguage } from '../lexicon/language.js';
import { split } from '../lexicon/lexicon.js';
import { foldWord } from './fold-word.js';
import { isFunctionWord } from './function-words.js';

/** Languages in Latin letters whose small words are known; of two that a question has as many words of, the first. */
const LATIN = ['en', 'de', 'es', 'fr', 'pt', 'it', 'nl', 'pl', 'sv', 'da', 'no', 'fi'];

/** Scripts that tell the language, or narrow it to one that we have words of; the first that the text has. Kana before Han: Japanese has both. */
const SCRIPTS: readonly (readonly [script: RegExp, language: string])[] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'ja'],
  [/\p{Script=Han}/u, 'zh'],
  [/\p{Script=Hangul}/u, 'ko'],
  [/\p{Script=Hebrew}/u, 'he'],
  [/[پچژگکی]/u, 'fa'],
  [/\p{Script=Arabic}/u, 'ar'],
  [/[іїєґ]/iu, 'uk'],
  [/\p{Script=Cyrillic}/u, 'ru'],
  [/\p{Script=Greek}/u, 'el'],
  [/\p{Script=Thai}/u, 'th'],
  [/\p{Script=Devanagari}/u, 'hi'],
];

/** Letters and marks that few others of them have, and what having them counts. */
const TELLING_LETTERS: ReadonlyMap<string, RegExp> = new Map([
  ['pt', /[ãõç]/iu],
  ['fr', /[çœ]/iu],
  ['es', /[¿¡ñ]/iu],
  ['de', /ß/u],
]);
const LETTERS_COUNT = 2;

/** What a word that asks counts beside one that only joins others, which near languages share ("de", "la"). */
const ASKING_COUNTS = 2;

/**
 * The language of each question (BCP 47): by its script; in Latin letters by its small words; one without any as most questions in whose
 * known language its other words are, and if that does not tell either, English. Trigrams are of no use here: a question has some thirty letters.
 *
 * Gets wrong: languages without a list of small words (Turkish, Hungarian), and few words that are small ones in two languages.
 */
export function tellLanguages(questions: readonly string[]): string[] {
  const words = questions.map(wordsOf);
  const told = questions.map((question, i) => tellLanguage(question, words[i] ?? []));
  const languagesOf = new Map<string, Map<string, number>>();
  words.forEach((own, i) => {
    const language = told[i] ?? null;
    if (language === null) return;
    for (const word of own) {
      const counts = languagesOf.get(word) ?? new Map<string, number>();
      counts.set(language, (counts.get(language) ?? 0) + 1);
      languagesOf.set(word, counts);
    }
  });
  return words.map((own, i) => told[i] ?? voteFor(own, languagesOf));
}

function voteFor(
  words: readonly string[],
  languagesOf: ReadonlyMap<string, ReadonlyMap<string, number>>,
): string {
  const votes = new Map<string, number>();
  for (const word of words) {
    for (const [language, count] of languagesOf.get(word) ?? []) {
      votes.set(language, (votes.get(language) ?? 0) + count);
    }
  }
  const [most] = [...votes].toSorted(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
  return most?.[0] ?? 'en';
}

function tellLanguage(question: string, words: readonly string[]): string | null {
  const latin = question.match(/\p{Script=Latin}/gu)?.length ?? 0;
  const letters = question.match(/\p{L}/gu)?.length ?? 0;
  // Names of elsewhere keep their letters in a question of another script.
  const isBegunInLatin = /^[^\p{L}]*\p{Script=Latin}/u.test(question);
  if (latin <= letters / 2 || !isBegunInLatin)
    return SCRIPTS.find(([script]) => script.test(question))?.[1] ?? null;
  let best: string | null = null;
  let most = 0;
  for (const language of LATIN) {
    const asking = askingWordsIn(language);
    const score = words.reduce(
      (sum, word) => {
        if (asking.has(word)) return sum + ASKING_COUNTS;
        return isFunctionWord(word, language) ? sum + 1 : sum;
      },
      TELLING_LETTERS.get(language)?.test(question) === true ? LETTERS_COUNT : 0,
    );
    if (score > most) [best, most] = [language, score];
  }
  return best;
}

const askingWordsIn = perLanguage(({ code, words: { asking, askedFor } }): ReadonlySet<string> => {
  const firstOf = (runs: readonly string[]): string[] =>
    runs.map((run) => foldWord(run.split(' ')[0] ?? '', code));
  if (asking === undefined) return new Set(firstOf(Object.values(askedFor ?? {}).flat()));
  const first = firstOf([...asking.count, ...asking.when, ...asking.why]);
  return new Set([...first.filter((word) => !isFunctionWord(word, code)), ...firstOf(split(asking.other))]);
});

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;

/** The words as Latin lists are compared, told by letters alone; of other scripts they serve for comparing questions with one another only. */
function wordsOf(question: string): string[] {
  const folded = foldWord(question, 'en').replace(/'(?:s|re|ve|ll|d|m)\b/gu, '');
  return folded.match(WORD) ?? [];
}
