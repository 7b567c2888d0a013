import type { Wording } from '../messages/phrase.js';

/**
 * What must outlive a restart. Every method is one transaction: after a crash at any moment either all of it
 * is there or none. Ids of servers, users and channels are Discord's; moments are exact to the millisecond.
 */
export interface Store {
  readonly sources: SourceStore;
  readonly drafts: DraftStore;
  readonly feeds: FeedStore;
  readonly settings: SettingsStore;
  readonly misses: MissStore;
  readonly reloads: ReloadStore;
  readonly departures: DepartureStore;
  /** What all machines that share the store change; null where one process has it for itself. */
  readonly changes: Changes | null;
  /** The turns of all machines; null where one process has the store for itself. */
  readonly turns: Turns | null;
  /** Removes all that is kept of a server, in one transaction. */
  forgetServer(guildId: string): Promise<void>;
  /** Removes a user's id wherever it stands, and their drafts; the number of records that held it. */
  forgetUser(userId: string): Promise<number>;
  /** Whether the database answers. Never rejects. */
  isThere(): Promise<boolean>;
  /** Safe to call twice. @throws where the disk does not take what is left to write: it is closed then too, and nothing is lost that was confirmed. */
  close(): Promise<void>;
}

/** What a store's file, or whatever it is, could not be opened for: a sentence for the operator. */
export type StoreOpening =
  | { readonly ok: true; readonly store: Store }
  | { readonly ok: false; readonly reason: string };

/** What was changed: a server's sources, its settings, or the articles that all servers share, which were read again. */
export type ChangedPart = 'sources' | 'settings' | 'shared';

/** A change that a machine has made. */
export interface Change {
  /** Null for what all servers share. */
  readonly guildId: string | null;
  readonly part: ChangedPart;
  /** Higher than that of every change before it. */
  readonly version: number;
}

/** Told of what changes, by whichever machine. */
export interface ChangeListener {
  readonly onChange: (change: Change) => void;
  /** So long out of touch that it is not known any more what has changed: all may have. */
  readonly onLost: () => void;
}

/** What machines that share a store tell each other. */
export interface Changes {
  /**
   * Tells of each change from now on, our own too, within a second; those of a time out of touch are told afterwards. Of
   * several changes of one server's part the last is told. Ends with the store.
   */
  follow(listener: ChangeListener): Promise<void>;
  /** The last change of a server's sources; 0 where none is known. Ask before reading them: what is read is then that new at least. */
  versionOf(guildId: string): Promise<number>;
  /** Tells all machines that the shared articles were read again. */
  announceShared(): Promise<void>;
}

/** Turns that all machines take together. */
export interface Turns {
  /** Takes the next turn of a bucket, after which others wait for `pause` milliseconds; how many are left until it is there. */
  take(bucket: number, pause: number): Promise<number>;
}

/** What is known of a file that a server's moderators have added, without its bytes. */
export interface SourceRecord {
  readonly guildId: string;
  /** Unique within the server: lower-case letters, digits and hyphens, 40 at most. */
  readonly name: string;
  /** What the article is called where its own text does not say. */
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
  /** Puts a source in place of any with its name; false, and nothing changed, where the totals would then be above the limits. */
  put(source: Omit<StoredSource, 'size'>, limits: SourceTotals): Promise<boolean>;
  /** False where there is none. */
  remove(guildId: string, name: string): Promise<boolean>;
  totals(guildId: string): Promise<SourceTotals>;
}

/** A source that was shown to a moderator and waits for their word. */
export interface Draft {
  /** Random, 16 characters that may stand in a custom_id. */
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
  /** False where there is none of this server and user. */
  remove(guildId: string, userId: string, id: string): Promise<boolean>;
  /** Removes those of all servers made before a moment. */
  removeOlder(than: Date): Promise<number>;
}

/** What changes of a feed each time that it is read. */
export interface FeedState {
  readonly title: string;
  /** When it is to be read next. */
  readonly dueAt: Date;
  /** When it was last read whole, or null. */
  readonly readAt: Date | null;
  /** Since when it cannot be read, or null where it was read the last time. */
  readonly failingSince: Date | null;
  /** Readings that failed one after the other. */
  readonly failures: number;
  /** What is wrong with it, or with what came of it; null for nothing. */
  readonly problem: Wording | null;
  /** What its server called the version that was read (RFC 9110, 8.8), or null. */
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** The keys of the entries that are dealt with, also of those that a moderator has removed since. */
  readonly seen: readonly string[];
}

