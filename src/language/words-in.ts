import { primaryLanguage } from '../article/language-tag.js';
import { foldLetters, lowerWord } from './fold-word.js';
import { isFunctionWord } from './function-words.js';
import { stemIn } from './stemmers.js';

/** What a word of a language other than English is compared by. */
export interface WordIn {
  /** The word without regard to case and accents. */
  readonly folded: string;
  /** Its stem, folded; the word itself where the language has no stemmer. */
  readonly key: string;
  /** Keys it may also be found by: without a leaning "and", "the" or "in" (Hebrew, Arabic), a particle (Korean), or "ge" (German, Dutch). */
  readonly others: readonly string[];
  readonly isStop: boolean;
}

/** Words whose forms are remembered: a language's common words many times over. */
const MOST_REMEMBERED = 50_000;
const remembered = new Map<string, WordIn>();

/** A word as it stands in a text of the language, made ready to be compared. */
export function readWordIn(surface: string, language: string): WordIn {
  const primary = primaryLanguage(language);
  const name = `${primary} ${surface}`;
  const known = remembered.get(name);
  if (known !== undefined) return known;
  const lower = lowerWord(surface, primary);
  const folded = foldLetters(lower);
  const key = foldLetters(stemIn(lower, primary));
  const others = barerForms(lower, primary).map((form) => foldLetters(stemIn(form, primary)));
  const word = {
    folded,
    key,
    others: [...new Set(others)].filter((other) => other !== key),
    isStop: isFunctionWord(folded, primary) || isKana(folded, primary),
  };
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(name, word);
  return word;
}

/** One or two letters of hiragana are an ending or a particle nearly always. */
function isKana(folded: string, primary: string): boolean {
  return primary === 'ja' && /^\p{Script=Hiragana}{1,2}$/u.test(folded);
}

const HEBREW_PROCLITICS = /^(?:ו?[הבכלמש]ה?|ו|כש|וש|מה|שה|שב|של)(?=\p{L}{3})/u;
const ARABIC_PROCLITICS = /^[وف]?[بلك]?(?=\p{L}{3})/u;
/** Particles that Korean writes behind a word of two syllables or more. */
const KOREAN_PARTICLES = /(?<=\p{L}{2})(?:에서|에게|으로|까지|부터|은|는|이|가|을|를|에|의|로|와|과|도|만)$/u;
const PARTICIPLE =
  /^((?:ab|an|auf|aus|bei|durch|ein|fest|fort|frei|her|hin|los|mit|nach|um|vor|weg|zu|zurück|zusammen)?)ge(?=\p{L}{3})/u;

/**
 * The word without what is written together with it, to be looked for beside it. Each of these letters also begins
 * words of its own; a wrongly cut word ("מלון", a hotel, as "לון") is only another key that nothing else has.
 */
function barerForms(lower: string, primary: string): string[] {
  if (primary === 'he') {
    const bare = lower.replace(HEBREW_PROCLITICS, '');
    const one = lower.length > 3 && /^[והבכלמש]/u.test(lower) ? lower.slice(1) : lower;
    return [...new Set([bare, one])].filter((form) => form !== lower);
  }
  if (primary === 'ar') {
    const bare = lower.replace(ARABIC_PROCLITICS, '');
    const noAnd = lower.replace(/^[وف](?=\p{L}{3})/u, '');
    return [...new Set([noAnd, bare])].filter((form) => form !== lower);
  }
  if (primary === 'ko') {
    const bare = lower.replace(KOREAN_PARTICLES, '');
    return bare === lower ? [] : [bare];
  }
  if (primary === 'de' || primary === 'nl') {
    const bare = lower.replace(PARTICIPLE, '$1');
    return bare === lower ? [] : [bare];
  }
  return [];
}
