import { expect, it } from 'vitest';
import type { Article } from '../../src/article/article.js';
import { readWith } from '../../src/extract/read-article.js';
import { keepAnalyses } from '../../src/reading/keep-analyses.js';
import { loadNameModel } from '../../src/reading/load-name-model.js';
import { actFor } from '../../src/scheduling/whose-work.js';
import { sketchArticle } from '../corpus-builder.js';

const pier = sketchArticle({ id: 'pier', text: 'The long pier at Velmouth is closed.' });
const lamp = sketchArticle({ id: 'lamp', text: 'Ada Winter keeps the lamp alight.' });
const readNow = readWith({ names: loadNameModel() });

it('reads an article once, also when it is asked for while it is read', async () => {
  const { read } = keepAnalyses((article) => Promise.resolve(readNow(article)));
  const [first, second] = await Promise.all([read(pier), read(pier)]);
  expect(second).toBe(first);
  await read(lamp);
  expect(await read(pier)).toBe(first);
});

it('lets go of the analysis used longest ago where more was read than is kept', async () => {
  const room = pier.text.length + lamp.text.length;
  const { read } = keepAnalyses((article) => Promise.resolve(readNow(article)), room);
  const first = await read(pier);
  const second = await read(lamp);
  const again = await read(pier);
  expect(again).not.toBe(first);
  expect(again.article).toBe(pier);
  expect(await read(lamp)).not.toBe(second);
});

it('of a server with more than all the room throws out none of another server', async () => {
  const reads: string[] = [];
  const { read } = keepAnalyses((article) => {
    reads.push(article.id);
    return Promise.resolve(readNow(article));
  }, 200);
  const readFor = (server: string, article: Article) => actFor({ server, person: '' }, () => read(article));
  const greedy = Array.from({ length: 12 }, (_, i) => sketchArticle({ id: `greedy ${i}`, text: pier.text }));
  await readFor('one', lamp);
  for (const article of greedy) await readFor('greedy', article);
  await readFor('one', lamp);
  expect(reads.filter((id) => id === 'lamp')).toHaveLength(1);
  // What several have asked for stays for all of them.
  await readFor('two', lamp);
  for (const article of greedy) await readFor('greedy', article);
  await readFor('three', lamp);
  expect(reads.filter((id) => id === 'lamp')).toHaveLength(1);
});

it('tries again what failed', async () => {
  let tries = 0;
  const { read } = keepAnalyses((article: Article) => {
    tries += 1;
    return tries === 1 ? Promise.reject(new Error('The disk is full.')) : Promise.resolve(readNow(article));
  });
  await expect(read(pier)).rejects.toThrow('The disk is full.');
  expect((await read(pier)).article).toBe(pier);
});
