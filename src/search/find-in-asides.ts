import { type Article, textAt } from '../article/article.js';
import { isWithoutSpaces } from '../article/language-tag.js';
import type { Span } from '../article/span.js';
import { tokenize } from '../language/annotation.js';
import type { Token } from '../language/token.js';
import { findLiteral } from './find-phrase.js';
import type { FoundWords, WordQuery } from './find-words.js';
import { findBestMatches } from './match-word.js';

/** A stretch of an article that no passage holds, with its words. */
interface Beside {
  readonly span: Span;
  readonly tokens: readonly Token[];
}

const kept = new WeakMap<Article, readonly Beside[]>();

/**
 * Where the words of a search stand besides an article's passages: in its headings, in page furniture, in code. In the order of the articles and of
 * their texts. A step after each article, as thousands of them take a second the first time.
 */
export function* findInAsides(
  articles: readonly Article[],
  query: WordQuery,
): Generator<undefined, FoundWords[]> {
  const found: FoundWords[] = [];
  for (const article of articles) {
    const besides = besidesOf(article);
    if (besides.length > 0) found.push(...findInArticle(article, besides, query));
    yield;
  }
  return found;
}

function besidesOf(article: Article): readonly Beside[] {
  let besides = kept.get(article);
  if (besides === undefined) {
    const headings = article.paragraphs.filter(({ kind }) => kind === 'heading');
    besides = [...article.asides, ...headings]
      .toSorted((a, b) => a.start - b.start)
      .map(({ start, end }) => ({
        span: { start, end },
        tokens: tokenize(textAt(article, { start, end }), article.meta.language).map((token) => ({
          ...token,
          start: token.start + start,
          end: token.end + start,
        })),
      }));
    kept.set(article, besides);
  }
  return besides;
}

function findInArticle(article: Article, besides: readonly Beside[], query: WordQuery): FoundWords[] {
  const { language } = article.meta;
  const words = query.wordsIn(language);
  const phrases = query.phrases.map((phrase) =>
    tokenize(phrase, language).flatMap(({ isWord, norm }) => (isWord ? [norm] : [])),
  );
  const accepted = words.map((word) => {
    const own = besides.flatMap(({ tokens }) => tokens.filter(({ isWord }) => isWord));
    return new Set(findBestMatches(word, own).map(({ norm }) => norm));
  });
  return besides.flatMap(({ span, tokens }) => {
    const places = isWithoutSpaces(language)
      ? [
          ...query.phrases.map((phrase) => findLiteral(article, phrase, span)),
          ...words.map(({ start, end }) => findLiteral(article, query.loose.slice(start, end), span)),
        ]
      : [
          ...phrases.map((norms) => findRun(tokens, norms)),
          ...accepted.map((norms) => tokens.filter(({ norm }) => norms.has(norm))),
        ];
    const matches = places.flat().toSorted((a, b) => a.start - b.start);
    if (matches.length === 0) return [];
    const share = places.filter((spans) => spans.length > 0).length / places.length;
    return [{ article, passage: span, matches: matches.map(({ start, end }) => ({ start, end })), share }];
  });
}

/** The stretches in which these words stand in this order. */
function findRun(tokens: readonly Token[], norms: readonly string[]): Span[] {
  const words = tokens.filter(({ isWord }) => isWord);
  if (norms.length === 0) return [];
  return words.flatMap(({ start }, i) =>
    norms.every((norm, k) => words[i + k]?.norm === norm)
      ? [{ start, end: words[i + norms.length - 1]?.end ?? start }]
      : [],
  );
}
