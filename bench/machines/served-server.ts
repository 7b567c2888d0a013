import { setTimeout as wait } from 'node:timers/promises';
import type { Actor, Sandbox } from 'local-discord';
import type { ServerSettings } from '../../src/store/server-settings.js';
import type { Store } from '../../src/store/store.js';

/** Milliseconds within which a change is to be seen, and between two looks. */
const FRESH = 2_000;
const LOOK_EVERY = 100;

/** Milliseconds for which a bot that was killed is waited for. */
const TIMEOUT = 90_000;

/** Articles of one server at most, so that all are on one page of a reply. */
const MOST = 3;

const LIMITS = { count: 50, bytes: 1_000_000 };

const SETTINGS: Omit<ServerSettings, 'areRepliesPrivate'> = {
  moderatorRoleId: null,
  openChannelIds: [],
  cooldownSeconds: null,
  language: null,
};

/** What was done and found in all servers. */
export interface Counts {
  confirmed: number;
  inDoubt: number;
  checks: number;
  unanswered: number;
  /** What must not be. */
  readonly faults: string[];
  /** Milliseconds from a confirmation to the first answer that has it, if nothing was killed meanwhile. */
  readonly freshness: number[];
}

/** A change of a server: what is done, and how it is then. */
interface Step {
  readonly say: string;
  /** Whether it was confirmed; false or an error if that is not known. */
  readonly run: () => Promise<boolean>;
  readonly apply: () => void;
}

/** One server with its moderator and its members, and what it should have by all that was confirmed. */
export class ServedServer {
  readonly #sandbox: Sandbox;
  readonly #store: Store;
  readonly #counts: Counts;
  readonly #key: string;
  /** When whatever serves it last went or came, in milliseconds; null while it is not there. */
  readonly #servedSince: () => number | null;
  readonly #id: string;
  #marks = new Map<string, string>();
  #isPrivate = false;
  #number = 0;

  constructor(
    key: string,
    parts: { sandbox: Sandbox; store: Store; counts: Counts; servedSince: (id: string) => number | null },
  ) {
    this.#key = key;
    this.#sandbox = parts.sandbox;
    this.#store = parts.store;
    this.#counts = parts.counts;
    this.#id = parts.sandbox.world.server(key).id;
    this.#servedSince = () => parts.servedSince(this.#id);
  }

  /** Changes something, by its moderator or as another machine does, and waits until its members are answered by that. */
  async change(isOver: () => boolean): Promise<void> {
    const step = this.#chooseStep();
    const before = performance.now();
    const isConfirmed = await step.run().catch(() => false);
    const at = performance.now();
    if (isConfirmed) {
      this.#counts.confirmed += 1;
      step.apply();
    } else {
      this.#counts.inDoubt += 1;
      await this.#settle(step, isOver);
    }
    if (!isOver()) await this.#check(step, isConfirmed ? at : null, before, isOver);
  }

