import type { Article } from '../article/article.js';
import type { KeptSource } from '../library/library-shelf.js';

/** The source of a server that an article was made of. */
export interface OwnSource extends Pick<KeptSource, 'file' | 'key' | 'stamp'> {
  readonly guildId: string;
}

const sources = new WeakMap<Article, OwnSource>();

/** Remembers of which source an article was made: by itself it tells neither its server nor which version of the source it is. */
export function rememberOwnSource(article: Article, source: OwnSource): void {
  sources.set(article, source);
}

/** The source of a server that an article was made of; undefined for the articles that all servers share. */
export function ownSourceOf(article: Article): OwnSource | undefined {
  return sources.get(article);
}
