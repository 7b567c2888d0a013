import type { Article } from '../../article/article.js';
import type { Span } from '../../article/span.js';
import { dropDirection } from '../../messages/direction.js';

/** A citation as a reader sees it. */
export interface CitedWords {
  /** The article as the footnote names it: title first, then publisher and date as far as known. */
  readonly source: string;
  /** From 1. */
  readonly paragraph: number;
  /** The excerpt, its markup taken away; `…` at an end says that it was narrowed. */
  readonly words: string;
}

/** The words' place in their article; for a citation without words, or whose words are not there, its paragraph. */
export interface FoundPassage extends Span {
  readonly articleId: string;
}

/**
 * Finds what a citation is for: the same words in that paragraph of an article of that name, white space apart; null
 * where no article of that name has the paragraph. Gets wrong: of two equal sentences in one paragraph, the first.
 */
export function locatePassage(articles: readonly Article[], cited: CitedWords): FoundPassage | null {
  const named = articles.filter((article) => isNamed(article, cited.source));
  const forms = [cited.words, cited.words.replace(/^…|…$/gu, '')].filter((words) => words.trim() !== '');
  for (const words of forms) {
    const pattern = toPattern(words);
    for (const article of named) {
      const span = findWords(article, cited.paragraph, pattern);
      if (span !== null) return { articleId: article.id, ...span };
    }
  }
  for (const article of named) {
    const paragraph = article.paragraphs.find(({ number }) => number === cited.paragraph);
    if (paragraph !== undefined) {
      return { articleId: article.id, start: paragraph.start, end: paragraph.end };
    }
  }
  return null;
}

/** Footnotes name an article by its title on one line, the longest ones cut with `…`. */
function isNamed({ meta }: Article, source: string): boolean {
  const title = onOneLine(meta.title);
  const name = onOneLine(source);
  if (name.startsWith(title)) return true;
  const cut = name.indexOf('…');
  return cut > 0 && title.startsWith(name.slice(0, cut));
}

/** A title's direction is its own, and a footnote's too. */
function onOneLine(text: string): string {
  return dropDirection(text).replace(/\s+/gu, ' ').trim();
}

/** An excerpt starts in the paragraph that its citation names. */
function findWords(article: Article, number: number, pattern: RegExp): Span | null {
  const paragraph = article.paragraphs.find((candidate) => candidate.number === number);
  if (paragraph === undefined) return null;
  pattern.lastIndex = paragraph.start;
  const match = pattern.exec(article.text);
  if (match === null || match.index >= paragraph.end) return null;
  return { start: match.index, end: match.index + match[0].length };
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
