import type { WaitingWork } from '../scheduling/fair-queue.js';

/** Told of what the bot does, for whoever counts it. */
export interface BotWatch {
  /** An event that was dealt with, which of the bot's commands it was for, what came of it, and after how many milliseconds. */
  readonly interaction: (event: string, command: string, outcome: Outcome, milliseconds: number) => void;
  /** The kind of reply that a command came to. */
  readonly reply: (command: string, kind: string) => void;
  /** A queue whose length may be looked up from now on. */
  readonly watchQueue: (name: string, length: () => WaitingWork) => void;
  /** A connection was lost and is tried again. */
  readonly reconnect: (shard: number) => void;
}

/** What came of an event: answered, refused for haste, turned away while leaving, too late for Discord, or failed. */
export type Outcome = 'answered' | 'refused' | 'leaving' | 'late' | 'failed';
