import type { ArticleReader } from '../extract/article-reader.js';
import type { BuildCorpus } from './build-corpus.js';
import type { Corpus } from './corpus.js';
import { Library } from './library.js';
import type { LibraryShelf } from './library-shelf.js';
import type { IsKnown, ListedSources, SourceChange } from './listed-sources.js';
import type { LoadProgress } from './load-progress.js';
import { FULL_ROOM } from './memory-room.js';
import type { ReloadReport } from './reload-report.js';

/** What the libraries of servers are made with. */
export interface ServerLibrariesSettings {
  /** A server's own sources as they are stored: those whose stamps are not known. */
  readonly readSources: (guildId: string, isKnown: IsKnown) => Promise<ListedSources>;
  /** The last change of a server's sources; if it is left out nobody else changes them. */
  readonly versionOf?: (guildId: string) => Promise<number>;
  readonly parse: ArticleReader['parse'];
  readonly buildCorpus: BuildCorpus;
  readonly now: () => Date;
  /** Where a server's articles are kept over a restart; left out, they are made anew. */
  readonly shelfOf?: ((guildId: string) => LibraryShelf) | undefined;
  /** Passages that stay in memory over all servers; default `FULL_ROOM.passages`. */
  readonly keptPassages?: number;
}

/** What a library costs besides its passages, counted in passages. */
const OVERHEAD = 50;

/** Share of the room that one server takes from others at most, however much it has. */
const MOST_SHARE = 0.5;

/** A server's library that is open or being opened, how much is under way in it, and when it was used last, in milliseconds. */
interface Shelf {
  readonly library: Promise<Library>;
  /** The change up to which its sources were read at least. */
  readonly version: number;
  underWay: number;
  passages: number;
  usedAt: number;
}

/**
 * The libraries of servers' own sources, each opened when its server is first used. If together they have too many passages, those
 * are let go first that take the most room for the longest time unused, but never while one is being opened or read again: it is
 * opened anew from the store when it is wanted. A server with more than half the room keeps others from no more than that.
 */
export class ServerLibraries {
  readonly #settings: ServerLibrariesSettings;
  /** In the order of their last use, the latest last. */
  readonly #shelves = new Map<string, Shelf>();

  constructor(settings: ServerLibrariesSettings) {
    this.#settings = settings;
  }

  /** A server's own articles as of the last load that succeeded. @throws what reading the store throws. */
  corpusOf(guildId: string): Promise<Corpus> {
    return this.#use(guildId, (library) => Promise.resolve(library.corpus));
  }

  /** Reads a server's own sources again; two at once are put in a row. @throws what reading the store throws. */
  reload(guildId: string, onProgress?: (progress: LoadProgress) => void): Promise<ReloadReport> {
    return this.#use(guildId, (library) => library.reload(onProgress));
  }

  /** Puts sources of a server in and takes others out, without a look at the rest of them. @throws what reading the store throws if the server's library is not open. */
  change(guildId: string, change: SourceChange): Promise<ReloadReport> {
    return this.#use(guildId, (library) => library.change(change));
  }

  /**
   * Learns that a server's sources have changed elsewhere: if they are in memory and older they are read again. If that
   * fails they are let go of, so that nobody is answered by what is known to be old.
   */
  async refresh(guildId: string, version: number): Promise<void> {
    const shelf = this.#shelves.get(guildId);
    if (shelf === undefined || shelf.version >= version) return;
    await this.reload(guildId).catch(() => this.close(guildId));
  }

  /** Lets go of all, which are opened anew when they are wanted. */
  closeAll(): void {
    this.#shelves.clear();
  }

  /** Lets go of a server that has been forgotten. */
  close(guildId: string): void {
    this.#shelves.delete(guildId);
  }

  async #use<Result>(guildId: string, work: (library: Library) => Promise<Result>): Promise<Result> {
    const shelf = this.#shelves.get(guildId) ?? this.#open(guildId);
    this.#shelves.delete(guildId);
    this.#shelves.set(guildId, shelf);
    shelf.underWay += 1;
    try {
      const library = await shelf.library;
      const result = await work(library);
      shelf.passages = library.corpus.articles.reduce((sum, { passages }) => sum + passages.length, 0);
      return result;
    } finally {
      shelf.underWay -= 1;
      shelf.usedAt = this.#settings.now().getTime();
      this.#letGo(guildId);
    }
  }

  #open(guildId: string): Shelf {
    const { readSources, versionOf, parse, buildCorpus, now, shelfOf } = this.#settings;
    let version = 0;
    const opened = Library.open({
      readSources: async (isKnown) => {
        // Asked beforehand, so that what is read is that new at least.
        const asked = (await versionOf?.(guildId)) ?? 0;
        const listed = await readSources(guildId, isKnown);
        version = asked;
        return listed;
      },
      parse,
      buildCorpus,
      now,
      ...(shelfOf && { shelf: shelfOf(guildId) }),
    });
    const library = opened.then((open) => open.library);
    const shelf: Shelf = {
      library,
      get version() {
        return version;
      },
      underWay: 0,
      passages: 0,
      usedAt: now().getTime(),
    };
    // One that could not be opened is tried again the next time.
    library.catch(() => {
      if (this.#shelves.get(guildId) === shelf) this.#shelves.delete(guildId);
    });
    return shelf;
  }

  /** Lets go of what is idle and takes the most room for the longest time, but not of what was just used. */
  #letGo(justUsed: string): void {
    const { keptPassages = FULL_ROOM.passages, now } = this.#settings;
    const sizeOf = ({ passages }: Shelf): number => Math.min(passages + OVERHEAD, keptPassages * MOST_SHARE);
    let passages = 0;
    for (const shelf of this.#shelves.values()) passages += sizeOf(shelf);
    if (passages <= keptPassages) return;
    const time = now().getTime();
    const waste = (shelf: Shelf): number => sizeOf(shelf) * (time - shelf.usedAt);
    const idle = [...this.#shelves].filter(
      ([guildId, { underWay }]) => guildId !== justUsed && underWay === 0,
    );
    for (const [guildId, shelf] of idle.sort(([, a], [, b]) => waste(b) - waste(a))) {
      if (passages <= keptPassages) return;
      this.#shelves.delete(guildId);
      passages -= sizeOf(shelf);
    }
  }
}
