import type { Article, Passage } from '../article/article.js';
import { isWithoutSpaces } from '../article/language-tag.js';
import { isWithin, type Span } from '../article/span.js';
import { type Annotation, tokenize } from '../language/annotation.js';
import type { Token } from '../language/token.js';
import type { Corpus } from '../library/corpus.js';
import { doInSlices } from '../scheduling/give-way.js';
import { findInAsides } from './find-in-asides.js';
import { findLiteral, findPhrase } from './find-phrase.js';
import { findBestMatches } from './match-word.js';

/** A passage that has words looked for; or a heading or an aside, which are no passages. */
export interface FoundWords {
  readonly article: Article;
  readonly passage: Span;
  /** The words found, in order. */
  readonly matches: readonly Span[];
  /** Share of the words and phrases looked for that the passage has, 0 to 1; 1 for all. */
  readonly share: number;
}

/** What is looked for: phrases to be found word for word, and single words as each language reads them. */
export interface WordQuery {
  readonly phrases: readonly string[];
  /** What stands outside the quotation marks, as typed. */
  readonly loose: string;
  /** The words looked for in articles of a language (BCP 47). */
  readonly wordsIn: (language: string) => readonly Token[];
}

/** Passages asked of the index to look at closely. */
const MOST_PASSAGES = 150;

const QUOTED = /["“”„‟«»]([^"“”„‟«»]+)["“”„‟«»]/gu;

/** A search as typed: what stands in quotation marks, straight or curly, is a phrase; stop words count only among themselves. */
export function readWordQuery(typed: string): WordQuery {
  const phrases = Array.from(typed.matchAll(QUOTED), ([, phrase]) => (phrase ?? '').trim()).filter(hasWord);
  const loose = typed.replace(QUOTED, ' ');
  const read = new Map<string, readonly Token[]>();
  const wordsIn = (language: string): readonly Token[] => {
    const known = read.get(language);
    if (known !== undefined) return known;
    const all = tokenize(loose, language).filter((token) => token.isWord);
    const content = all.filter((token) => !token.isStop);
    const words = content.length > 0 || phrases.length > 0 ? content : all;
    read.set(language, words);
    return words;
  };
  return { phrases, loose, wordsIn };
}

/** Whether a search holds anything to look for. */
export function isEmptyQuery({ phrases, loose }: WordQuery): boolean {
  return phrases.length === 0 && !hasWord(loose);
}

/**
 * The passages that have the words of a search, those with all of them first, then by the index's
 * ranking; last of each share what no passage holds: headings, furniture, code. Words are forgiven their form, slips, and may be only begun; a phrase must stand there word for word.
 * Empty where the search holds no word or nothing has any of them.
 */
export async function findWords(
  corpus: Corpus,
  query: WordQuery,
  scope: { readonly articles: readonly Article[]; readonly articleId: string | undefined },
): Promise<FoundWords[]> {
  const candidates = findCandidates(corpus, query, scope);
  const articles = [...new Set(candidates.map(({ article }) => article))];
  const annotations = new Map<Article, Annotation>();
  for (const { article, annotation } of await corpus.readAll(articles)) annotations.set(article, annotation);
  const found = await doInSlices(matchInSteps(candidates, query, annotations));
  const beside = await doInSlices(findInAsides(scope.articles, query));
  return [...found, ...beside].toSorted((a, b) => b.share - a.share);
}

/** A step after each article and each passage. */
function* matchInSteps(
  candidates: readonly Candidate[],
  query: WordQuery,
  annotations: ReadonlyMap<Article, Annotation>,
): Generator<undefined, FoundWords[]> {
  const phrases = new Map<Article, Span[][]>();
  const vocabularies = new Map<string, Map<string, Token>>();
  for (const [article, annotation] of annotations) {
    phrases.set(
      article,
      query.phrases.map((phrase) => findPhrase(annotation, phrase)),
    );
    const { language } = article.meta;
    if (query.wordsIn(language).length === 0) continue;
    const vocabulary = vocabularies.get(language) ?? new Map<string, Token>();
    vocabularies.set(language, vocabulary);
    for (const token of annotation.tokens) if (token.isWord) vocabulary.set(token.norm, token);
    yield;
  }
  const accepted = new Map(
    [...vocabularies].map(([language, vocabulary]) => [
      language,
      query
        .wordsIn(language)
        .map((word) => new Set(findBestMatches(word, vocabulary.values()).map((token) => token.norm))),
    ]),
  );
  const found: FoundWords[] = [];
  for (const { article, passage } of candidates) {
    const { language } = article.meta;
    const annotation = annotations.get(article);
    const tokens = annotation === undefined ? [] : tokensOfPassage(annotation, passage);
    const places = [
      ...(phrases.get(article) ?? []).map((spans) => spans.filter((span) => isWithin(span, passage))),
      ...(isWithoutSpaces(language)
        ? query
            .wordsIn(language)
            .map(({ start, end }) => findLiteral(article, query.loose.slice(start, end), passage))
        : (accepted.get(language) ?? []).map((norms) => tokens.filter((token) => norms.has(token.norm)))),
    ];
    const matches = places.flat().toSorted((a, b) => a.start - b.start);
    found.push({
      article,
      passage,
      matches: matches.map(({ start, end }) => ({ start, end })),
      share: places.filter((spans) => spans.length > 0).length / Math.max(1, places.length),
    });
    yield;
  }
  return found.filter(({ share }) => share > 0);
}

/** Passages are whole sentences. */
function tokensOfPassage(
  { tokens, sentenceTokens }: Annotation,
  { firstSentence, endSentence }: Passage,
): readonly Token[] {
  return tokens.slice(sentenceTokens[firstSentence]?.first ?? 0, sentenceTokens[endSentence - 1]?.end ?? 0);
}

interface Candidate {
  readonly article: Article;
  readonly passage: Passage;
}

function findCandidates(
  corpus: Corpus,
  { phrases, loose }: WordQuery,
  { articles, articleId }: { readonly articles: readonly Article[]; readonly articleId: string | undefined },
): Candidate[] {
  const typed = [...phrases, loose].join(' ');
  const within = articleId === undefined ? {} : { articleId };
  const found: Candidate[] = corpus.index.findPassages(typed, { ...within, limit: MOST_PASSAGES });
  // The index leaves out words like "not" and "is": a phrase of nothing else is looked for everywhere.
  if (found.length > 0) return found;
  return articles.flatMap((article) => article.passages.map((passage) => ({ article, passage })));
}

function hasWord(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}
