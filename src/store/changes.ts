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
  /** The last change of a server's sources; 0 if none is known. Ask before reading them: what is read is then that new at least. */
  versionOf(guildId: string): Promise<number>;
  /** Tells all machines that the shared articles were read again. */
  announceShared(): Promise<void>;
}

/** Turns that all machines take together. */
export interface Turns {
  /** Takes the next turn of a bucket, after which others wait for `pause` milliseconds; how many are left until it is there. */
  take(bucket: number, pause: number): Promise<number>;
}
