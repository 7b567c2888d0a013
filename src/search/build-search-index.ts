import MiniSearch, { type SearchOptions, type SearchResult } from 'minisearch';
import { type Article, type Passage, textAt } from '../article/article.js';
import { isEnglish, primaryLanguage } from '../article/language-tag.js';
import { findKeysIn, languageLength } from '../language/find-keyed-words.js';
import { Vocabulary } from '../language/vocabulary.js';
import { doInSlices } from '../scheduling/give-way.js';
import { type IndexQuery, readIndexQuery, SHORTEST_BEGUN } from './index-query.js';
import type { FoundPassage, SearchIndex } from './search-index.js';

/** A passage as MiniSearch keeps it: its place in the list of all passages, and its words' keys. */
interface Document {
  readonly id: number;
  readonly keys: string;
  readonly title: string;
  readonly heading: string;
}

type Scored = Pick<SearchResult, 'id' | 'score'>;

/** Passages found unless a limit is given: more than three pages of results. */
const DEFAULT_LIMIT = 20;

/** A title is about every passage, so it counts less than the passage's own words. */
const TITLE_WEIGHT = 0.3;
/** A heading is about fewer of them. */
const HEADING_WEIGHT = 0.6;

/** What completed words weigh against whole ones, so that they only break ties. */
const COMPLETED_WEIGHTS = { prefix: 0.3, fuzzy: 0 };

/**
 * An index of the passages of articles: stems, digits for number words, full names of months,
 * abbreviations without full stops, one spelling of what is spelt in two ways, and no stop words (in a query they hijack the ranking and
 * take three quarters of the time). Scores are MiniSearch's BM25+, comparable only within one result.
 * The words of an article are read by the rules of its language, those of a query by the rules of each language that the articles have.
 * Gives way to other work: thousands of articles take seconds.
 *
 * @throws ArticleFault where one of them cannot be indexed.
 */
export function buildSearchIndex(articles: readonly Article[]): Promise<SearchIndex> {
  return doInSlices(buildInSteps(articles));
}

/** An article whose words could not be put into the index, with the error as its cause. */
export class ArticleFault extends Error {
  readonly article: Article;

  constructor(article: Article, cause: unknown) {
    super(`The article “${article.id}” cannot be indexed.`, { cause });
    this.article = article;
  }
}

/** A step after each passage. */
function* buildInSteps(articles: readonly Article[]): Generator<undefined, SearchIndex> {
  const entries: { readonly article: Article; readonly passage: Passage }[] = [];
  const mini = new MiniSearch<Document>({
    fields: ['keys', 'title', 'heading'],
    tokenize: (text) => (text === '' ? [] : text.split(' ')),
    processTerm: (term) => term,
  });
  const vocabulary = new Vocabulary();
  const languages = new Set<string>();
  function* addArticle(article: Article): Generator<undefined, void> {
    const { language } = article.meta;
    languages.add(isEnglish(language) ? 'en' : primaryLanguage(language));
    const learn = (word: string): string => {
      if (isEnglish(language)) vocabulary.add(word);
      return word;
    };
    const title = findKeysIn(article.meta.title, language, learn).join(' ');
    let heading = '';
    let paragraphs = 0;
    for (const passage of article.passages) {
      for (const above of article.paragraphs.slice(paragraphs, passage.paragraph - 1))
        if (above.kind === 'heading') heading = findKeysIn(textAt(article, above), language, learn).join(' ');
      paragraphs = passage.paragraph;
      mini.add({
        id: entries.length,
        keys: findKeysIn(textAt(article, passage), language, learn).join(' '),
        title,
        heading,
      });
      entries.push({ article, passage });
      yield;
    }
  }
  for (const article of articles) {
    try {
      yield* addArticle(article);
    } catch (error) {
      throw new ArticleFault(article, error);
    }
  }
  const options: SearchOptions = {
    boost: { title: TITLE_WEIGHT, heading: HEADING_WEIGHT },
    prefix: (term) => term.length - languageLength(term) >= SHORTEST_BEGUN,
    weights: COMPLETED_WEIGHTS,
  };
  const find = ({ keys, inTwo }: IndexQuery, isWanted: (id: number) => boolean): Scored[] => {
    const whole = mini.search(keys.join(' '), { ...options, filter: ({ id }) => isWanted(Number(id)) });
    const parted = inTwo.flatMap(({ keys: both, pattern }) =>
      mini.search(both.join(' '), {
        combineWith: 'AND',
        filter: ({ id }) => isWanted(Number(id)) && pattern.test(textOf(Number(id))),
      }),
    );
    return parted.length === 0 ? whole : [...parted, ...whole].sort((a, b) => b.score - a.score);
  };
  const textOf = (id: number): string => {
    const entry = entries[id];
    return entry === undefined ? '' : textAt(entry.article, entry.passage);
  };
  return {
    findPassages(words, { articleId, limit = DEFAULT_LIMIT } = {}) {
      const query = readIndexQuery(words, languages, vocabulary);
      if (query.keys.length === 0) return [];
      const isWanted = (id: number): boolean =>
        articleId === undefined || entries[id]?.article.id === articleId;
      const found = new Map<number, FoundPassage>();
      for (const { id, score } of find(query, isWanted)) {
        const entry = entries[Number(id)];
        if (entry !== undefined && !found.has(Number(id))) found.set(Number(id), { ...entry, score });
        if (found.size >= limit) break;
      }
      return [...found.values()];
    },
    knows(words, { articleId } = {}) {
      const { keys } = readIndexQuery(words, languages, vocabulary);
      if (keys.length === 0) return false;
      const isWanted = ({ id }: SearchResult): boolean =>
        articleId === undefined || entries[Number(id)]?.article.id === articleId;
      return mini.search(keys.join(' '), { filter: isWanted }).length > 0;
    },
  };
}
