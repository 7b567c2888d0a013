import MiniSearch, { type SearchOptions } from 'minisearch';
import { type Article, type Passage, textAt } from '../article/article.js';
import { isEnglish, primaryLanguage } from '../article/language-tag.js';
import { Vocabulary } from '../language/vocabulary.js';
import { findKeysIn, languageLength } from '../language/words-in.js';
import { doInSlices } from '../scheduling/give-way.js';
import type { FoundPassage, SearchIndex } from './search-index.js';

/** A passage as MiniSearch keeps it: its place in the list of all passages, and its words' keys. */
interface Document {
  readonly id: number;
  readonly keys: string;
  readonly title: string;
  readonly heading: string;
}

/** Passages found unless a limit is given: more than three pages of results. */
const DEFAULT_LIMIT = 20;

/** A title is about every passage, so it counts less than the passage's own words. */
const TITLE_WEIGHT = 0.3;
/** A heading is about fewer of them. */
const HEADING_WEIGHT = 0.6;

/** Words shorter than this are not completed: two or three letters begin too many words. */
const SHORTEST_PREFIX = 4;
/** What completed words weigh against whole ones, so that they only break ties. */
const COMPLETED_WEIGHTS = { prefix: 0.3, fuzzy: 0 };

/**
 * An index of the passages of articles: stems, digits for number words, full names of months,
 * abbreviations without full stops, and no stop words (in a query they hijack the ranking and
 * take three quarters of the time). Scores are MiniSearch's BM25+, comparable only within one result.
 * The words of an article are read by the rules of its language, those of a query by the rules of each language that the articles have.
 * Gives way to other work: thousands of articles take seconds.
 */
export function buildSearchIndex(articles: readonly Article[]): Promise<SearchIndex> {
  return doInSlices(buildInSteps(articles));
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
  for (const article of articles) {
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
  const queryIn = (words: string, language: string): string[] =>
    findKeysIn(words, language, (word) => (isEnglish(language) ? vocabulary.correct(word) : word));
  const options: SearchOptions = {
    boost: { title: TITLE_WEIGHT, heading: HEADING_WEIGHT },
    prefix: (term) => term.length - languageLength(term) >= SHORTEST_PREFIX,
    weights: COMPLETED_WEIGHTS,
  };
  return {
    findPassages(words, { articleId, limit = DEFAULT_LIMIT } = {}) {
      const query = [...new Set([...languages].flatMap((language) => queryIn(words, language)))].join(' ');
      if (query === '') return [];
      const isWanted = (id: number): boolean =>
        articleId === undefined || entries[id]?.article.id === articleId;
      const found: FoundPassage[] = [];
      for (const { id, score } of mini.search(query, {
        ...options,
        filter: (result) => isWanted(Number(result.id)),
      })) {
        const entry = entries[Number(id)];
        if (entry !== undefined) found.push({ ...entry, score });
        if (found.length >= limit) break;
      }
      return found;
    },
  };
}
