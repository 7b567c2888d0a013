import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { NAME_WEIGHTS, parseNameModel } from '../../src/extract/people/name-model.js';
import { parseStatementModel, STATEMENT_WEIGHTS } from '../../src/extract/statements/statement-model.js';
import { parseWeights, type WeightsKind, writeWeights } from '../../src/extract/weights-file.js';
import { readWeights } from '../../src/reading/read-weights.js';

interface Tides {
  readonly hours: number;
}

const TIDES: WeightsKind<Tides> = {
  name: 'tides',
  path: 'models/tides.bin',
  trainedBy: 'training/tides.ts',
  shape: z.object({ hours: z.int() }),
  fingerprint: () => '0badcafe',
};

const SHOULD_DO = 'put back the file that Footnote ships, or train it again with training/tides.ts.';

const weights = { shape: { hours: 12 }, command: 'node train.js', numbers: Uint8Array.from([1, 2, 10, 3]) };
const bytes = writeWeights(weights, TIDES);

describe('a file of weights', () => {
  it('says in its first line what it holds, from what, and for which features', () => {
    const line = new TextDecoder().decode(bytes.subarray(0, bytes.indexOf(10)));
    expect(JSON.parse(line)).toEqual({
      format: 'footnote-weights',
      version: 1,
      kind: 'tides',
      features: '0badcafe',
      command: 'node train.js',
      checksum: 4_187_673_895,
      shape: { hours: 12 },
    });
  });

  it('comes back as it was written, whatever its numbers', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.string(), fc.integer(), (numbers, command, hours) => {
        const written = { shape: { hours }, command, numbers };
        expect(parseWeights(writeWeights(written, TIDES), TIDES)).toEqual(written);
      }),
    );
  });

  it.each<[what: string, spoilt: Uint8Array, trouble: string]>([
    ['is empty', new Uint8Array(), 'is not of the format footnote-weights 1'],
    [
      'is of the format before',
      new TextEncoder().encode('{"format":"footnote-names","version":2,"hidden":8}\n12345'),
      'is not of the format footnote-weights 1',
    ],
    ['has no line', new TextEncoder().encode('12345'), 'is not of the format footnote-weights 1'],
    [
      'is another’s',
      writeWeights({ ...weights, shape: {} }, { ...TIDES, name: 'winds', shape: z.object({}) }),
      'holds weights for winds, not for tides',
    ],
    [
      'has no sizes',
      writeWeights({ ...weights, shape: {} }, { ...TIDES, shape: z.object({}) }),
      'does not say the shape of its tides',
    ],
    ['is cut short', bytes.subarray(0, -1), 'is damaged or cut short (another checksum)'],
    ['has another byte', bytes.with(-2, 11), 'is damaged or cut short (another checksum)'],
    [
      'is stale',
      writeWeights(weights, { ...TIDES, fingerprint: () => '12345678' }),
      'was trained for other features (12345678) than this program has (0badcafe)',
    ],
  ])('that %s is refused by its name, with what to do', (_, spoilt, trouble) => {
    expect(() => parseWeights(spoilt, TIDES)).toThrow(`models/tides.bin ${trouble}; ${SHOULD_DO}`);
  });

  it('that is missing is refused by its name too', () => {
    expect(() => readWeights(TIDES)).toThrow(`models/tides.bin cannot be read (ENOENT); ${SHOULD_DO}`);
  });
});

describe('the shipped weights', () => {
  const names = readWeights(NAME_WEIGHTS);
  const statements = readWeights(STATEMENT_WEIGHTS);

  // One that fails here after a change of features: see training/stamp-weights.ts.
  it('are of the features that the program has', () => {
    expect(parseNameModel(names).network.words).toBe(120_000);
    expect(parseStatementModel(statements).weights).toHaveLength(1 << 18);
  });

  it('are refused in each other’s place', () => {
    expect(() => parseNameModel(statements)).toThrow(
      'models/names.bin holds weights for statements, not for names',
    );
    expect(() => parseStatementModel(names)).toThrow('models/statements.bin holds weights for names');
  });

  it('are refused where they have fewer numbers than they should', () => {
    const fewer = { command: '', numbers: new Uint8Array(64) };
    const shape = { hidden: 8, dims: 4, words: 2, known: 2 };
    expect(() => parseNameModel(writeWeights({ ...fewer, shape }, NAME_WEIGHTS))).toThrow('fewer numbers');
    const scales = { scales: [1, 1] } as const;
    expect(() => parseStatementModel(writeWeights({ ...fewer, shape: scales }, STATEMENT_WEIGHTS))).toThrow(
      'fewer or more numbers',
    );
  });
});
