import { describe, expect, it, vi } from 'vitest';
import type { Article } from '../../src/article/article.js';
import type { Analysis } from '../../src/extract/analysis.js';
import { readNothing } from '../../src/extract/read-nothing.js';
import { readLikeliest } from '../../src/library/read-likeliest.js';
import { actFor, ownerNow } from '../../src/scheduling/whose-work.js';
import { sketchArticle } from '../corpus-builder.js';

const articles = Array.from({ length: 7 }, (_, number) =>
  sketchArticle({ id: `a${number}`, text: `The tide turned ${number} times.` }),
);

/** Reads at once but for some, which it never ends with unless it works for nobody; tells which it was asked for, and by which server. */
function watch(slow: readonly string[] = []) {
  const asked: string[] = [];
  const read = (article: Article): Promise<Analysis> => {
    const { server } = ownerNow();
    asked.push(`${article.id} ${server}`);
    const isEndless = slow.includes(article.id) && server !== '';
    return isEndless ? new Promise(() => undefined) : Promise.resolve(readNothing(article));
  };
  const readAll = (all: readonly Article[]) => Promise.all(all.map(read));
  return { asked, corpus: { read, readAll } };
}

describe('the likeliest of some articles', () => {
  it('are all that are read in time, and nothing is said to be left', async () => {
    const { corpus } = watch();
    const onLeft = vi.fn();
    const analyses = await readLikeliest(corpus, articles, onLeft);
    expect(analyses.map(({ article }) => article.id)).toEqual(['a0', 'a1', 'a2', 'a3', 'a4', 'a5', 'a6']);
    expect(await readLikeliest(corpus, [], onLeft)).toEqual([]);
    expect(onLeft).not.toHaveBeenCalled();
  });

  it('are those before the first that is late; that and the ones behind it are read for nobody', async () => {
    const { asked, corpus } = watch(['a5']);
    const onLeft = vi.fn();
    const owner = { server: 'harbour', person: 'Mia' };
    const analyses = await actFor(owner, () => readLikeliest(corpus, articles, onLeft, 1));
    expect(analyses.map(({ article }) => article.id)).toEqual(['a0', 'a1', 'a2', 'a3', 'a4']);
    expect(onLeft.mock.calls).toEqual([[{ read: 5, of: 7 }]]);
    await vi.waitFor(() => expect(asked.slice(-2)).toEqual(['a5 ', 'a6 ']));
  });
});
