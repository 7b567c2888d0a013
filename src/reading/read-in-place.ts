import { readAnySource } from '../article/documents/read-any-source.js';
import { describeFault, isStackOverflow } from '../article/fault.js';
import { ARTICLE_LIMITS } from '../article/limits.js';
import type { SourceFile, SourceReading } from '../article/source-file.js';
import type { ArticleReader } from '../extract/article-reader.js';
import { type ReadingModels, readWith } from '../extract/read-article.js';
import { readFeed } from '../feed/read-feed.js';
import { phrase } from '../messages/phrase.js';
import { allows } from '../robots/allows.js';
import { keepReadings } from './keep-readings.js';

/**
 * A reader that works where it is called, without a limit of time: for a terminal, where one person waits for one answer.
 * What an article holds is worked out when it is asked for.
 */
export function readInPlace(models: ReadingModels, mostKept?: number): ArticleReader {
  const readAnew = readWith(models);
  const { read } = keepReadings((article) => Promise.resolve(readAnew(article)), mostKept);
  return {
    parse: parseSource,
    async parseAndRead(source, take) {
      const parsed = await parseSource(source);
      const article = parsed.ok ? take(parsed.article) : null;
      return { parsed, reading: article === null ? null : await read(article) };
    },
    readFeed: (text, address) => Promise.resolve(readFeed(text, address)),
    readRules: (question) => Promise.resolve(allows(question)),
    read,
    close: () => Promise.resolve(),
  };
}

/** The article of a file, or what is wrong with it: also whatever its parser throws, as where it is too deep in itself. */
export async function parseSource(source: SourceFile): Promise<SourceReading> {
  try {
    return await readAnySource(source);
  } catch (error) {
    const tooDeep = phrase('articles.too-deep', { most: ARTICLE_LIMITS.pageDepth });
    return { ok: false, line: null, reason: isStackOverflow(error) ? tooDeep : describeFault(error) };
  }
}
