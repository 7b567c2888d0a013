import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { ReaderWindow, WindowOdds } from '../../src/encoder/encoder.js';
import { type InputRow, toRow } from '../../src/encoder/input-row.js';
import { openEncoder } from '../../src/encoder/open-encoder.js';
import { readWordPieces } from '../../src/encoder/word-pieces.js';
import { assetPath, readAsset } from '../../src/files/assets.js';
import { ENCODER_SCRIPT } from './encoder-script.js';

const FIXTURE = new URL('../fixtures/encoder/reader-parity.json', import.meta.url);

/** Whether this checkout has the weights, and what the training says of them. */
const HAS_WEIGHTS = existsSync(FIXTURE) && existsSync(assetPath('models/reader/reader.onnx'));

/** What the training says of 200 windows, in full precision (`training/reader/parity.py`). */
const TOLD = z
  .array(
    z.object({
      question: z.string(),
      title: z.string().nullable(),
      sentences: z.array(z.string()),
      ids: z.array(z.number()),
      score: z.array(z.tuple([z.number(), z.number()])),
      /** The likeliest first and last piece of the answer. */
      span: z.tuple([z.number(), z.number()]),
    }),
  )
  .parse(HAS_WEIGHTS ? JSON.parse(readFileSync(FIXTURE, 'utf8')) : []);

/** Of windows whose verdict is the same although the shipped weights are rounded. */
const SAME_VERDICT = 0.93;

/** Of windows whose likeliest words are the same. */
const SAME_WORDS = 0.84;

/** Log odds by which the best score may be off on average. */
const MEAN_DIFFERENCE = 0.3;

const windows = TOLD.map(({ title, sentences }): ReaderWindow => ({ title: title ?? '', sentences }));

/** The place of the sentence that weighs most and how it does, or -1 where none weighs more. */
function verdictOf(score: readonly (readonly number[])[]): number {
  const flat = score.flat();
  const most = Math.max(...flat);
  return most > 0 ? flat.indexOf(most) : -1;
}

function share(matches: readonly boolean[]): number {
  return matches.filter((isSame) => isSame).length / matches.length;
}

describe.runIf(HAS_WEIGHTS)('the shipped reader', () => {
  const encoder = openEncoder({ folder: assetPath('models/reader'), script: ENCODER_SCRIPT });
  let rows: readonly InputRow[] = [];
  let read: readonly WindowOdds[] = [];
  beforeAll(async () => {
    const wordPieces = readWordPieces(readAsset('models/reader/tokenizer.json'));
    rows = TOLD.map(({ question }, i) =>
      toRow(question, windows[i] ?? { title: '', sentences: [] }, wordPieces),
    );
    const odds: WindowOdds[] = [];
    for (const [i, { question }] of TOLD.entries()) {
      const outcome = await encoder.read(question, windows.slice(i, i + 1));
      if (!outcome.ok) throw new Error(outcome.reason);
      odds.push(...outcome.windows);
    }
    read = odds;
  }, 120_000);
  afterAll(() => encoder.close());

  it('takes every window in the very pieces of the training', () => {
    expect(rows.map(({ ids }) => ids)).toEqual(TOLD.map(({ ids }) => ids));
  });

  it('comes to the verdicts of the training', () => {
    const scores = read.map((window) => window.map(({ answers, leavesOpen }) => [answers, leavesOpen]));
    expect(
      share(TOLD.map(({ score }, i) => verdictOf(score) === verdictOf(scores[i] ?? []))),
    ).toBeGreaterThanOrEqual(SAME_VERDICT);
    const apart = TOLD.map(({ score }, i) =>
      Math.abs(Math.max(...score.flat()) - Math.max(...(scores[i] ?? []).flat())),
    );
    expect(apart.reduce((sum, one) => sum + one, 0) / apart.length).toBeLessThan(MEAN_DIFFERENCE);
  });

  it('finds the answering words of the training', () => {
    const matches = TOLD.flatMap(({ span: [first, last] }, i) => {
      const place =
        rows[i]?.sentences.findIndex((sentence) => sentence.first <= first && last < sentence.end) ?? -1;
      const sentence = rows[i]?.sentences[place];
      // Its likeliest first and last piece may be no span: in two sentences, or the wrong way round.
      if (sentence === undefined || last < first) return [];
      const best = read[i]?.[place]?.spans[0];
      const { starts, ends } = sentence.pieces;
      return best === undefined
        ? [false]
        : [best.start === starts[first - sentence.first] && best.end === ends[last - sentence.first]];
    });
    expect(matches.length).toBeGreaterThan(TOLD.length / 2);
    expect(share(matches)).toBeGreaterThanOrEqual(SAME_WORDS);
  });
});
