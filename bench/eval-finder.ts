import { parseArgs } from 'node:util';
import type { Article } from '../src/article/article.js';
import { isOverlapping } from '../src/article/span.js';
import { windowsOf } from '../src/article/windows.js';
import { buildSearchIndex } from '../src/search/build-search-index.js';
import { findWindows } from '../src/search/find-windows.js';
import { ASK_SETS, type AskCase, readWritten } from './ask-sets.js';

const DEPTHS = [1, 3, 5, 6, 8, 10, 12, 16];

/** `npm run eval -- finder`: how often a window with a sentence that answers is among the best K, over the one article and over all of the set together. */
export async function evaluateFinder(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      sample: { type: 'string', default: '1' },
    },
  });
  const every = Number(values.sample);
  const sets: (readonly [string, AskCase[]])[] = [
    ['written, to train on', readWritten(['a1', 'a3', 'a5', 'b1', 'b2', 'b4'], (index) => index % 5 !== 4)],
    ['news-quiz', ASK_SETS['news-quiz']?.('dev') ?? []],
    ['wiki', ASK_SETS.wiki?.('dev') ?? []],
    ['multirc', ASK_SETS.multirc?.('dev') ?? []],
  ];
  console.log(
    `${'recall among the best'.padEnd(34)}${DEPTHS.map((depth) => String(depth).padStart(7)).join('')}`,
  );
  for (const [name, all] of sets) {
    const cases = all.filter(({ asked }, i) => asked === 'answered' && i % every === 0);
    const articles = [...new Set(all.map(({ article }) => article))];
    const together = articles.filter((article, i) => articles.findIndex(({ id }) => id === article.id) === i);
    const counts = articles.map((article) => windowsOf(article).length).sort((a, b) => a - b);
    console.log(
      `${name}: ${cases.length} questions, ${articles.length} articles, windows ${counts.at(0)}..${counts.at(counts.length >> 1)}..${counts.at(-1)}`,
    );
    const ranks: (number | null)[] = [];
    for (const article of new Set(cases.map((one) => one.article))) {
      const index = await buildSearchIndex([article]);
      for (const one of cases.filter((other) => other.article === article)) {
        const found = findWindows(index, one.text, { limit: 40 });
        const rest = windowsOf(article).filter((window) => !found.some((other) => other.window === window));
        ranks.push(rankOf(one, [...found, ...rest.map((window) => ({ article, window }))]));
      }
    }
    print('  the one article', ranks);
    const index = await buildSearchIndex(together);
    print(
      `  all ${together.length} together`,
      cases.map((one) => rankOf(one, findWindows(index, one.text, { limit: 40 }))),
    );
  }
}

function rankOf(
  { article, gold }: AskCase,
  found: readonly { article: Article; window: { start: number; end: number } }[],
): number | null {
  const rank = found.findIndex(
    (other) => other.article.id === article.id && gold.some((span) => isOverlapping(span, other.window)),
  );
  return rank === -1 ? null : rank;
}

function print(name: string, ranks: readonly (number | null)[]): void {
  const shares = DEPTHS.map(
    (depth) => ranks.filter((rank) => rank !== null && rank < depth).length / ranks.length,
  );
  console.log(`${name.padEnd(34)}${shares.map((share) => share.toFixed(3).padStart(7)).join('')}`);
}
