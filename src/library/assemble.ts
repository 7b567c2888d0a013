import type { Article } from '../article/article.js';
import type { ParsedSource } from '../article/source-file.js';
import { textKeyOf } from '../article/text-key.js';
import { type Phrase, phrase, type Wording } from '../messages/phrase.js';
import type { LoadProblem } from './corpus.js';

/** The articles of a load, ordered by id, and what was wrong with the files that have none. */
export interface Assembly {
  readonly articles: readonly Article[];
  readonly problems: readonly LoadProblem[];
}

/** What a load starts from: the files read, those that could not be, and the articles served so far. */
export interface AssemblySource {
  /** In the order of their names. */
  readonly parsedFiles: readonly ReadSource[];
  readonly unread: readonly UnreadSource[];
  readonly earlier: readonly Article[];
}

/** A file with what was made of it. */
export interface ReadSource {
  readonly file: string;
  readonly parsed: ParsedSource;
}

/** A file that could not be read; or a folder, whose files are not known. */
export interface UnreadSource {
  readonly file: string;
  readonly isFolder?: boolean;
  readonly reason: Wording;
}

/**
 * Makes articles of files. One whose text and metadata are as before stays the same object, so that
 * what was worked out of it stays too. A file that fails keeps its earlier article, and of two
 * files with one id, text or address the first in the order of their paths is served. A step after each file.
 */
export function* assemble({ parsedFiles, unread, earlier }: AssemblySource): Generator<undefined, Assembly> {
  const earlierById = new Map(earlier.map((article) => [article.id, article]));
  const served = new Served();
  const problems: LoadProblem[] = [];
  const failed: (UnreadSource & { readonly line: number | null })[] = unread.map((one) => ({
    ...one,
    line: null,
  }));
  for (const { file, parsed } of parsedFiles) {
    if (parsed.ok) {
      const reason = served.add(keepEarlier(parsed.article, earlierById.get(parsed.article.id)), file);
      if (reason !== null) problems.push({ file, line: null, reason, isServedFromEarlier: false });
    } else {
      failed.push({ file, line: parsed.line, reason: parsed.reason });
    }
    yield;
  }
  for (const { file, line, reason, isFolder = false } of failed) {
    const kept = earlier.filter(({ id }) =>
      isFolder ? id.startsWith(`${file}/`) : id === file.replace(/\.[^./]+$/u, ''),
    );
    const again = kept.filter((article) => served.add(article, file) === null);
    problems.push({ file, line, reason, isServedFromEarlier: again.length > 0 });
  }
  problems.sort((a, b) => (a.file < b.file ? -1 : 1));
  return { articles: served.articles(), problems };
}

function keepEarlier(article: Article, earlier: Article | undefined): Article {
  return earlier !== undefined && isSame(article, earlier) ? earlier : article;
}

/** Whether two articles have the same text and metadata, and the same is to be known about them. */
export function isSame(a: Article, b: Article): boolean {
  if (a === b) return true;
  return a.text === b.text && JSON.stringify([a.meta, a.notes]) === JSON.stringify([b.meta, b.notes]);
}

/** The articles taken so far, so that no two share an id, a text or an address. */
class Served {
  readonly #byId = new Map<string, Article>();
  readonly #files = {
    id: new Map<string, string>(),
    text: new Map<string, string>(),
    url: new Map<string, string>(),
  };

  /** Takes an article; or says why not, as a sentence without the file's name. */
  add(article: Article, file: string): Phrase | null {
    const sameId = this.#files.id.get(article.id);
    if (sameId !== undefined) return phrase('articles.same-name', { file: sameId });
    const textKey = textKeyOf(article);
    const sameText = this.#files.text.get(textKey);
    if (sameText !== undefined) return phrase('articles.same-text', { file: sameText });
    const { url } = article.meta;
    const sameUrl = url === null ? undefined : this.#files.url.get(url);
    if (sameUrl !== undefined) return phrase('articles.same-url', { file: sameUrl, url: url ?? '' });
    this.#byId.set(article.id, article);
    this.#files.id.set(article.id, file);
    this.#files.text.set(textKey, file);
    if (url !== null) this.#files.url.set(url, file);
    return null;
  }

  /** Ordered by id. */
  articles(): Article[] {
    return [...this.#byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  }
}
