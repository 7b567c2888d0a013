import type { Article } from '../article/article.js';
import { textKeyOf } from '../article/text-key.js';
import type { FindOptions, FoundAside, FoundPassage, SearchIndex } from '../search/search-index.js';
import type { Corpus } from './corpus.js';

/**
 * One corpus of a server's own articles and those that all servers share. An own article goes before a shared one with
 * its id, text or address, which is then not there. Immutable as both are; read by the one's reader, as any reader reads any article.
 */
export function joinCorpora(own: Corpus, shared: Corpus): Corpus {
  if (own.articles.length === 0 && own.problems.length === 0) return shared;
  const hidden = findCopies(own.articles, shared.articles);
  const isShown = (id: string): boolean => !hidden.has(id);
  const articles = [...own.articles, ...shared.articles.filter(({ id }) => isShown(id))];
  return {
    loadedAt: new Date(Math.max(own.loadedAt.getTime(), shared.loadedAt.getTime())),
    articles: articles.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    problems: [...own.problems, ...shared.problems],
    index: joinIndexes(own, shared, isShown),
    findArticle: (id) => own.findArticle(id) ?? (isShown(id) ? shared.findArticle(id) : undefined),
    read: own.read,
    readNear: own.readNear,
    readAll: own.readAll,
    readLikeliest: own.readLikeliest,
  };
}

/** The ids of shared articles that a server's own ones stand in for. */
function findCopies(own: readonly Article[], shared: readonly Article[]): Set<string> {
  const ids = new Set(own.map(({ id }) => id));
  const texts = new Set(own.map(textKeyOf));
  const urls = new Set(own.flatMap(({ meta: { url } }) => url ?? []));
  const isCopy = (article: Article): boolean => {
    const { url } = article.meta;
    return ids.has(article.id) || texts.has(textKeyOf(article)) || (url !== null && urls.has(url));
  };
  return new Set(shared.filter(isCopy).map(({ id }) => id));
}

/** Passages found unless a limit is given: as many as each index gives by itself. */
const DEFAULT_LIMIT = 20;

/**
 * Both indexes as one. Scores of two indexes are not comparable, as each counts how rare a word is among its own
 * articles, so the results are joined by rank: the best of each, then the second of each, the server's own first.
 * A score is then the reciprocal of the rank.
 *
 * Gets wrong: if one of both has only far-fetched matches, they still take every second place.
 */
function joinIndexes(own: Corpus, shared: Corpus, isShown: (id: string) => boolean): SearchIndex {
  const hidden = countHidden(shared, isShown);
  const find = <Found extends FoundPassage | FoundAside>(
    { articleId, limit = DEFAULT_LIMIT }: FindOptions,
    hiddenOnes: number,
    findIn: (index: SearchIndex, options: FindOptions) => readonly Found[],
  ): readonly Found[] => {
    if (articleId !== undefined) {
      const holder = own.findArticle(articleId) === undefined ? shared : own;
      if (holder === shared && !isShown(articleId)) return [];
      return findIn(holder.index, { articleId, limit });
    }
    const fromShared = findIn(shared.index, { limit: limit + hiddenOnes });
    const shown = fromShared.filter(({ article }) => isShown(article.id));
    return interleave(findIn(own.index, { limit }), shown).slice(0, limit);
  };
  const isIn = (
    articleId: string | undefined,
    looks: (index: SearchIndex, options: Pick<FindOptions, 'articleId'>) => boolean,
  ): boolean => {
    if (articleId === undefined) return looks(own.index, {}) || looks(shared.index, {});
    const holder = own.findArticle(articleId) === undefined ? shared : own;
    return (holder === own || isShown(articleId)) && looks(holder.index, { articleId });
  };
  return {
    findPassages: (words, options = {}) =>
      find(options, hidden.passages, (index, wanted) => index.findPassages(words, wanted)),
    findAsides: (words, options = {}) =>
      find(options, hidden.asides, (index, wanted) => index.findAsides(words, wanted)),
    holds: (words, language, { articleId } = {}) =>
      isIn(articleId, (index, options) => index.holds(words, language, options)),
    knows: (words, { articleId } = {}) => isIn(articleId, (index, options) => index.knows(words, options)),
  };
}

/** Passages and asides of articles that are not shown: so many more have to be asked for, lest they take the places of others. */
function countHidden(shared: Corpus, isShown: (id: string) => boolean) {
  let [passages, asides] = [0, 0];
  for (const article of shared.articles) {
    if (isShown(article.id)) continue;
    passages += article.passages.length;
    asides += article.asides.length + article.paragraphs.filter(({ kind }) => kind === 'heading').length;
  }
  return { passages, asides };
}

function interleave<Found extends { readonly score: number }>(
  first: readonly Found[],
  second: readonly Found[],
): Found[] {
  const joined: Found[] = [];
  for (let rank = 0; rank < Math.max(first.length, second.length); rank += 1) {
    for (const found of [first[rank], second[rank]]) {
      if (found !== undefined) joined.push({ ...found, score: 1 / (rank + 1) });
    }
  }
  return joined;
}
