import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { divideShards, readShards, writeShards } from '../../src/app/divide-shards.js';

const ids = fc
  .uniqueArray(fc.nat(200), { minLength: 1, maxLength: 60 })
  .map((all) => all.toSorted((a, b) => a - b));

describe('shards', () => {
  it.each([
    ['0-7', [0, 1, 2, 3, 4, 5, 6, 7]],
    ['5', [5]],
    ['9, 2-3,3-4', [2, 3, 4, 9]],
    ['', null],
    ['3-1', null],
    ['0-', null],
    ['-1', null],
    ['1.5', null],
    ['0-99999', null],
    ['[0,1]', null],
  ])('are read from %j', (text, expected) => {
    expect(readShards(text)).toEqual(expected);
  });

  it('come back as they were written', () => {
    fc.assert(
      fc.property(ids, (all) => {
        expect(readShards(writeShards(all))).toEqual(all);
      }),
    );
    expect(writeShards([0, 1, 2, 5, 7, 8])).toBe('0-2,5,7-8');
  });

  it('are divided evenly, each to one process, in their order', () => {
    fc.assert(
      fc.property(ids, fc.integer({ min: 1, max: 20 }), (all, processes) => {
        const rows = divideShards(all, processes);
        expect(rows.flat()).toEqual(all);
        expect(rows.length).toBe(Math.min(processes, all.length));
        const lengths = rows.map(({ length }) => length);
        expect(Math.max(...lengths) - Math.min(...lengths)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
