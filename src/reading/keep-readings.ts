import type { Article } from '../article/article.js';
import { ownSourceName, stampOf } from '../library/own-articles.js';
import { actFor, NOBODY } from '../scheduling/whose-work.js';
import type { ParseStore, StoredParse } from '../store/parses.js';
import type { SourceStore } from '../store/sources.js';
import type { KeptAnalyses } from './kept-analyses.js';
import { packReading, unpackReading } from './kept-reading.js';
import { type OwnSource, ownSourceOf } from './own-source.js';
import { tellOnce } from './tell-once.js';
import type { PackedAnalysis } from './told-analysis.js';

/** What the readings of servers' own articles are kept with. */
export interface KeepReadingsOptions {
  readonly store: { readonly readings: ParseStore; readonly sources: Pick<SourceStore, 'list'> };
  /** Tells this program from others (see `programFingerprint`): what another one has read is not taken. */
  readonly fingerprint: () => Promise<string>;
  /** Bytes of each server at most. */
  readonly mostBytes: number;
  /** Told of what could not be read or written, once until it succeeds again; articles are read anew then. */
  readonly onTrouble: (error: unknown) => void;
}

/** Where readings are kept until it is closed. */
export interface KeptReadings extends KeptAnalyses {
  /** Resolves once what was to be kept by then is written; nothing is kept any more. */
  close(): Promise<void>;
}

/** Readings that are written in one transaction: each writes the disk through, and holds up whoever waits for the database. */
const WRITTEN_AT_ONCE = 8;

/** Bytes of readings that wait to be written at most; what is beyond them is read anew after a start. */
const MOST_WAITING = 8_000_000;

/** A reading to be written. */
interface Waiting {
  readonly own: OwnSource;
  readonly bytes: Uint8Array;
}

/**
 * What was read in servers' own articles, in the store beside their sources, so that it goes with the source and with the server wherever the database is. It is written
 * behind the answer that it was read for, some at a time. Of articles that all servers share nothing is found or kept.
 */
export function keepReadings({
  store,
  fingerprint,
  mostBytes,
  onTrouble,
}: KeepReadingsOptions): KeptReadings {
  const [readQuietly, writeQuietly] = [tellOnce(onTrouble), tellOnce(onTrouble)];
  let waiting: Waiting[] = [];
  let size = 0;
  let writing: Promise<void> = Promise.resolve();
  let isClosed = false;
  const find = async ({ guildId, file, key }: OwnSource): Promise<PackedAnalysis | null> => {
    const found = await store.readings.find(guildId, await fingerprint(), ownSourceName(file) ?? '');
    return found?.key === key ? unpackReading(found.bytes) : null;
  };
  const takeSome = (): readonly Waiting[] => {
    const guildId = waiting[0]?.own.guildId;
    const some = waiting.filter(({ own }) => own.guildId === guildId).slice(0, WRITTEN_AT_ONCE);
    const taken = new Set(some);
    waiting = waiting.filter((one) => !taken.has(one));
    for (const { bytes } of some) size -= bytes.byteLength;
    return some;
  };
  const writeSome = async (): Promise<void> => {
    const some = takeSome();
    const [first] = some;
    if (first === undefined) return;
    const { guildId } = first.own;
    const records = new Map((await store.sources.list(guildId)).map((record) => [record.name, record]));
    const readings = some.flatMap(({ own, bytes }): StoredParse[] => {
      const source = records.get(ownSourceName(own.file) ?? '');
      // What is another by now was read for nothing.
      return source === undefined || stampOf(source) !== own.stamp ? [] : [{ source, key: own.key, bytes }];
    });
    await store.readings.put(guildId, await fingerprint(), readings, mostBytes);
  };
  const keep = async (own: OwnSource, analysis: PackedAnalysis): Promise<void> => {
    const bytes = await packReading(analysis);
    if (isClosed || size + bytes.byteLength > MOST_WAITING) return;
    waiting.push({ own, bytes });
    size += bytes.byteLength;
    const written = writing.then(() => actFor(NOBODY, writeSome));
    writing = written.catch(() => undefined);
    await written;
  };
  return {
    find(article: Article) {
      const own = ownSourceOf(article);
      return own === undefined ? Promise.resolve(null) : readQuietly(() => find(own), null);
    },
    keep(article, analysis) {
      const own = ownSourceOf(article);
      return own === undefined ? Promise.resolve() : writeQuietly(() => keep(own, analysis), undefined);
    },
    close() {
      isClosed = true;
      return writing;
    },
  };
}

/** What is kept of articles that all servers share, and of those that servers have of their own. */
export function keepBoth(shared: KeptAnalyses, own: KeptAnalyses): KeptAnalyses {
  const whoseOf = (article: Article): KeptAnalyses => (ownSourceOf(article) === undefined ? shared : own);
  return {
    find: (article) => whoseOf(article).find(article),
    keep: (article, analysis) => whoseOf(article).keep(article, analysis),
  };
}
