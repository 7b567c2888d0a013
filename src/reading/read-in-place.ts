import { readAnySource } from '../article/documents/read-any-source.js';
import { DEEPEST } from '../article/parse-page.js';
import type { SourceFile, SourceReading } from '../article/source-file.js';
import type { ArticleReader } from '../extract/article-reader.js';
import { type ReadingModels, readWith } from '../extract/read-article.js';
import { readFeed } from '../feed/read-feed.js';
import { phrase } from '../messages/phrase.js';
import { keepReadings } from './keep-readings.js';
import { isStackOverflow } from './stack-overflow.js';

/**
 * A reader that works where it is called, without a limit of time: for a terminal, where one person waits for one answer.
 * What an article holds is worked out when it is asked for.
 */
export function readInPlace(models: ReadingModels, mostKept?: number): ArticleReader {
  const read = readWith(models);
  return {
    parse: parseSource,
    readFeed: (text, address) => Promise.resolve(readFeed(text, address)),
    read: keepReadings((article) => Promise.resolve(read(article)), mostKept),
    close: () => Promise.resolve(),
  };
}

/** The article of a file, or what is wrong with it; one that is too deep in itself for its parser has that wrong with it. */
export async function parseSource(source: SourceFile): Promise<SourceReading> {
  try {
    return await readAnySource(source);
  } catch (error) {
    if (!isStackOverflow(error)) throw error;
    return { ok: false, line: null, reason: phrase('articles.too-deep', { most: DEEPEST }) };
  }
}
