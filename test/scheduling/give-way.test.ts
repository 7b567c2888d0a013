import { describe, expect, it } from 'vitest';
import { doInSlices, inSlice } from '../../src/scheduling/give-way.js';

/** Keeps the processor busy for so many milliseconds. */
function work(milliseconds: number): void {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}

/** Steps of a millisecond each. */
function* inSteps(count: number): Generator<undefined, number> {
  for (let i = 0; i < count; i += 1) {
    work(1);
    yield;
  }
  return count;
}

/** How often the event loop turned while something was done. */
async function countTurns(piece: () => Promise<unknown>): Promise<number> {
  let turns = 0;
  let isOver = false;
  const turn = (): void => {
    turns += 1;
    if (!isOver) setImmediate(turn);
  };
  setImmediate(turn);
  await piece();
  isOver = true;
  return turns;
}

describe('work in slices', () => {
  it('gives what was worked out', async () => {
    expect(await doInSlices(inSteps(3))).toBe(3);
    expect(await doInSlices([].values())).toBeUndefined();
  });

  it('lets others have their turn in a long piece', async () => {
    expect(await countTurns(() => doInSlices(inSteps(100)))).toBeGreaterThan(3);
  });

  it('lets them between many short ones, each of which is done before its slice is over', async () => {
    const many = async (): Promise<void> => {
      for (let i = 0; i < 40; i += 1) await doInSlices(inSteps(3));
    };
    expect(await countTurns(many)).toBeGreaterThan(3);
  });

  it('lets them between pieces that all could be done at once', async () => {
    const pieces = (): Promise<unknown> =>
      Promise.all(Array.from({ length: 40 }, () => inSlice(() => work(3))));
    expect(await countTurns(pieces)).toBeGreaterThan(3);
    expect(await inSlice(() => 'done')).toBe('done');
    await expect(
      inSlice(() => {
        throw new Error('broken');
      }),
    ).rejects.toThrow('broken');
  });

  it('goes on where somebody else has used up the slice of this turn', async () => {
    const first = doInSlices(inSteps(30));
    expect(await doInSlices(inSteps(1))).toBe(1);
    expect(await first).toBe(30);
  });
});
