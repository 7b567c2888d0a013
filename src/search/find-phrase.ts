import type { Article } from '../article/article.js';
import type { Span } from '../article/span.js';
import { type Annotation, tokenize } from '../language/annotation.js';
import { findKeyedWords } from '../language/find-keyed-words.js';
import type { KeyedWord } from '../language/keyed-word.js';
import { languageOf } from '../lexicon/language.js';
import { findSequence } from './word-unit.js';

/**
 * Where an article has these words in this order, within one paragraph, as spans from the first
 * word to the last. Case, accents, marks and white space between the words do not matter; the words
 * do. Empty if the phrase holds no word.
 */
export function findPhrase({ article, tokens }: Annotation, phrase: string): Span[] {
  if (languageOf(article.meta.language).writing.isRunOn === true) return findLiteral(article, phrase);
  const wanted = tokenize(phrase, article.meta.language).flatMap((token) =>
    token.isWord ? [token.norm] : [],
  );
  const words = tokens.filter((token) => token.isWord);
  const [first] = wanted;
  if (first === undefined) return [];
  const found: Span[] = [];
  for (let i = 0; i + wanted.length <= words.length; i += 1) {
    if (words[i]?.norm !== first || !wanted.every((norm, k) => words[i + k]?.norm === norm)) continue;
    const start = words[i]?.start ?? 0;
    const end = words[i + wanted.length - 1]?.end ?? start;
    if (article.paragraphs.some((paragraph) => paragraph.start <= start && end <= paragraph.end)) {
      found.push({ start, end });
    }
  }
  return found;
}

/** The same among the words of one passage, which tell numbers and abbreviations in whatever way they are written ("1200", "1,200"). */
export function findPhraseIn(
  article: Article,
  words: readonly KeyedWord[],
  phrase: string,
  passage: Span,
): Span[] {
  const { language } = article.meta;
  if (languageOf(language).writing.isRunOn === true) return findLiteral(article, phrase, passage);
  const sought = findKeyedWords(phrase, language);
  return sought.length === 0 ? [] : findSequence(sought, words, (own, norm) => own.norm === norm);
}

/**
 * Where an article has these very letters, within one paragraph, in either case: for languages without spaces, whose words a dictionary
 * parts otherwise in every sentence. Empty if the letters are none. `within` keeps to a stretch of a paragraph.
 */
export function findLiteral({ text, paragraphs }: Article, letters: string, within?: Span): Span[] {
  if (!/[\p{L}\p{N}]/u.test(letters)) return [];
  const pattern = new RegExp(letters.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&'), 'giu');
  return (within === undefined ? paragraphs : [within]).flatMap(({ start, end }) =>
    Array.from(text.slice(start, end).matchAll(pattern), ({ index, 0: found }) => ({
      start: start + index,
      end: start + index + found.length,
    })),
  );
}
