import { LRUCache } from 'lru-cache';
import { WRITINGS, type Writing } from './languages.js';
import { type Lexicon, lexiconOf } from './lexicon.js';

/**
 * A language, as whoever reads its text asks for it: how it is written, and its words. What a room does in one language and not in
 * another is in a table of that room, by `byLanguage`: how sentences end in `article/text-cutting`, what words and keys are in `language/word-reading`,
 * by which rules an article is read in `extract/reading-rules`.
 */
export interface Language {
  /** The primary part of its BCP 47 tag, in the code that it has today. */
  readonly code: string;
  readonly writing: Writing;
  /** What is known of its words, or of those of the language whose words it shares; empty for a language that is not listed. */
  readonly words: Lexicon;
  /** The code of the language that `words` are of. */
  readonly codeOfWords: string;
}

/** Tags, and codes, that are remembered at most: there are some hundred in use, and an article may be given any that somebody makes up. */
const MOST_KNOWN = 500;

const byTag = new LRUCache<string, Language>({ max: MOST_KNOWN });
const byCode = new LRUCache<string, Language>({ max: MOST_KNOWN });

/** The language of a BCP 47 tag, whatever its region and script: one object for "pt", "pt-BR" and "por" as long as it is remembered. Any text is one. */
export function languageOf(tag: string): Language {
  const known = byTag.get(tag);
  if (known !== undefined) return known;
  const code = findCode(tag);
  const language = byCode.get(code) ?? describe(code);
  byCode.set(code, language);
  byTag.set(tag, language);
  return language;
}

function findCode(tag: string): string {
  try {
    return new Intl.Locale(tag).language;
  } catch {
    return (tag.split('-')[0] ?? tag).toLowerCase();
  }
}

const AS_MOST: Writing = {};

function describe(code: string): Language {
  const writing = Object.hasOwn(WRITINGS, code) ? (WRITINGS[code] ?? AS_MOST) : AS_MOST;
  const codeOfWords = writing.sharesWordsOf ?? code;
  return { code, writing, words: lexiconOf(codeOfWords), codeOfWords };
}

/** What is made once for each language, when it is first asked for: by any of its tags. */
export function perLanguage<Made>(make: (language: Language) => Made): (tag: string) => Made {
  const made = new WeakMap<Language, { readonly value: Made }>();
  return (tag) => {
    const language = languageOf(tag);
    let known = made.get(language);
    if (known === undefined) {
      known = { value: make(language) };
      made.set(language, known);
    }
    return known.value;
  };
}

/** What a room has for some languages, by their codes, and for all others. */
export function byLanguage<Own>(own: Readonly<Record<string, Own>>, others: Own): (tag: string) => Own {
  const table = new Map(Object.entries(own));
  return (tag) => table.get(languageOf(tag).code) ?? others;
}
