import { describeFault } from '../article/fault.js';
import type { ArticleReader, OnFault } from '../extract/article-reader.js';
import { readNothing } from '../extract/read-nothing.js';

/**
 * The same reader, whose failures are those of the article that they befell: whatever it throws is told to `onFault`, and is what is
 * wrong with that file, or why that reading was given up. Nothing that it does with a text rejects.
 */
export function guardReader(reader: ArticleReader, onFault: OnFault = () => undefined): ArticleReader {
  return {
    async parse(source) {
      try {
        return await reader.parse(source);
      } catch (error) {
        onFault(error, source.file);
        return { ok: false, line: null, reason: describeFault(error) };
      }
    },
    async parseAndRead(source, take) {
      try {
        return await reader.parseAndRead(source, take);
      } catch (error) {
        onFault(error, source.file);
        return { parsed: { ok: false, line: null, reason: describeFault(error) }, analysis: null };
      }
    },
    async read(article) {
      try {
        return await reader.read(article);
      } catch (error) {
        onFault(error, article.id);
        return { ...readNothing(article), givenUp: describeFault(error) };
      }
    },
    async readNear(article, places) {
      try {
        return await reader.readNear(article, places);
      } catch (error) {
        onFault(error, article.id);
        return { ...readNothing(article), givenUp: describeFault(error) };
      }
    },
    async readFeed(text, address) {
      try {
        return await reader.readFeed(text, address);
      } catch (error) {
        onFault(error, address);
        return { kind: 'neither' };
      }
    },
    async readRules(question) {
      try {
        return await reader.readRules(question);
      } catch (error) {
        onFault(error, question.address);
        return null;
      }
    },
    close: () => reader.close(),
  };
}
