import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type ReadingWindow, type SentenceOdds, UNREAD } from '../../src/encoder/encoder.js';
import { toRow } from '../../src/encoder/input-row.js';
import { openEncoder } from '../../src/encoder/open-encoder.js';
import { readWordPieces } from '../../src/encoder/word-pieces.js';
import { assetPath } from '../../src/files/assets.js';
import { ENCODER_SCRIPT } from './encoder-script.js';

const MODEL = assetPath('models/reader');

/** What torch says about 200 windows of our own articles, by `python -m reader.parity`. */
const WINDOWS = z
  .array(
    z.object({
      question: z.string(),
      title: z.string().nullable(),
      sentences: z.array(z.string()),
      ids: z.array(z.number()),
      /** By sentence: that it answers, and that it leaves the question open. */
      score: z.array(z.tuple([z.number(), z.number()])),
    }),
  )
  .parse(JSON.parse(readFileSync(new URL('../fixtures/reader-parity.json', import.meta.url), 'utf8')));

/** Of a hundred windows so many at least have the same verdict in eight bits; 95 were measured, and what is left is torn between two. */
const SAME_OF_HUNDRED = 93;

/** Log odds by which the best scores may differ on average. */
const APART = 0.25;

/** The sentence and the channel with the best odds, or that none has better ones than none. */
function verdictOf(scores: readonly (readonly [number, number])[]): number {
  const flat = scores.flat();
  const best = Math.max(...flat);
  return best > 0 ? flat.indexOf(best) : -1;
}

function windowOf({ title, sentences }: (typeof WINDOWS)[number]): ReadingWindow {
  return { title: title ?? '', sentences };
}

const pairOf = ({ answers, leavesOpen }: SentenceOdds) => [answers, leavesOpen] as const;

describe('the shipped reader', () => {
  const encoder = openEncoder({ folder: MODEL, script: ENCODER_SCRIPT });
  afterAll(() => encoder.close());

  it('is given the word pieces that it was trained on', () => {
    const wordPieces = readWordPieces(readFileSync(`${MODEL}/tokenizer.json`));
    for (const window of WINDOWS) {
      const row = toRow(window.question, windowOf(window), wordPieces);
      expect(row.ids).toEqual(window.ids);
    }
  });

  it('comes to the same verdicts as in training', { timeout: 120_000 }, async () => {
    let same = 0;
    let apart = 0;
    for (const window of WINDOWS) {
      const outcome = await encoder.read(window.question, [windowOf(window)]);
      if (!outcome.ok) throw new Error(outcome.reason);
      const scores = (outcome.windows[0] ?? []).map(pairOf);
      expect(scores).toHaveLength(window.score.length);
      if (verdictOf(scores) === verdictOf(window.score)) same += 1;
      apart += Math.abs(Math.max(UNREAD, ...scores.flat()) - Math.max(...window.score.flat()));
    }
    expect(WINDOWS).toHaveLength(200);
    expect(same).toBeGreaterThanOrEqual((WINDOWS.length * SAME_OF_HUNDRED) / 100);
    expect(apart / WINDOWS.length).toBeLessThan(APART);
  });
});
