import type { Article, ArticleMeta, Paragraph, Sentence } from './article.js';
import { isEnglish } from './language-tag.js';
import { splitOtherSentences } from './other-sentences.js';
import { type Block, findParagraphs } from './paragraphs.js';
import { cutPassages } from './passages.js';
import { splitSentences } from './sentences.js';

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
  const sentences: Sentence[] = [];
  const paragraphs: Paragraph[] = [];
  for (const { start, end, kind } of blocks) {
    const number = paragraphs.length + 1;
    const firstSentence = sentences.length;
    for (const span of split(text, { start, end }, language)) {
      sentences.push({ ...span, index: sentences.length, paragraph: number });
    }
    paragraphs.push({ start, end, number, kind, firstSentence, endSentence: sentences.length });
  }
  return {
    id,
    meta,
    text,
    paragraphs,
    sentences,
    passages: cutPassages(text, paragraphs, sentences, language),
  };
}
