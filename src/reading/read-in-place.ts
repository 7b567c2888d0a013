import type { ArticleReader } from '../extract/article-reader.js';
import { placesAround } from '../extract/places-around.js';
import { type AnalysisModels, readWith } from '../extract/read-article.js';
import { allows } from '../robots/allows.js';
import { keepAnalyses } from './keep-analyses.js';
import { parseSource } from './parse-source.js';

/**
 * A reader that works where it is called, without a limit of time: for a terminal, where one person waits for one answer.
 * What an article holds is worked out when it is asked for.
 */
export function readInPlace(models: AnalysisModels, mostKept?: number): ArticleReader {
  const readAnew = readWith(models);
  const { read } = keepAnalyses((article) => Promise.resolve(readAnew(article)), mostKept);
  return {
    parse: parseSource,
    async parseAndRead(source, take) {
      const parsed = await parseSource(source);
      const article = parsed.ok ? take(parsed.article) : null;
      return { parsed, analysis: article === null ? null : await read(article) };
    },
    readFeed: async (text, address) => (await import('../feed/read-feed.js')).readFeed(text, address),
    readRules: (question) => Promise.resolve(allows(question)),
    read,
    readNear: async (article, places) => (await read(article)).near(placesAround(article, places)),
    close: () => Promise.resolve(),
  };
}
