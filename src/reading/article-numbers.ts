import { type Article, ASIDE_KINDS, type Paragraph } from '../article/article.js';
import { listCuts } from '../article/windows.js';

/** What is said of an article in words. */
export interface ArticleHead extends Pick<Article, 'id' | 'meta' | 'notes'> {
  /** See `textKeyOf`. */
  readonly textKey: string;
}

/** All that is said of an article's text as spans, as numbers: an object each would take ten times the room. */
export interface ArticleNumbers {
  /** Start, end, kind, number, first sentence, end of sentences, start and end of its lead (-1 for none), page (0 for none), whether it is quoted; of one paragraph after the other. */
  readonly paragraphs: Int32Array<ArrayBuffer>;
  /** Start, end, kind. */
  readonly asides: Int32Array<ArrayBuffer>;
  /** Start, end, paragraph. */
  readonly sentences: Int32Array<ArrayBuffer>;
  /** Start, end, paragraph, first sentence, end of sentences. */
  readonly passages: Int32Array<ArrayBuffer>;
  /** Where its windows are cut (see `listCuts`). */
  readonly cuts: Int32Array<ArrayBuffer>;
}

export const PARAGRAPH_WIDTH = 10;
export const ASIDE_WIDTH = 3;
export const SENTENCE_WIDTH = 3;
export const PASSAGE_WIDTH = 5;

export const PARAGRAPH_KINDS = ['text', 'heading', 'row'] as const satisfies readonly Paragraph['kind'][];

/** The numbers of an article. */
export function packNumbers(article: Article): ArticleNumbers {
  const { paragraphs, asides, sentences, passages } = article;
  return {
    cuts: listCuts(article),
    paragraphs: packRecords(paragraphs, PARAGRAPH_WIDTH, (numbers, at, paragraph) => {
      numbers[at] = paragraph.start;
      numbers[at + 1] = paragraph.end;
      numbers[at + 2] = PARAGRAPH_KINDS.indexOf(paragraph.kind);
      numbers[at + 3] = paragraph.number;
      numbers[at + 4] = paragraph.firstSentence;
      numbers[at + 5] = paragraph.endSentence;
      numbers[at + 6] = paragraph.lead?.start ?? -1;
      numbers[at + 7] = paragraph.lead?.end ?? -1;
      numbers[at + 8] = paragraph.page ?? 0;
      numbers[at + 9] = paragraph.isQuote === true ? 1 : 0;
    }),
    asides: packRecords(asides, ASIDE_WIDTH, (numbers, at, aside) => {
      numbers[at] = aside.start;
      numbers[at + 1] = aside.end;
      numbers[at + 2] = ASIDE_KINDS.indexOf(aside.kind);
    }),
    sentences: packRecords(sentences, SENTENCE_WIDTH, (numbers, at, sentence) => {
      numbers[at] = sentence.start;
      numbers[at + 1] = sentence.end;
      numbers[at + 2] = sentence.paragraph;
    }),
    passages: packRecords(passages, PASSAGE_WIDTH, (numbers, at, passage) => {
      numbers[at] = passage.start;
      numbers[at + 1] = passage.end;
      numbers[at + 2] = passage.paragraph;
      numbers[at + 3] = passage.firstSentence;
      numbers[at + 4] = passage.endSentence;
    }),
  };
}

function packRecords<Unpacked>(
  records: readonly Unpacked[],
  width: number,
  write: (numbers: Int32Array, at: number, record: Unpacked) => void,
): Int32Array<ArrayBuffer> {
  const numbers = new Int32Array(records.length * width);
  for (const [index, record] of records.entries()) write(numbers, index * width, record);
  return numbers;
}
