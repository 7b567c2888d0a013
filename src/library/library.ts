import type { ArticleReader } from '../extract/article-reader.js';
import { type Phrase, phrase } from '../messages/phrase.js';
import { doInSlices } from '../scheduling/give-way.js';
import type { ServedSegment } from '../search/index/served-segment.js';
import { assemble, isSame } from './assemble.js';
import type { BuildCorpus, BuiltCorpus } from './build-corpus.js';
import type { Corpus, LoadProblem } from './corpus.js';
import type { KeptLibrary, LibraryShelf } from './library-shelf.js';
import type { ReadSources, SourceChange } from './listed-sources.js';
import type { LoadProgress } from './load-progress.js';
import { ParsedSources } from './parsed-sources.js';
import type { ReloadReport } from './reload-report.js';

/** What the library is made with: all that touches the world comes from outside. */
export interface LibrarySettings {
  /** Reads the sources as they are now; a rejection leaves the library as it was. */
  readonly readSources: ReadSources;
  readonly parse: ArticleReader['parse'];
  readonly buildCorpus: BuildCorpus;
  readonly now: () => Date;
  /** Where the library is kept over a restart; left out, it is made anew. */
  readonly shelf?: LibraryShelf;
}

/** Holds the corpus that is served. Whoever takes it keeps it whole while a change puts another in its place. */
export class Library {
  readonly #settings: LibrarySettings;
  #sources: ParsedSources;
  #corpus: BuiltCorpus;
  /** Of the articles that were served last, before a restart too. */
  #segments: readonly ServedSegment[];
  #last: Promise<unknown> = Promise.resolve();
  #keeping: Promise<void> = Promise.resolve();

  private constructor(settings: LibrarySettings, empty: BuiltCorpus, kept: KeptLibrary) {
    this.#settings = settings;
    this.#corpus = empty;
    this.#sources = ParsedSources.ofKept(kept.sources);
    this.#segments = kept.segments;
  }

  /**
   * A library with its sources loaded for the first time, and the report of that load.
   *
   * @throws what reading the sources throws when they cannot be read at all.
   */
  static async open(settings: LibrarySettings): Promise<{ library: Library; report: ReloadReport }> {
    const empty = await settings.buildCorpus({ articles: [], problems: [], loadedAt: settings.now() });
    const kept = (await settings.shelf?.load()) ?? { sources: [], segments: [] };
    const library = new Library(settings, empty, kept);
    return { library, report: await library.reload() };
  }

  /** The corpus as of the last load that succeeded. Take it once for each reply. */
  get corpus(): Corpus {
    return this.#corpus;
  }

  /**
   * Looks at all sources again, makes articles of those that have changed and then puts the new corpus in place in one step; two
   * changes at once are put in a row. If anything throws, the old corpus stays.
   *
   * @throws what reading the sources throws when they cannot be read at all.
   */
  reload(onProgress?: (progress: LoadProgress) => void): Promise<ReloadReport> {
    const { readSources, parse } = this.#settings;
    return this.#inTurn(async (sources) => {
      const listed = await readSources((file, stamp) => sources.isKnown(file, stamp));
      return sources.list(listed, parse, onProgress);
    });
  }

  /** Puts sources in and takes others out, without a look at the rest of them; else as `reload`. */
  change({ put, removed }: SourceChange): Promise<ReloadReport> {
    return this.#inTurn((sources) => sources.change(put, removed, this.#settings.parse));
  }

  #inTurn(read: (sources: ParsedSources) => Promise<ParsedSources>): Promise<ReloadReport> {
    const turn = this.#last.then(() => this.#load(read));
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  async #load(read: (sources: ParsedSources) => Promise<ParsedSources>): Promise<ReloadReport> {
    const { buildCorpus, now } = this.#settings;
    const started = now();
    const earlier = this.#corpus;
    const sources = await read(this.#sources);
    const { parsedFiles, unread } = sources;
    const { articles, problems } = await doInSlices(
      assemble({ parsedFiles, unread, earlier: earlier.articles }),
    );
    this.#settings.shelf?.note?.(sources.kept);
    const corpus = await buildCorpus({ articles, problems, loadedAt: now(), earlier: this.#segments });
    this.#sources = sources;
    this.#corpus = corpus;
    this.#segments = corpus.index.segments;
    this.#keep();
    return { ...compare(earlier, corpus), problems, milliseconds: now().getTime() - started.getTime() };
  }

  /** Resolves once what is served now is kept. */
  get kept(): Promise<void> {
    return this.#keeping;
  }

  /** Keeps what is served at that moment, once what is under way is kept. */
  #keep(): void {
    const { shelf } = this.#settings;
    if (shelf === undefined) return;
    this.#keeping = this.#keeping.then(() =>
      shelf.save({ sources: this.#sources.kept, segments: this.#segments }),
    );
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
  // A name may hold line breaks: each problem is one line.
  const name = file.replace(/[\r\n]/gu, '\ufffd');
  const place = line === null ? name : `${name}:${line}`;
  return phrase(isServedFromEarlier ? 'articles.problem-kept' : 'articles.problem', { place, reason });
}