/** A feed that a server follows. */
export interface FollowedFeed extends FeedState {
  readonly guildId: string;
  /** Unique within the server. */
  readonly url: string;
  /** Articles that are kept of it at most; the oldest goes. */
  readonly most: number;
  /** What becomes of an article that the feed does not list any more. */
  readonly whenGone: 'keep' | 'drop';
  /** Who follows it for the server; null once they have asked to be forgotten. */
  readonly addedBy: string | null;
  readonly addedAt: Date;
}

/** The feeds of servers. */
export interface FeedStore {
  /** Ordered by title. */
  list(guildId: string): Promise<readonly FollowedFeed[]>;
  /**
   * Those of all servers that are to be read by now, `most` of them, the longest due: whoever gets them has them for itself
   * until they are updated, or until a moment where that never happens.
   */
  claimDue(now: Date, until: Date, most: number): Promise<readonly FollowedFeed[]>;
  /** Adds a feed, or changes how the one with its address is followed; false, and nothing changed, beyond `most` feeds of its server. */
  add(feed: FollowedFeed, most: number): Promise<boolean>;
  /** False where the server does not follow it any more. */
  update(guildId: string, url: string, state: FeedState): Promise<boolean>;
  /** Removes a feed; its sources stay as if a moderator had added them. False where there is none. */
  remove(guildId: string, url: string): Promise<boolean>;
}

/** How the bot behaves in one server. */
export interface ServerSettings {
  /** Members with this role may use the moderators' commands, beside those with Manage Server; null for none. */
  readonly moderatorRoleId: string | null;
  /** Channels where every question is answered without a mention. */
  readonly openChannelIds: readonly string[];
  /** Whether replies are for their reader alone unless asked otherwise. */
  readonly areRepliesPrivate: boolean;
  /** Seconds between two questions of one user; 0 for none; null for the operator's default. */
  readonly cooldownSeconds: number | null;
  /** BCP 47 tag of the language of replies; null for each reader's own. */
  readonly language: string | null;
}

/** The settings of servers. */
export interface SettingsStore {
  /** Null where the server has set nothing. */
  read(guildId: string): Promise<ServerSettings | null>;
  write(guildId: string, settings: ServerSettings): Promise<void>;
}

/** A question that the articles did not answer; says nothing of who asked. */
export interface Miss {
  readonly id: number;
  readonly guildId: string;
  readonly question: string;
  /** `nothing`: no excerpt was found; `wrong`: a reader pressed "Wrong passage". */
  readonly kind: 'nothing' | 'wrong';
  readonly at: Date;
}

/** The misses of servers. */
export interface MissStore {
  /**
   * Adds a miss, and lets the server's oldest go beyond `most`. `origin` is the message that it is about, so that it
   * counts once: false, and nothing added, where one of the same origin is there.
   */
  add(miss: Omit<Miss, 'id'>, origin: string, most: number): Promise<boolean>;
  /** Newest first. */
  list(guildId: string): Promise<readonly Miss[]>;
  remove(guildId: string, ids: readonly number[]): Promise<number>;
  /** Removes those of all servers from before a moment. */
  removeOlder(than: Date): Promise<number>;
}

/** One reading of sources again: who asked for it, and what came of it. */
export interface ReloadRecord {
  /** Null for the articles that all servers share. */
  readonly guildId: string | null;
  /** Null at a start, in a terminal, and for who has asked to be forgotten. */
  readonly userId: string | null;
  readonly at: Date;
  readonly milliseconds: number;
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly failed: number;
}

/** The readings of servers, and of the articles that all share. */
export interface ReloadStore {
  /** Keeps the newest `most` of the same server. */
  add(record: ReloadRecord, most: number): Promise<void>;
  /** Newest first. */
  list(guildId: string | null): Promise<readonly ReloadRecord[]>;
}

/** Servers that the bot was removed from, and when. */
export interface DepartureStore {
  /** Keeps the first moment where the server is marked already. */
  mark(guildId: string, at: Date): Promise<void>;
  /** The bot is back. */
  clear(guildId: string): Promise<void>;
  /** Servers that left before a moment. */
  listOlder(than: Date): Promise<readonly string[]>;
  /** Servers that anything is kept of. */
  listKnown(): Promise<readonly string[]>;
}
