import { readAnySource } from '../article/documents/read-any-source.js';
import { describeFault, isStackOverflow } from '../article/fault.js';
import { ARTICLE_LIMITS } from '../article/limits.js';
import type { ParsedSource, SourceFile } from '../article/source-file.js';
import { phrase } from '../messages/phrase.js';

/** The article of a file, or what is wrong with it: also whatever its parser throws, as when it is too deep in itself. */
export async function parseSource(source: SourceFile): Promise<ParsedSource> {
  try {
    return await readAnySource(source);
  } catch (error) {
    const tooDeep = phrase('articles.too-deep', { most: ARTICLE_LIMITS.pageDepth });
    return { ok: false, line: null, reason: isStackOverflow(error) ? tooDeep : describeFault(error) };
  }
}
