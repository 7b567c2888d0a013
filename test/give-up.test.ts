import { describe, expect, it } from 'vitest';
import { workWithin } from '../src/give-up.js';

describe('work within a time', () => {
  it('gives what it comes to', () => {
    expect(workWithin(1_000, () => [1, 2])).toEqual({ isDone: true, result: [1, 2] });
  });

  it('is given up where it never ends, or calls itself without end', () => {
    const forever = (): never => {
      for (;;);
    };
    const deeper = (n: number): number => deeper(n + 1) + 1;
    expect(workWithin(20, forever)).toEqual({ isDone: false });
    expect(workWithin(1_000, () => deeper(0))).toEqual({ isDone: false });
  });

  it('lets any other failure through', () => {
    expect(() =>
      workWithin(1_000, () => {
        throw new TypeError('a bug');
      }),
    ).toThrow('a bug');
    expect(() => workWithin(1_000, () => 'a'.repeat(-1))).toThrow('Invalid count value: -1');
  });
});