  /** Whether all that was confirmed is in the database, and nothing else. */
  async review(): Promise<void> {
    const { marks, isPrivate } = await this.#look();
    const [has, should] = [listMarks(marks.keys()), listMarks(this.#marks.keys())];
    if (has !== should) this.#fault(`the database has ${has}, confirmed was ${should}`);
    if (isPrivate !== this.#isPrivate)
      this.#fault(`replies are ${isPrivate ? '' : 'not '}private in the database`);
  }

  #chooseStep(): Step {
    this.#number += 1;
    const mark = `mark-${this.#key}-${this.#number}`;
    const oldest = [...this.#marks].at(0);
    const isElsewhere = this.#number % 3 === 0;
    if (this.#number % 5 === 4) {
      const isPrivate = !this.#isPrivate;
      const run = isElsewhere ? () => this.#setElsewhere(isPrivate) : () => this.#set(isPrivate);
      return {
        say: `replies private: ${isPrivate}`,
        run,
        apply: () => {
          this.#isPrivate = isPrivate;
        },
      };
    }
    if (oldest !== undefined && this.#marks.size >= MOST) {
      const [gone, name] = oldest;
      const run = isElsewhere ? () => this.#store.sources.remove(this.#id, name) : () => this.#remove(name);
      return { say: `remove ${gone}`, run, apply: () => void this.#marks.delete(gone) };
    }
    // The name that the bot makes of the title.
    const name = `note-${mark}`;
    const run = isElsewhere ? () => this.#putElsewhere(mark, name) : () => this.#add(mark);
    return { say: `add ${mark}`, run, apply: () => void this.#marks.set(mark, name) };
  }

  async #add(mark: string): Promise<boolean> {
    const ines = this.#as('ines');
    const opened = ines.run({ channel: this.#channel, name: 'source add' });
    await opened.modal();
    const content = textOf(mark);
    const preview = await ines.submit(opened, { file: [{ name: `${mark}.md`, content }] }).reply();
    const added = await ines.press(preview.id, 'Add it').reply();
    return JSON.stringify(added.components).includes('It answers questions from now on');
  }

  async #remove(name: string): Promise<boolean> {
    const ines = this.#as('ines');
    const asked = await ines
      .run({ channel: this.#channel, name: 'source remove', options: { source: name } })
      .reply();
    const removed = await ines.press(asked.id, 'Remove it').reply();
    return JSON.stringify(removed.components).includes('It answers no questions any more');
  }

  async #set(isPrivate: boolean): Promise<boolean> {
    const options = { visibility: isPrivate ? 'private' : 'public' };
    const said = await this.#as('ines')
      .run({ channel: this.#channel, name: 'settings replies', options })
      .reply();
    return JSON.stringify(said.components).includes('"Saved"');
  }

  async #setElsewhere(areRepliesPrivate: boolean): Promise<boolean> {
    await this.#store.settings.write(this.#id, { ...SETTINGS, areRepliesPrivate });
    return true;
  }

  #putElsewhere(mark: string, name: string): Promise<boolean> {
    const bytes = new TextEncoder().encode(textOf(mark));
    const rest = { fetchedFrom: null, fetchedAt: null, addedBy: null, addedAt: new Date(), feed: null };
    const source = { guildId: this.#id, name, title: `Note ${mark}`, ending: 'md', bytes, ...rest };
    return this.#store.sources.put(source, LIMITS);
  }

  /** Learns from the database what became of a change that nobody confirmed: it is there or not, and nothing else has changed. */
  async #settle(step: Step, isOver: () => boolean): Promise<void> {
    // What was begun before a process was killed may still be confirmed by the database.
    await wait(FRESH);
    for (;;) {
      const now = await this.#look().catch(() => null);
      if (now === null) {
        if (isOver()) return;
        await wait(LOOK_EVERY);
        continue;
      }
      const isAsBefore = this.#isAs(now);
      if (!isAsBefore) step.apply();
      if (!this.#isAs(now))
        this.#fault(`after ${step.say}, in doubt: the database has ${listMarks(now.marks.keys())}`);
      this.#marks = now.marks;
      this.#isPrivate = now.isPrivate;
      return;
    }
  }

  #isAs({ marks, isPrivate }: { marks: ReadonlyMap<string, string>; isPrivate: boolean }): boolean {
    return isPrivate === this.#isPrivate && listMarks(marks.keys()) === listMarks(this.#marks.keys());
  }

  async #look(): Promise<{ marks: Map<string, string>; isPrivate: boolean }> {
    const records = await this.#store.sources.list(this.#id);
    const settings = await this.#store.settings.read(this.#id);
    const marks = new Map(records.map(({ name, title }) => [title.replace('Note ', ''), name]));
    return { marks: inOrder(marks), isPrivate: settings?.areRepliesPrivate ?? false };
  }

  /** Asks as a member until the answer is as it should be. */
  async #check(step: Step, confirmedAt: number | null, before: number, isOver: () => boolean): Promise<void> {
    const until = performance.now() + TIMEOUT;
    while (!isOver()) {
      const askedAt = performance.now();
      const wrong = await this.#ask();
      const servedSince = this.#servedSince();
      if (wrong === null) {
        if (confirmedAt !== null && servedSince !== null && servedSince < before)
          this.#counts.freshness.push(performance.now() - confirmedAt);
        return;
      }
      const since = Math.max(confirmedAt ?? before, servedSince ?? Number.POSITIVE_INFINITY);
      const isOld = wrong !== 'unanswered' && askedAt - since > FRESH;
      // An answer that a killed process owed never comes: what counts is asked of one that serves.
      const isLost = performance.now() > until && askedAt > since;
      if (isOld || isLost)
        return this.#fault(`${step.say}: after ${Math.round(askedAt - since)} ms ${wrong}`);
      await wait(LOOK_EVERY);
    }
  }

  /** What is wrong with an answer; null for nothing. */
  async #ask(): Promise<string | null> {
    const asked = this.#as('mira').run({
      channel: this.#channel,
      name: 'search',
      options: { words: 'keeper' },
    });
    const acknowledged = await asked.acknowledged;
    const reply = await asked.reply().catch(() => null);
    if (reply === null || acknowledged.kind !== 'deferred') {
      this.#counts.unanswered += 1;
      return 'unanswered';
    }
    this.#counts.checks += 1;
    const text = JSON.stringify(reply.components).replaceAll('\\', '');
    if (/something went wrong|shutting down/iu.test(text)) return 'unanswered';
    const seen = new Set(text.match(/mark-[a-z]+\d*-\d+/gu) ?? []);
    const foreign = [...seen].filter((mark) => !mark.startsWith(`mark-${this.#key}-`));
    if (foreign.length > 0) this.#fault(`was shown ${listMarks(foreign)}, which is another server's`);
    const [has, should] = [listMarks(seen), listMarks(this.#marks.keys())];
    if (has !== should) return `the answer has ${has}, not ${should}`;
    return acknowledged.isEphemeral === this.#isPrivate ? null : `private is ${acknowledged.isEphemeral}`;
  }

  #fault(what: string): void {
    this.#counts.faults.push(`${this.#key}: ${what}`);
  }

  #as(user: string): Actor {
    return this.#sandbox.as(user);
  }

  get #channel(): string {
    return `${this.#key}/general`;
  }
}

function textOf(mark: string): string {
  return `# Note ${mark}\n\nThe keeper wrote ${mark} into the book.\n`;
}

function listMarks(marks: Iterable<string>): string {
  return [...marks].toSorted().join(', ') || 'nothing';
}

/** By their numbers, the oldest first. */
function inOrder(marks: ReadonlyMap<string, string>): Map<string, string> {
  const numberOf = (mark: string): number => Number(mark.slice(mark.lastIndexOf('-') + 1));
  return new Map([...marks].toSorted(([a], [b]) => numberOf(a) - numberOf(b)));
}
