import type { Owner } from './whose-work.js';

/** Whether a piece of work is soon done, or may take its time. */
export type Length = 'short' | 'long';

/** How many pieces of work may run at the same time, and how many may wait; without a limit if it is left out. */
export interface FairLimits {
  /** Of all together, and of them the long ones. */
  readonly running?: number;
  readonly longRunning?: number;
  /** Of one server, and of them the long ones. */
  readonly ofServer?: number;
  readonly longOfServer?: number;
  /** Of one person, and of them the long ones. */
  readonly ofPerson?: number;
  readonly longOfPerson?: number;
  /** Waiting places of one server and of one person. */
  readonly waitingOfServer?: number;
  readonly waitingOfPerson?: number;
}

/** Pieces of work that wait: all together, and those of the one server with the most. */
export interface WaitingWork {
  readonly all: number;
  readonly mostOfServer: number;
}

/** How much of somebody's work runs. */
interface Running {
  all: number;
  long: number;
}

interface Person extends Running {
  /** What waits, in its order. */
  readonly waiting: Record<Length, (() => void)[]>;
}

interface Server extends Running {
  /** Those with work that waits or runs, whose turn is next first. */
  readonly people: Map<string, Person>;
}

/**
 * Lets servers take turns, and in each server its people: if more work waits than may run, the next is that of the server which
 * has waited longest since its last, and in it of the person who has. No server has more than its share of what runs, so a
 * place is left for others whatever one does; what is short goes before its owner's long work, and past it.
 */
export class FairQueue {
  readonly #limits: Required<FairLimits>;
  readonly #servers = new Map<string, Server>();
  readonly #running: Running = { all: 0, long: 0 };

  constructor(limits: FairLimits) {
    this.#limits = { ...UNLIMITED, ...limits };
  }

  /** Runs the work when it is its owner's turn; null, at once, if too much of theirs waits already. */
  async run<Result>(owner: Owner, length: Length, work: () => Promise<Result>): Promise<Result | null> {
    const server = open(this.#servers, owner.server, () => ({ all: 0, long: 0, people: new Map() }));
    const person = open(server.people, owner.person, () => ({
      all: 0,
      long: 0,
      waiting: { short: [], long: [] },
    }));
    const isRefused =
      countWaiting(person) >= this.#limits.waitingOfPerson ||
      countWaitingOf(server) >= this.#limits.waitingOfServer;
    if (isRefused) {
      this.#letGo(owner, server, person);
      return null;
    }
    await new Promise<void>((resolve) => {
      person.waiting[length].push(resolve);
      this.#begin();
    });
    try {
      return await work();
    } finally {
      for (const one of [this.#running, server, person]) count(one, length, -1);
      this.#letGo(owner, server, person);
      this.#begin();
    }
  }

  /** What waits at this moment. */
  get waiting(): WaitingWork {
    const counts = [...this.#servers.values()].map(countWaitingOf);
    return { all: counts.reduce((sum, one) => sum + one, 0), mostOfServer: Math.max(0, ...counts) };
  }

  #letGo(owner: Owner, server: Server, person: Person): void {
    if (isDone(person)) server.people.delete(owner.person);
    if (server.people.size === 0) this.#servers.delete(owner.server);
  }

  /** Begins what may run. */
  #begin(): void {
    while (this.#beginOne());
  }

  /** Begins the next piece of work; false if none may run. */
  #beginOne(): boolean {
    for (const length of ['short', 'long'] as const) {
      if (!hasRoom(this.#running, length, this.#limits.running, this.#limits.longRunning)) continue;
      for (const [serverId, server] of this.#servers) {
        if (!hasRoom(server, length, this.#limits.ofServer, this.#limits.longOfServer)) continue;
        for (const [personId, person] of server.people) {
          if (!hasRoom(person, length, this.#limits.ofPerson, this.#limits.longOfPerson)) continue;
          const begin = person.waiting[length].shift();
          if (begin === undefined) continue;
          for (const one of [this.#running, server, person]) count(one, length, 1);
          putLast(server.people, personId, person);
          putLast(this.#servers, serverId, server);
          begin();
          return true;
        }
      }
    }
    return false;
  }
}

const NONE = Number.POSITIVE_INFINITY;

const UNLIMITED: Required<FairLimits> = {
  running: NONE,
  longRunning: NONE,
  ofServer: NONE,
  longOfServer: NONE,
  ofPerson: NONE,
  longOfPerson: NONE,
  waitingOfServer: NONE,
  waitingOfPerson: NONE,
};

function open<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

function putLast<Value>(map: Map<string, Value>, key: string, value: Value): void {
  map.delete(key);
  map.set(key, value);
}

function count(running: Running, length: Length, by: number): void {
  running.all += by;
  if (length === 'long') running.long += by;
}

function hasRoom({ all, long }: Running, length: Length, most: number, mostLong: number): boolean {
  return all < most && (length === 'short' || long < mostLong);
}

function countWaiting({ waiting }: Person): number {
  return waiting.short.length + waiting.long.length;
}

function countWaitingOf({ people }: Server): number {
  let sum = 0;
  for (const person of people.values()) sum += countWaiting(person);
  return sum;
}

function isDone(person: Person): boolean {
  return person.all === 0 && countWaiting(person) === 0;
}
