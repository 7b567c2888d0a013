import type { Article, Sentence } from '../article/article.js';
import type { AnswerSpan } from '../encoder/encoder.js';

/** A sentence as the reader has read it with the question. */
export interface ReadSentence {
  readonly article: Article;
  readonly sentence: Sentence;
  /** Where the finder has the window that it was read in, from 0: the one that shares most with the question. */
  readonly place: number;
  /** Log odds against none of the sentences answering: that it answers, and that it says that the article leaves it open. */
  readonly answers: number;
  readonly leavesOpen: number;
  /** What of it may be the answer, spans into the article's text, likeliest first. */
  readonly spans: readonly AnswerSpan[];
}
