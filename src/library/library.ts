import type { SourceFile } from '../article/source-file.js';
import type { ArticleReader } from '../extract/article-reader.js';
import { type Phrase, phrase } from '../messages/phrase.js';
import { assemble, isSame, type UnreadSource } from './assemble.js';
import type { BuildCorpus } from './build-corpus.js';
import type { Corpus, LoadProblem } from './corpus.js';
import type { LoadProgress } from './load-progress.js';
import type { ReloadReport } from './reload-report.js';

/** What the library is made with: all that touches the world comes from outside. */
export interface LibrarySettings {
  /** Reads the sources as they are now; a rejection leaves the library as it was. */
  readonly readSources: () => Promise<{
    readonly files: readonly SourceFile[];
    readonly unread: readonly UnreadSource[];
  }>;
  readonly parse: ArticleReader['parse'];
  readonly buildCorpus: BuildCorpus;
  readonly now: () => Date;
}

/** Holds the corpus that is served. Whoever takes it keeps it whole while a reload puts another in its place. */
export class Library {
  readonly #settings: LibrarySettings;
  #corpus: Corpus;
  #last: Promise<unknown> = Promise.resolve();

  private constructor(settings: LibrarySettings, empty: Corpus) {
    this.#settings = settings;
    this.#corpus = empty;
  }

  /**
   * A library with its sources loaded for the first time, and the report of that load.
   *
   * @throws what reading the sources throws when they cannot be read at all.
   */
  static async open(settings: LibrarySettings): Promise<{ library: Library; report: ReloadReport }> {
    const empty = await settings.buildCorpus({ articles: [], problems: [], loadedAt: settings.now() });
    const library = new Library(settings, empty);
    return { library, report: await library.reload() };
  }

  /** The corpus as of the last load that succeeded. Take it once for each reply. */
  get corpus(): Corpus {
    return this.#corpus;
  }

  /**
   * Reads everything again and then puts the new corpus in place in one step; two at once are put in
   * a row. Where anything throws, the old corpus stays.
   *
   * @throws what reading the sources throws when they cannot be read at all.
   */
  reload(onProgress?: (progress: LoadProgress) => void): Promise<ReloadReport> {
    const turn = this.#last.then(() => this.#load(onProgress));
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  async #load(onProgress?: (progress: LoadProgress) => void): Promise<ReloadReport> {
    const { readSources, parse, buildCorpus, now } = this.#settings;
    const started = now();
    const earlier = this.#corpus;
    const sources = await readSources();
    const { articles, problems } = await assemble({
      ...sources,
      earlier: earlier.articles,
      parse,
      onProgress,
    });
    const corpus = await buildCorpus({ articles, problems, loadedAt: now() });
    this.#corpus = corpus;
    return { ...compare(earlier, corpus), problems, milliseconds: now().getTime() - started.getTime() };
  }
}

type Changes = Pick<ReloadReport, 'added' | 'removed' | 'changed' | 'unchanged'>;

function compare(before: Corpus, after: Corpus): Changes {
  const ids = after.articles.map((article) => article.id);
  const isUnchanged = (id: string): boolean => {
    const [was, is] = [before.findArticle(id), after.findArticle(id)];
    return was !== undefined && is !== undefined && isSame(was, is);
  };
  return {
    added: ids.filter((id) => before.findArticle(id) === undefined),
    removed: before.articles.map((article) => article.id).filter((id) => after.findArticle(id) === undefined),
    changed: ids.filter((id) => before.findArticle(id) !== undefined && !isUnchanged(id)),
    unchanged: ids.filter(isUnchanged),
  };
}

/** A problem as one line: `harbour.md:3: "published" is not a date (2024-13-01)`. */
export function describeProblem({ file, line, reason, isServedFromEarlier }: LoadProblem): Phrase {
  const place = line === null ? file : `${file}:${line}`;
  return phrase(isServedFromEarlier ? 'articles.problem-kept' : 'articles.problem', { place, reason });
}
