import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FairLimits, FairQueue, type Length } from '../../src/scheduling/fair-queue.js';
import { actFor, type Owner, ownerNow } from '../../src/scheduling/whose-work.js';

const owner = (server: string, person = 'somebody'): Owner => ({ server, person });

/** A queue whose work ends when the test says so, and what has begun in it so far. */
function watch(limits: FairLimits) {
  const queue = new FairQueue(limits);
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const add = (name: string, whose: Owner, length: Length = 'long'): Promise<string | null> =>
    queue.run(whose, length, async () => {
      begun.push(name);
      await new Promise<void>((resolve) => ends.set(name, resolve));
      return name;
    });
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  const end = async (name: string): Promise<void> => {
    ends.get(name)?.();
    await settle();
  };
  return { begun, add, end, settle };
}

describe('a fair queue', () => {
  it('lets one server have its share alone, so that another begins at once whatever the first has waiting', async () => {
    const { begun, add, settle } = watch({ running: 3, ofServer: 2 });
    for (const name of ['a1', 'a2', 'a3', 'a4']) void add(name, owner('a', name));
    void add('b1', owner('b'));
    await settle();
    expect(begun).toEqual(['a1', 'a2', 'b1']);
  });

  it('lets servers take turns where more waits than may run, and in each its people', async () => {
    const { begun, add, end, settle } = watch({ running: 1 });
    void add('a1', owner('a', 'mira'));
    for (const name of ['a2', 'a3']) void add(name, owner('a', 'mira'));
    void add('a4', owner('a', 'tomas'));
    void add('b1', owner('b'));
    await settle();
    for (const name of ['a1', 'a2', 'b1', 'a4']) await end(name);
    expect(begun).toEqual(['a1', 'a2', 'b1', 'a4', 'a3']);
  });

  it('lets what is short past what is long, also of the same person', async () => {
    const { begun, add, settle } = watch({ running: 3, longRunning: 2, longOfServer: 1, ofServer: 2 });
    void add('long 1', owner('a'));
    void add('long 2', owner('a'));
    void add('short', owner('a'), 'short');
    void add('other', owner('b'));
    void add('third', owner('c'));
    await settle();
    expect(begun).toEqual(['long 1', 'short', 'other']);
  });

  it('refuses at once what finds no waiting place of its person or its server, and nobody else’s', async () => {
    const { add } = watch({ ofPerson: 1, waitingOfPerson: 2, ofServer: 1, waitingOfServer: 3 });
    void add('1', owner('a', 'mira'));
    void add('2', owner('a', 'mira'));
    void add('3', owner('a', 'mira'));
    expect(await add('4', owner('a', 'mira'))).toBe(null);
    void add('5', owner('a', 'tomas'));
    expect(await add('6', owner('a', 'tomas'))).toBe(null);
    void add('7', owner('b', 'mira'));
  });

  it('gives the place of what failed to the next', async () => {
    const queue = new FairQueue({ running: 1 });
    const failed = queue.run(owner('a'), 'long', () => Promise.reject(new Error('broken')));
    const next = queue.run(owner('b'), 'long', () => Promise.resolve('done'));
    await expect(failed).rejects.toThrow('broken');
    expect(await next).toBe('done');
  });
});

describe('a fair queue, for any owners and any work', () => {
  it('runs all that it has not refused, each person’s in order, and never more than the limits say', async () => {
    const piece = fc.record({
      server: fc.nat(3).map(String),
      person: fc.nat(2).map(String),
      isLong: fc.boolean(),
      steps: fc.nat(4),
    });
    const limits = {
      running: 3,
      longRunning: 2,
      ofServer: 2,
      longOfServer: 1,
      ofPerson: 1,
      waitingOfPerson: 3,
    };
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 40 }), async (pieces) => {
        const queue = new FairQueue(limits);
        const running: typeof pieces = [];
        const begun: number[] = [];
        const work = pieces.map((one, i) =>
          queue.run({ server: one.server, person: one.person }, one.isLong ? 'long' : 'short', async () => {
            running.push(one);
            begun.push(i);
            const server = running.filter((other) => other.server === one.server);
            expect(running.length).toBeLessThanOrEqual(limits.running);
            expect(running.filter(({ isLong }) => isLong).length).toBeLessThanOrEqual(limits.longRunning);
            expect(server.length).toBeLessThanOrEqual(limits.ofServer);
            expect(server.filter(({ isLong }) => isLong).length).toBeLessThanOrEqual(limits.longOfServer);
            expect(server.filter(({ person }) => person === one.person)).toHaveLength(1);
            for (let step = 0; step < one.steps; step += 1) await Promise.resolve();
            running.splice(running.indexOf(one), 1);
            return i;
          }),
        );
        const results = await Promise.all(work);
        expect(new Set(results.filter((result) => result !== null))).toEqual(new Set(begun));
        for (const length of [true, false]) {
          const own = begun.filter((i) => pieces[i]?.isLong === length);
          const byPerson = new Map<string, number[]>();
          for (const i of own) {
            const key = `${pieces[i]?.server} ${pieces[i]?.person}`;
            byPerson.set(key, [...(byPerson.get(key) ?? []), i]);
          }
          for (const places of byPerson.values()) expect(places).toEqual(places.toSorted((a, b) => a - b));
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('whose work it is', () => {
  it('is known however deep it goes, and to nobody outside', async () => {
    const seen: Owner[] = [];
    const deep = async (): Promise<void> => {
      await new Promise((resolve) => setImmediate(resolve));
      seen.push(ownerNow());
    };
    await Promise.all([actFor(owner('a'), deep), actFor(owner('b'), deep), deep()]);
    expect(seen).toEqual([owner('a'), owner('b'), { server: '', person: '' }]);
  });
});
