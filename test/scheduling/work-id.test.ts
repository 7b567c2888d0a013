import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { FairQueue } from '../../src/scheduling/fair-queue.js';
import { giveWay } from '../../src/scheduling/give-way.js';
import { workAs, workIdNow } from '../../src/scheduling/work-id.js';

describe('the id of a piece of work', () => {
  it('stays its own through waits, turns in a queue and slices, whoever else works meanwhile', async () => {
    const queue = new FairQueue({ running: 1 });
    const owner = { server: 's', person: 'p' };
    const work = async (id: string, milliseconds: number): Promise<(string | null)[]> => {
      const seen = [workIdNow()];
      await wait(milliseconds);
      await queue.run(owner, 'long', async () => {
        seen.push(workIdNow());
        await giveWay();
        seen.push(workIdNow());
      });
      await Promise.all([wait(1), giveWay()]);
      return [...seen, workIdNow(), id];
    };
    const done = await Promise.all(
      [3, 1, 2].map((milliseconds) =>
        workAs(`id-${milliseconds}`, () => work(`id-${milliseconds}`, milliseconds)),
      ),
    );
    for (const seen of done) expect(new Set(seen).size).toBe(1);
    expect(workIdNow()).toBeNull();
  });
});
