import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gather, judge } from '../../src/search/verdict.js';
import { sketchArticle } from '../corpus-builder.js';

const article = sketchArticle({ id: 'quay', text: 'One. Two. Three. Four. Five.' });

function read(odds: readonly (readonly [answers: number, leavesOpen: number])[]) {
  return odds.flatMap(([answers, leavesOpen], i) => {
    const sentence = article.sentences[i];
    return sentence === undefined ? [] : [{ article, sentence, place: 0, answers, leavesOpen, spans: [] }];
  });
}

const logOdds = fc.double({ min: -12, max: 12, noNaN: true });
const anyOdds = fc.array(fc.tuple(logOdds, logOdds), { minLength: 1, maxLength: 5 });

describe('the odds over all that was read', () => {
  it('are one together, whatever the reader makes of the sentences', () => {
    fc.assert(
      fc.property(anyOdds, (odds) => {
        const { none, answered, open } = gather(read(odds));
        expect(none + answered + open).toBeCloseTo(1);
      }),
    );
  });

  it('are all on none where nothing was read', () => {
    expect(gather([])).toEqual({ none: 1, answered: 0, open: 0, best: 0, bestOpen: 0, place: 0 });
  });
});

describe('a verdict', () => {
  it('is the surer, the better the odds of the best sentence', () => {
    fc.assert(
      fc.property(logOdds, logOdds, (a, b) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        const of = (answers: number): number => judge(read([[answers, -12]]), true).probability;
        expect(of(low)).toBeLessThanOrEqual(of(high));
      }),
    );
  });

  it('has every sentence once, the likeliest first, each with a probability', () => {
    fc.assert(
      fc.property(anyOdds, (odds) => {
        const { sentences } = judge(read(odds), true);
        expect(new Set(sentences.map(({ sentence }) => sentence.index)).size).toBe(odds.length);
        const shares = sentences.map(({ share }) => share);
        expect(shares).toEqual(shares.toSorted((a, b) => b - a));
        for (const { probability } of sentences) expect(probability >= 0 && probability <= 1).toBe(true);
      }),
    );
  });

  it('is that it is left open where a sentence says so and none answers as likely', () => {
    expect(
      judge(
        read([
          [1, -9],
          [-9, 4],
        ]),
        true,
      ).kind,
    ).toBe('open');
    expect(
      judge(
        read([
          [5, -9],
          [-9, 4],
        ]),
        true,
      ).kind,
    ).toBe('answer');
  });

  it('is nothing only where the articles do not speak of it', () => {
    expect(judge(read([[-7, -9]]), true).kind).toBe('unanswered');
    expect(judge(read([[-7, -9]]), false).kind).toBe('nothing');
    expect(judge(read([[6, -9]]), false).kind).toBe('answer');
  });
});
