import type { CitedWords, FoundPassage } from 'local-discord';
import type { Article } from '../article/article.js';
import type { Span } from '../article/span.js';
import { dropDirection } from '../messages/direction.js';

/**
 * Finds what a citation is for: the same words in that paragraph of an article of that name, white space apart, else anywhere in one;
 * null where there is no article of that name. Gets wrong: of two equal sentences in one paragraph, the first.
 */
export function locatePassage(articles: readonly Article[], cited: CitedWords): FoundPassage | null {
  const named = articles.filter((article) => isNamed(article, cited.source));
  const forms = [cited.words, cited.words.replace(/^…|…$/gu, '')].filter((words) => words.trim() !== '');
  const patterns = forms.map(toPattern);
  for (const pattern of patterns) {
    for (const article of named) {
      const span = findInParagraph(article, cited.paragraph, pattern);
      if (span !== null) return { articleId: article.id, ...span, standing: 'cited' };
    }
  }
  for (const pattern of patterns) {
    for (const article of named) {
      const span = findFrom(article, 0, pattern);
      if (span !== null) return { articleId: article.id, ...span, standing: 'moved' };
    }
  }
  const [first] = named;
  if (first === undefined) return null;
  const paragraph = first.paragraphs[findPlace(first, cited.paragraph)];
  if (forms.length > 0 || paragraph === undefined)
    return { articleId: first.id, start: 0, end: 0, standing: 'gone' };
  return { articleId: first.id, start: paragraph.start, end: paragraph.end, standing: 'cited' };
}

/** What stands behind a title in a footnote: the comma of any language. */
const AFTER_TITLE = /^\s*(?:[,،、，]|$)/u;

/** Footnotes name an article by its title on one line, the longest ones cut with `…`. */
function isNamed({ meta }: Article, source: string): boolean {
  const title = onOneLine(meta.title);
  const name = onOneLine(source);
  if (name.startsWith(title)) return AFTER_TITLE.test(name.slice(title.length));
  const cut = name.indexOf('…');
  return cut > 0 && title.startsWith(name.slice(0, cut));
}

/** A title's direction is its own, and a footnote's too. */
function onOneLine(text: string): string {
  return dropDirection(text).replace(/\s+/gu, ' ').trim();
}

/** An excerpt starts in the paragraph that its citation names, in a heading before it or in an aside beside it. */
function findInParagraph(article: Article, number: number, pattern: RegExp): Span | null {
  const place = findPlace(article, number);
  if (place === -1) return null;
  const before = article.paragraphs.slice(0, place).findLast(({ kind }) => kind !== 'heading');
  const after = article.paragraphs.find(({ kind }, i) => i > place && kind !== 'heading');
  const span = findFrom(article, before?.end ?? 0, pattern);
  return span !== null && span.start < (after?.start ?? article.text.length) ? span : null;
}

/** The place of the paragraph of a number; -1 where there is none. */
function findPlace({ paragraphs }: Article, number: number): number {
  return paragraphs.findIndex((paragraph) => paragraph.kind !== 'heading' && paragraph.number === number);
}

function findFrom({ text }: Article, from: number, pattern: RegExp): Span | null {
  pattern.lastIndex = from;
  const match = pattern.exec(text);
  return match === null ? null : { start: match.index, end: match.index + match[0].length };
}

/** What Discord shows differs from the text in its white space, and in halves of broken surrogate pairs. */
function toPattern(words: string): RegExp {
  const source = words
    .trim()
    .split(/[\s\u0085]+/u)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&').replaceAll('\uFFFD', '[^]'))
    .join('[\\s\\u0085]+');
  return new RegExp(source, 'g');
}
