import { readdirSync } from 'node:fs';
import type { Article } from '../src/article/article.js';
import { readSource } from '../src/article/read-source.js';
import { readSeeds } from '../src/files/seeds.js';

/** Every article of the seeds and of the fixtures that can be read. */
export async function fixtureArticles(): Promise<Article[]> {
  const folders = ['seeds', ...readdirSync('test/fixtures').map((name) => `test/fixtures/${name}`)];
  const seeds = await Promise.all(folders.map((folder) => readSeeds(folder)));
  return seeds.flatMap(({ files }) =>
    files.flatMap((file) => {
      const parsed = readSource(file);
      return parsed.ok ? [parsed.article] : [];
    }),
  );
}
