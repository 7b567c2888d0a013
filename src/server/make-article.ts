import type { Article } from '../article/article.js';
import type { ParsedSource } from '../article/source-file.js';
import type { Analysis } from '../extract/analysis.js';
import type { ArticleReader } from '../extract/article-reader.js';
import { ownArticleId, toSourceFile } from '../library/own-articles.js';
import { renameArticle } from '../library/rename-article.js';
import { phrase } from '../messages/phrase.js';
import { nameSource } from './name-source.js';
import type { Outcome } from './own-sources.js';
import { type GivenFile, LONGEST_TEXT } from './read-given.js';

/** An article, and the name that it would have. */
export interface MadeArticle {
  readonly article: Article;
  readonly name: string;
}

/** The article of a file, and the name it would have; `called` names the file if something is wrong with it. */
export async function makeArticle(
  reader: Pick<ArticleReader, 'parse'>,
  file: GivenFile,
  called: string,
): Promise<Outcome<MadeArticle>> {
  const parsed = await reader.parse(toSourceFile({ ...file, name: 'new' }));
  return describe(parsed, called);
}

/** The same with what the article holds, in one go; one that cannot be read whole is refused. */
export async function makeAndRead(
  reader: Pick<ArticleReader, 'parseAndRead'>,
  file: GivenFile,
  called: string,
): Promise<Outcome<MadeArticle & { readonly analysis: Analysis }>> {
  const { parsed, analysis } = await reader.parseAndRead(toSourceFile({ ...file, name: 'new' }), (article) =>
    isTooLong(article) ? null : nameArticle(article).article,
  );
  const made = describe(parsed, called);
  if (!made.ok) return made;
  if (analysis === null || analysis.givenUp !== undefined) {
    const reason = analysis?.givenUp ?? phrase('articles.reader-ended');
    return { ok: false, reason: phrase('sources.unreadable', { title: called, reason }) };
  }
  return { ok: true, value: { article: analysis.article, name: made.value.name, analysis } };
}

function describe(parsed: ParsedSource, called: string): Outcome<MadeArticle> {
  if (!parsed.ok) {
    const { line, reason } = parsed;
    return {
      ok: false,
      reason:
        line === null
          ? phrase('sources.unreadable', { title: called, reason })
          : phrase('sources.unreadable-line', { title: called, line, reason }),
    };
  }
  const { text, meta } = parsed.article;
  if (!isTooLong(parsed.article)) return { ok: true, value: nameArticle(parsed.article) };
  const values = { title: meta.title, count: text.length, most: LONGEST_TEXT };
  return { ok: false, reason: phrase('sources.too-long', values) };
}

function nameArticle(article: Article): MadeArticle {
  const name = nameSource(article.meta.title);
  return { article: renameArticle(article, ownArticleId(name)), name };
}

function isTooLong({ text }: Article): boolean {
  return text.length > LONGEST_TEXT;
}
