import type { KeptLibrary, KeptSource, LibraryShelf } from '../library/library-shelf.js';
import { ownFile, ownSourceName, stampOf } from '../library/own-articles.js';
import { doInSlices } from '../scheduling/give-way.js';
import { mapAtOnce } from '../scheduling/map-at-once.js';
import { actFor, NOBODY } from '../scheduling/whose-work.js';
import { indexedOf } from '../search/build-search-index.js';
import type { IndexSegment } from '../search/index/index-segment.js';
import { mergeSegments } from '../search/index/merge-segments.js';
import type { ServedSegment } from '../search/index/served-segment.js';
import type { ParseStore, StoredParse } from '../store/parses.js';
import type { SourceStore } from '../store/sources.js';
import { packSource, unpackSource } from './kept-source.js';
import { rememberOwnSource } from './own-source.js';
import { tellOnce } from './tell-once.js';

/** What servers' own articles are kept with. */
export interface KeepSourcesOptions {
  readonly store: { readonly parses: ParseStore; readonly sources: Pick<SourceStore, 'list'> };
  /** Tells this program from others (see `programFingerprint`): what another one has made is not taken. */
  readonly fingerprint: () => Promise<string>;
  /** Bytes of each server at most. */
  readonly mostBytes: number;
  /** Told of what could not be read or written, once until it succeeds again; the server is served all the same. */
  readonly onTrouble: (error: unknown) => void;
}

/** A source of which an article was made that is not kept yet. */
interface NewSource extends KeptSource {
  readonly segment: () => IndexSegment;
}

/** Articles that are unpacked at the same time. */
const AT_ONCE = 4;

/** Articles that are written in one transaction, and bytes from which on no other is put to them: each writes the disk through, and holds up whoever waits for the database. */
const WRITTEN_AT_ONCE = { articles: 8, bytes: 262_144 };

const NOTHING: KeptLibrary = { sources: [], segments: [] };

/**
 * The shelves of servers in the store: beside each source what was made of it, so that it goes with the source and with the server wherever the database is, and
 * any of several machines finds it. What is damaged, or was made by another program, is passed over and made anew.
 */
export function keepSources({
  store,
  fingerprint,
  mostBytes,
  onTrouble,
}: KeepSourcesOptions): (guildId: string) => LibraryShelf {
  const [readQuietly, writeQuietly] = [tellOnce(onTrouble), tellOnce(onTrouble)];
  const load = async (guildId: string): Promise<KeptLibrary> => {
    const parses = await store.parses.list(guildId, await fingerprint());
    const unpacked = await mapAtOnce(parses, AT_ONCE, async ({ bytes }) => unpackSource(bytes));
    const sources: KeptSource[] = [];
    const served: ServedSegment[] = [];
    for (const [i, { source, key }] of parses.entries()) {
      const made = unpacked[i] ?? null;
      if (made === null) continue;
      const own = { file: ownFile(source), key, stamp: stampOf(source) };
      rememberOwnSource(made.article, { guildId, ...own });
      sources.push({ ...own, article: made.article });
      served.push({ segment: made.segment, articles: [made.article] });
    }
    return { sources, segments: served.length === 0 ? [] : [await doInSlices(mergeSegments(served))] };
  };
  const write = async (guildId: string, made: readonly NewSource[]): Promise<void> => {
    const maker = await fingerprint();
    const records = new Map((await store.sources.list(guildId)).map((record) => [record.name, record]));
    let [parses, size]: [StoredParse[], number] = [[], 0];
    for (const { file, key, stamp, article, segment } of made) {
      const source = records.get(ownSourceName(file) ?? '');
      if (source === undefined || stampOf(source) !== stamp) continue;
      const bytes = await packSource({ article, segment: segment() });
      parses.push({ source, key, bytes });
      size += bytes.byteLength;
      if (parses.length < WRITTEN_AT_ONCE.articles && size < WRITTEN_AT_ONCE.bytes) continue;
      await store.parses.put(guildId, maker, parses, mostBytes);
      [parses, size] = [[], 0];
    }
    await store.parses.put(guildId, maker, parses, mostBytes);
  };
  return (guildId) => {
    let made: NewSource[] = [];
    return {
      load: () => readQuietly(() => load(guildId), NOTHING),
      note(sources) {
        for (const source of sources) {
          const { file, key, stamp } = source;
          rememberOwnSource(source.article, { guildId, file, key, stamp });
          const segment = indexedOf(source.article);
          if (segment !== undefined) made.push({ ...source, segment });
        }
      },
      save() {
        const written = made;
        made = [];
        if (written.length === 0) return Promise.resolve();
        return writeQuietly(() => actFor(NOBODY, () => write(guildId, written)), undefined);
      },
    };
  };
}
