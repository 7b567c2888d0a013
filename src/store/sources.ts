/** What is known of a file that a server's moderators have added, without its bytes. */
export interface SourceRecord {
  readonly guildId: string;
  /** Unique within the server: lower-case letters, digits and hyphens, 40 at most. */
  readonly name: string;
  /** What the article is called if its own text does not say. */
  readonly title: string;
  /** One of `ENDINGS`: `txt`, `md`, `pdf` … */
  readonly ending: string;
  /** Bytes of the file. */
  readonly size: number;
  /** Where it was fetched from, or null. */
  readonly fetchedFrom: string | null;
  /** When it was fetched, or null. */
  readonly fetchedAt: Date | null;
  /** Who added it; null once they have asked to be forgotten. */
  readonly addedBy: string | null;
  readonly addedAt: Date;
  /** The feed that it came by; null for what a moderator added. */
  readonly feed: SourceFeed | null;
}

/** Which entry of which feed a source came of. */
export interface SourceFeed {
  readonly url: string;
  /** What tells the entry from the feed's others. */
  readonly key: string;
  /** Another one once the entry has changed. */
  readonly stamp: string;
}

/** A file that a server's moderators have added. */
export interface StoredSource extends SourceRecord {
  /** As it was given, byte for byte. */
  readonly bytes: Uint8Array;
}

/** What a server's own sources come to. */
export interface SourceTotals {
  readonly count: number;
  readonly bytes: number;
}

/** The sources of servers. */
export interface SourceStore {
  /** Ordered by name. */
  list(guildId: string): Promise<readonly SourceRecord[]>;
  /** The same with their bytes. */
  readAll(guildId: string): Promise<readonly StoredSource[]>;
  find(guildId: string, name: string): Promise<StoredSource | null>;
  /** Puts a source in place of any with its name; false, and nothing changed, if the totals would then be above the limits. */
  put(source: Omit<StoredSource, 'size'>, limits: SourceTotals): Promise<boolean>;
  /** False if there is none. */
  remove(guildId: string, name: string): Promise<boolean>;
  totals(guildId: string): Promise<SourceTotals>;
}

/** A source that was shown to a moderator and waits for their word. */
export interface Draft {
  /** Random, 16 characters that may be in a custom_id. */
  readonly id: string;
  readonly guildId: string;
  readonly userId: string;
  readonly title: string;
  readonly ending: string;
  readonly bytes: Uint8Array;
  readonly fetchedFrom: string | null;
  readonly fetchedAt: Date | null;
  readonly madeAt: Date;
}

/** The drafts of servers, each for the user who made it alone. */
export interface DraftStore {
  /** Keeps the newest `most` of the same server and user. */
  put(draft: Draft, most: number): Promise<void>;
  /** The draft of this server and user, or null. */
  find(guildId: string, userId: string, id: string): Promise<Draft | null>;
  /** False if there is none of this server and user. */
  remove(guildId: string, userId: string, id: string): Promise<boolean>;
  /** Removes those of all servers made before a moment. */
  removeOlder(than: Date): Promise<number>;
}
