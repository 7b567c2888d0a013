import { createArticle } from '../../src/article/create-article.js';
import type { Span } from '../../src/article/span.js';
import type { Excerpt } from '../../src/bot/reply.js';

const TEXT = [
  'The long pier at Velmouth will close for repairs on Monday.',
  '“We have waited *nine* years for this,” said Ada Winter, the harbour master. She warned that 40 boats would have to move.',
  'According to the Velmouth Courier, the work may cost $3.5 million.',
].join('\n\n');

/** A made-up article about a made-up harbour. */
export const harbour = createArticle({
  id: 'news/pier',
  text: TEXT,
  meta: {
    title: 'Pier [closes] for repairs',
    url: 'https://courier.example/pier_(long)',
    author: 'Jon Reed',
    publisher: 'Velmouth Courier',
    published: '2031-05-03',
    language: 'en',
  },
});

/** Where words are in a text; throws if they are not in it. */
export function spanOf(text: string, words: string): Span {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`not in the text: ${words}`);
  return { start, end: start + words.length };
}

/** An excerpt of the harbour article with these words, some of them in bold. */
export function excerptOf(words: string, ...bold: readonly string[]): Excerpt {
  const span = spanOf(harbour.text, words);
  const paragraph = harbour.paragraphs.find(({ start, end }) => start <= span.start && span.end <= end);
  return {
    ...span,
    article: harbour,
    paragraph: paragraph?.number ?? 0,
    highlights: bold.map((part) => spanOf(harbour.text, part)),
    confidence: 0.9,
  };
}
