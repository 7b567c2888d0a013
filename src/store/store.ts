import type { Changes, Turns } from './changes.js';
import type { FeedStore } from './feeds.js';
import type { ParseStore } from './parses.js';
import type { DepartureStore, GapStore, ReloadStore } from './records.js';
import type { SettingsStore } from './server-settings.js';
import type { DraftStore, SourceStore } from './sources.js';

/**
 * What must outlive a restart. Every method is one transaction: after a crash at any moment either all of it
 * is there or none. Ids of servers, users and channels are Discord's; moments are exact to the millisecond.
 */
export interface Store {
  readonly sources: SourceStore;
  readonly parses: ParseStore;
  /** What was read in the articles of sources. */
  readonly readings: ParseStore;
  readonly drafts: DraftStore;
  readonly feeds: FeedStore;
  readonly settings: SettingsStore;
  readonly gaps: GapStore;
  readonly reloads: ReloadStore;
  readonly departures: DepartureStore;
  /** What all machines that share the store change; null if one process has it for itself. */
  readonly changes: Changes | null;
  /** The turns of all machines; null if one process has the store for itself. */
  readonly turns: Turns | null;
  /** Removes all that is kept of a server, in one transaction. */
  forgetServer(guildId: string): Promise<void>;
  /** Removes a user's id wherever it is, and their drafts; the number of records that held it. */
  forgetUser(userId: string): Promise<number>;
  /** Whether the database answers. Never rejects. */
  isThere(): Promise<boolean>;
  /** Safe to call twice. @throws if the disk does not take what is left to write: it is closed then too, and nothing is lost that was confirmed. */
  close(): Promise<void>;
}

/** What a store's file, or whatever it is, could not be opened for: a sentence for the operator. */
export type StoreOpening =
  | { readonly ok: true; readonly store: Store }
  | { readonly ok: false; readonly reason: string };
