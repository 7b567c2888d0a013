import type { Article } from '../article/article.js';
import { normalise } from '../language/normalise.js';
import type { Corpus } from '../library/corpus.js';
import { ownSourceName } from '../library/own-articles.js';
import type { SourceRecord } from '../store/sources.js';
import type { Likeness } from './own-sources.js';

/** What is seen in a server: its own sources, also those that could not be read, and the articles of both. */
export interface SeenSources {
  readonly records: readonly SourceRecord[];
  readonly own: Corpus;
  readonly shared: Corpus;
}

/** What an article that would have this name is like, own sources before shared ones; null if it is like nothing. */
export function findLikeness(
  article: Article,
  name: string,
  { records, own, shared }: SeenSources,
): Likeness | null {
  const sameName = records.find((record) => record.name === name);
  return (
    findCopy(article, own.articles) ??
    (sameName === undefined ? null : { sameness: 'name', title: sameName.title, name }) ??
    findCopy(article, shared.articles) ??
    findNamesake(article, shared.articles)
  );
}

function findCopy({ text, meta }: Article, articles: readonly Article[]): Likeness | null {
  const sameText = articles.find((other) => other.text === text);
  if (sameText !== undefined) return describe('text', sameText);
  const sameUrl = articles.find((other) => meta.url !== null && other.meta.url === meta.url);
  return sameUrl === undefined ? null : describe('address', sameUrl);
}

function findNamesake({ meta }: Article, articles: readonly Article[]): Likeness | null {
  const title = normalise(meta.title);
  const namesake = articles.find((other) => normalise(other.meta.title) === title);
  return namesake === undefined ? null : describe('name', namesake);
}

function describe(sameness: Likeness['sameness'], { id, meta }: Article): Likeness {
  return { sameness, title: meta.title, name: ownSourceName(id) };
}
