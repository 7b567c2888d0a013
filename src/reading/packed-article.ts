import type { Article } from '../article/article.js';
import { textKeyOf } from '../article/text-key.js';
import { type ArticleHead, type ArticleNumbers, packNumbers } from './article-numbers.js';
import { UnpackedArticle } from './unpacked-article.js';

/** An article as it goes from one thread to another: its text once, and all that is said about it as numbers. */
export interface PackedArticle {
  readonly head: ArticleHead;
  readonly text: string;
  readonly numbers: ArticleNumbers;
}

/** An article made ready to be kept or sent; `unpackArticle` gives its equal back. Its numbers may lie in the bytes of a file, see `packToSend`. */
export function packArticle(article: Article): PackedArticle {
  if (article instanceof UnpackedArticle) return { ...article.packed, text: article.text };
  const { id, meta, notes, text } = article;
  return { head: { id, meta, notes, textKey: textKeyOf(article) }, text, numbers: packNumbers(article) };
}

/** The same with numbers of its own: whoever sends some numbers of a file to a thread sends the whole file. */
export function packToSend(article: Article): PackedArticle {
  const { numbers, ...packed } = packArticle(article);
  return {
    ...packed,
    numbers: {
      paragraphs: numbers.paragraphs.slice(),
      asides: numbers.asides.slice(),
      sentences: numbers.sentences.slice(),
      passages: numbers.passages.slice(),
      cuts: numbers.cuts.slice(),
    },
  };
}

/** The article that was packed. */
export function unpackArticle({ head, text, numbers }: PackedArticle): Article {
  return new UnpackedArticle(head, { text: () => text, numbers: () => numbers });
}
