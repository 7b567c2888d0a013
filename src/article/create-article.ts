import type { Article, ArticleMeta, Paragraph, Sentence } from './article.js';
import { isEnglish } from './language-tag.js';
import { splitOtherSentences } from './other-sentences.js';
import { type Block, findParagraphs } from './paragraphs.js';
import { cutPassages } from './passages.js';
import { splitSentences } from './sentences.js';
import { sortBlocks } from './sort-blocks.js';

/** What an article is made from; `blocks` where the format knows its own paragraphs (Markdown, HTML). */
export interface ArticleSource {
  readonly id: string;
  readonly meta: ArticleMeta;
  readonly text: string;
  readonly blocks?: readonly Block[];
}

/** An article with its paragraphs, sentences and passages as spans into its text, in order, none overlapping. */
export function createArticle({ id, meta, text, blocks = findParagraphs(text) }: ArticleSource): Article {
  const { language } = meta;
  const split = isEnglish(language) ? splitSentences : splitOtherSentences;
  const { paragraphs: sorted, asides } = sortBlocks(text, blocks, meta);
  const sentences: Sentence[] = [];
  const paragraphs: Paragraph[] = [];
  const counted = sorted.filter(({ kind }) => kind !== 'heading').length;
  let number = 0;
  for (const { start, end, kind, lead } of sorted) {
    const place = paragraphs.length + 1;
    const firstSentence = sentences.length;
    // A row is read as one: its cells are no sentences.
    const parts = kind === 'row' ? [{ start, end }] : split(text, { start, end }, language);
    for (const span of parts) sentences.push({ ...span, index: sentences.length, paragraph: place });
    if (kind !== 'heading') number += 1;
    // What heads nothing more has the number of what stands before it.
    const shown = kind === 'heading' && number < counted ? number + 1 : Math.max(1, number);
    paragraphs.push({ start, end, number: shown, kind, lead, firstSentence, endSentence: sentences.length });
  }
  return {
    id,
    meta,
    text,
    paragraphs,
    asides,
    sentences,
    passages: cutPassages(text, paragraphs, sentences, language),
  };
}
