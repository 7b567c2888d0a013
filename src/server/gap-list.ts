/** Questions alike that the articles did not answer. */
export interface GapGroup {
  /** The id of one of its gaps, which names the group. */
  readonly id: number;
  /** The question that stands for the others: the newest of the commonest wording. */
  readonly question: string;
  readonly count: number;
  /** How many of them are presses of "Wrong passage". */
  readonly wrong: number;
  readonly lastAt: Date;
}

/** What the articles of one server did not answer, kept without who asked. */
export interface GapList {
  /** `origin` names the message that it is about: one of the same origin counts once, and is false the next time. */
  record(question: string, kind: 'nothing' | 'wrong', origin: string): Promise<boolean>;
  /** Grouped by likeness, most frequent first. */
  list(): Promise<readonly GapGroup[]>;
  /** Removes the group with this gap; how many questions went. */
  settle(id: number): Promise<number>;
}

/** Days that a question stays: a season's worth, so that what nobody asks any more goes by itself. */
export const GAP_DAYS = 90;

/** Questions kept of one server: some twenty a day over that time; the oldest go first. */
export const MOST_GAPS = 2_000;
