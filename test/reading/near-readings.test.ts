import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/article/article.js';
import type { Span } from '../../src/article/span.js';
import { readNothing } from '../../src/extract/read-nothing.js';
import { NearReadings } from '../../src/reading/near-readings.js';
import { sketchArticle } from '../corpus-builder.js';

const PARAGRAPHS = Array.from({ length: 30 }, (_, number) => `The ferry left pier ${number} at noon.`);
const article = sketchArticle({ id: 'pier', text: PARAGRAPHS.join('\n\n') });
const other = sketchArticle({ id: 'quay', text: 'The quay was mended.' });

function placeOf(number: number): Span {
  const { start = 0, end = 0 } = article.paragraphs[number] ?? {};
  return { start, end };
}

/** The paragraphs from one to another, both included, as one stretch. */
function stretch(first: number, last: number): Span {
  return { start: placeOf(first).start, end: placeOf(last).end };
}

function watch(mostKept = 10_000) {
  const read: { readonly id: string; readonly places: readonly Span[] }[] = [];
  const near = new NearReadings((one: Article, places) => {
    read.push({ id: one.id, places });
    return Promise.resolve(readNothing(one));
  }, mostKept);
  return { read, near };
}

describe('readings near some places', () => {
  it('are of the paragraphs around each, and serve again for what lies well within them', async () => {
    const { read, near } = watch();
    const first = near.find(article, [placeOf(10)]);
    expect(read).toEqual([{ id: 'pier', places: [stretch(6, 14)] }]);
    expect(near.find(article, [stretch(9, 11)])).toBe(first);
    expect(near.find(article, [])).toBe(first);
    expect((await first)?.article).toBe(article);
    expect(read).toHaveLength(1);
  });

  it('are not made of other places of the same article, which is then worth its whole reading', () => {
    const { read, near } = watch();
    void near.find(article, [placeOf(10)]);
    expect(near.find(article, [placeOf(13)])).toBeNull();
    expect(near.find(article, [placeOf(10), placeOf(20)])).toBeNull();
    expect(near.find(other, [{ start: 0, end: 5 }])).not.toBeNull();
    expect(read).toHaveLength(2);
  });

  it('go where others need the room, and are made again', () => {
    const { read, near } = watch(article.text.length + 2);
    void near.find(article, [placeOf(0)]);
    void near.find(other, []);
    expect(near.find(article, [placeOf(20)])).not.toBeNull();
    expect(read.map(({ id }) => id)).toEqual(['pier', 'quay', 'pier']);
  });

  it('are tried again where one failed', async () => {
    let tries = 0;
    const near = new NearReadings(() => {
      tries += 1;
      return Promise.reject(new Error('the thread could not be started'));
    }, 10_000);
    await expect(near.find(article, [placeOf(0)])).rejects.toThrow('could not be started');
    await expect(near.find(article, [placeOf(0)])).rejects.toThrow('could not be started');
    expect(tries).toBe(2);
  });
});
