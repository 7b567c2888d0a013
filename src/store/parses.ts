import type { SourceRecord } from './sources.js';

/** What was made of a server's source (its article, or what was read in it), as bytes that only whoever made them reads. */
export interface StoredParse {
  readonly source: SourceRecord;
  /** A hash of all that it was made of. */
  readonly key: string;
  readonly bytes: Uint8Array;
}

/**
 * What was made of the sources of servers: a short cut, which is made anew if it is not there. It goes with its source and with its server, in the
 * same transaction, on all machines at once.
 */
export interface ParseStore {
  /** Of a server's sources those of which this maker has made something, as they are now. Ordered by name. */
  list(guildId: string, maker: string): Promise<readonly StoredParse[]>;
  /** What this maker has made of one of them, as it is now; null if there is none. */
  find(guildId: string, maker: string, name: string): Promise<StoredParse | null>;
  /** Keeps what a maker has made of sources that are still as they were, each in place of what was made of it before, as far as all of the server's take `most` bytes. */
  put(guildId: string, maker: string, parses: readonly StoredParse[], most: number): Promise<void>;
}
