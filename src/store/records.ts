/** A question that the articles did not answer; says nothing of who asked. */
export interface Gap {
  readonly id: number;
  readonly guildId: string;
  readonly question: string;
  /** `nothing`: no excerpt was found; `wrong`: a reader pressed "Wrong passage". */
  readonly kind: 'nothing' | 'wrong';
  readonly at: Date;
}

/** The gaps of servers. */
export interface GapStore {
  /**
   * Adds a gap, and lets the server's oldest go beyond `most`. `origin` is the message that it is about, so that it
   * counts once: false, and nothing added, if one of the same origin is there.
   */
  add(gap: Omit<Gap, 'id'>, origin: string, most: number): Promise<boolean>;
  /** Newest first. */
  list(guildId: string): Promise<readonly Gap[]>;
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
  /** Keeps the first moment if the server is marked already. */
  mark(guildId: string, at: Date): Promise<void>;
  /** The bot is back. */
  clear(guildId: string): Promise<void>;
  /** Servers that left before a moment. */
  listOlder(than: Date): Promise<readonly string[]>;
  /** Servers that anything is kept of. */
  listKnown(): Promise<readonly string[]>;
}
