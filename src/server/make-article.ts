import type { Article } from '../article/article.js';
import type { ArticleReader } from '../extract/article-reader.js';
import { ownArticleId, toSourceFile } from '../library/own-articles.js';
import { phrase } from '../messages/phrase.js';
import { nameSource } from './name-source.js';
import type { Outcome } from './own-sources.js';
import { type GivenFile, LONGEST_TEXT } from './read-given.js';

/** The article of a file, and the name it would have; `called` names the file where something is wrong with it. */
export async function makeArticle(
  reader: Pick<ArticleReader, 'parse'>,
  file: GivenFile,
  called: string,
): Promise<Outcome<{ readonly article: Article; readonly name: string }>> {
  const reading = await reader.parse(toSourceFile({ ...file, name: 'new' }));
  if (!reading.ok) {
    const { line, reason } = reading;
    return {
      ok: false,
      reason:
        line === null
          ? phrase('sources.unreadable', { title: called, reason })
          : phrase('sources.unreadable-line', { title: called, line, reason }),
    };
  }
  const { text, meta } = reading.article;
  if (text.length > LONGEST_TEXT) {
    const values = { title: meta.title, count: text.length, most: LONGEST_TEXT };
    return { ok: false, reason: phrase('sources.too-long', values) };
  }
  const name = nameSource(meta.title);
  return { ok: true, value: { article: { ...reading.article, id: ownArticleId(name) }, name } };
}
