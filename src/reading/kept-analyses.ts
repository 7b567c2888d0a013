import { createHash } from 'node:crypto';
import type { Article } from '../article/article.js';
import type { KeptFolder } from '../files/kept-folder.js';
import { ownSourceName } from '../library/own-articles.js';
import { mapAtOnce } from '../scheduling/map-at-once.js';
import { packReading, unpackReading } from './kept-reading.js';
import type { PackedAnalysis } from './told-analysis.js';

/** Where analyses are kept over a restart, so that an article is read once. What is kept is only ever a short cut. */
export interface KeptAnalyses {
  /** What was read in the same article; null if nothing is kept of it. Never rejects. */
  find(article: Article): Promise<PackedAnalysis | null>;
  /** Keeps what was read in an article. Never rejects. */
  keep(article: Article, analysis: PackedAnalysis): Promise<void>;
}

/** What analyses are kept with. */
export interface KeptAnalysesOptions {
  readonly folder: KeptFolder;
  /** Tells this program from others (see `programFingerprint`): what another one has read is not taken. */
  readonly fingerprint: () => Promise<string>;
  readonly onTrouble: (error: unknown) => void;
  /** Bytes on the disk at most; default `MOST_BYTES`. */
  readonly mostBytes?: number;
}

/** Room for what was read in some 10,000 articles of 2,000 words; those kept longest go. */
const MOST_BYTES = 256 * 1024 ** 2;

/** Readings in a folder, a file each; of servers' own articles nothing is written there, as it must go with the server (see `keepReadings`). */
export function openKeptAnalyses({
  folder,
  fingerprint,
  onTrouble,
  mostBytes = MOST_BYTES,
}: KeptAnalysesOptions): KeptAnalyses {
  const room = new Room(folder, mostBytes);
  const quietly = <Result>(work: Promise<Result>, otherwise: Result): Promise<Result> =>
    work.catch((error: unknown) => {
      onTrouble(error);
      return otherwise;
    });
  const find = async (article: Article): Promise<PackedAnalysis | null> => {
    if (!isShared(article)) return null;
    const bytes = await folder.read(nameOf(article, await fingerprint()));
    return bytes === null ? null : unpackReading(bytes);
  };
  const keep = async (article: Article, analysis: PackedAnalysis): Promise<void> => {
    if (!isShared(article)) return;
    const name = nameOf(article, await fingerprint());
    const bytes = await packReading(analysis);
    await folder.write(name, [bytes]);
    await room.take(name, bytes.byteLength);
  };
  return {
    find: (article) => quietly(find(article), null),
    keep: (article, analysis) => quietly(keep(article, analysis), undefined),
  };
}

function isShared({ id }: Article): boolean {
  return ownSourceName(id) === null;
}

/** By all that an analysis is made of: the article, its id apart, and the program. */
function nameOf({ text, meta, paragraphs, asides, sentences }: Article, fingerprint: string): string {
  const hash = createHash('sha256').update(fingerprint).update(text);
  for (const part of [meta, paragraphs, asides, sentences]) hash.update(JSON.stringify(part));
  return `${hash.digest('base64url').slice(0, 32)}.analysis`;
}

/** Looks at the sizes of files at the same time. */
const LOOKS_AT_ONCE = 16;

/** Keeps a folder from growing beyond some bytes. */
class Room {
  readonly #folder: KeptFolder;
  readonly #most: number;
  /** The sizes of the files, the one that was written longest ago first. */
  #sizes: Promise<Map<string, number>> | undefined;
  #total = 0;

  constructor(folder: KeptFolder, most: number) {
    this.#folder = folder;
    this.#most = most;
  }

  async take(name: string, size: number): Promise<void> {
    this.#sizes ??= this.#look();
    const sizes = await this.#sizes;
    this.#total += size - (sizes.get(name) ?? 0);
    sizes.delete(name);
    sizes.set(name, size);
    for (const [oldest, own] of sizes) {
      if (this.#total <= this.#most) return;
      sizes.delete(oldest);
      this.#total -= own;
      await this.#folder.remove(oldest);
    }
  }

  async #look(): Promise<Map<string, number>> {
    const names = await this.#folder.list();
    const found = await mapAtOnce(names, LOOKS_AT_ONCE, async (name) => ({
      name,
      ...(await this.#folder.measure(name)),
    }));
    const inOrder = found.toSorted((a, b) => a.writtenAt - b.writtenAt);
    for (const { size } of inOrder) this.#total += size;
    return new Map(inOrder.map(({ name, size }) => [name, size]));
  }
}
