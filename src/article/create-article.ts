import { type Phrase, phrase } from '../messages/phrase.js';
import type { Article, ArticleMeta, Paragraph, Sentence } from './article.js';
import { ARTICLE_LIMITS } from './limits.js';
import { cutLongSentences } from './long-sentences.js';
import { type Block, findParagraphs } from './paragraphs.js';
import { cutPassages } from './passages.js';
import { sortBlocks } from './sort-blocks.js';
import { textCuttingOf } from './text-cutting.js';

/** What an article is made from; `blocks` if the format knows its own paragraphs (Markdown, HTML). */
export interface ArticleSource {
  readonly id: string;
  readonly meta: ArticleMeta;
  readonly text: string;
  readonly blocks?: readonly Block[];
  readonly notes?: Article['notes'];
}

/** An article with its paragraphs, sentences and passages as spans into its text, in order, none overlapping. */
export function createArticle({
  id,
  meta,
  text,
  blocks = findParagraphs(text),
  notes = [],
}: ArticleSource): Article {
  const { language } = meta;
  const { splitSentences } = textCuttingOf(language);
  const { paragraphs: sorted, asides } = sortBlocks(text, blocks, meta);
  const sentences: Sentence[] = [];
  const paragraphs: Paragraph[] = [];
  let cutSentences = 0;
  const counted = countByPage(sorted);
  let number = 0;
  let onPage: number | undefined;
  for (const { start, end, kind, lead, page, isQuote } of sorted) {
    if (page !== onPage) number = 0;
    onPage = page;
    const place = paragraphs.length + 1;
    const firstSentence = sentences.length;
    // A row is read as one: its cells are no sentences.
    const parts = kind === 'row' ? [{ start, end }] : splitSentences(text, { start, end }, language);
    const { spans, cut } = cutLongSentences(text, parts);
    cutSentences += cut;
    for (const span of spans) sentences.push({ ...span, index: sentences.length, paragraph: place });
    if (kind !== 'heading') number += 1;
    // What heads nothing more has the number of what is before it.
    const isHeading = kind === 'heading' && number < (counted.get(page) ?? 0);
    const shown = isHeading ? number + 1 : Math.max(1, number);
    const endSentence = sentences.length;
    const marks = { ...(page === undefined ? {} : { page }), ...(isQuote === true ? { isQuote } : {}) };
    paragraphs.push({ start, end, number: shown, ...marks, kind, lead, firstSentence, endSentence });
  }
  return {
    id,
    meta,
    text,
    notes: cutSentences === 0 ? notes : [...notes, noteCut(cutSentences)],
    paragraphs,
    asides,
    sentences,
    passages: cutPassages(text, paragraphs, sentences, language),
  };
}

function noteCut(count: number): Phrase {
  const { sentenceWords: words, sentence: most } = ARTICLE_LIMITS;
  return phrase('articles.long-sentences', { count, words, most });
}

/** How many paragraphs that are no headings begin on each page. */
function countByPage(
  paragraphs: readonly Pick<Paragraph, 'kind' | 'page'>[],
): Map<number | undefined, number> {
  const counts = new Map<number | undefined, number>();
  for (const { kind, page } of paragraphs)
    if (kind !== 'heading') counts.set(page, (counts.get(page) ?? 0) + 1);
  return counts;
}
