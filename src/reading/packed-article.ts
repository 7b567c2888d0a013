import {
  type Article,
  type ArticleMeta,
  ASIDE_KINDS,
  type Aside,
  type Paragraph,
  type Passage,
  type Sentence,
} from '../article/article.js';
import { listCuts, rememberCuts } from '../article/windows.js';

/** An article as it goes from one thread to another: its text once, and all that is said about it as numbers. */
export interface PackedArticle {
  readonly id: string;
  readonly meta: ArticleMeta;
  readonly text: string;
  readonly notes: Article['notes'];
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

const PARAGRAPH_WIDTH = 10;
const ASIDE_WIDTH = 3;
const SENTENCE_WIDTH = 3;
const PASSAGE_WIDTH = 5;

const PARAGRAPH_KINDS = ['text', 'heading', 'row'] as const satisfies readonly Paragraph['kind'][];

/** An article made ready to be sent; `unpackArticle` gives its equal back. */
export function packArticle(article: Article): PackedArticle {
  const { id, meta, text, notes, paragraphs, asides, sentences, passages } = article;
  return {
    cuts: listCuts(article),
    id,
    meta,
    text,
    notes,
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

/** The article that was packed. */
export function unpackArticle({ id, meta, text, notes, ...packed }: PackedArticle): Article {
  const paragraphs: Paragraph[] = [];
  for (let at = 0; at < packed.paragraphs.length; at += PARAGRAPH_WIDTH) {
    const record = packed.paragraphs.subarray(at, at + PARAGRAPH_WIDTH);
    const [start = 0, end = 0, kind = 0, number = 1, firstSentence = 0, endSentence = 0] = record;
    const [from = -1, to = -1, page = 0, isQuote = 0] = record.subarray(6);
    paragraphs.push({
      start,
      end,
      number,
      ...(page === 0 ? {} : { page }),
      ...(isQuote === 0 ? {} : { isQuote: true }),
      kind: PARAGRAPH_KINDS[kind] ?? 'text',
      lead: from === -1 ? null : { start: from, end: to },
      firstSentence,
      endSentence,
    });
  }
  const asides: Aside[] = [];
  for (let at = 0; at < packed.asides.length; at += ASIDE_WIDTH) {
    const [start = 0, end = 0, kind = 0] = packed.asides.subarray(at, at + ASIDE_WIDTH);
    asides.push({ start, end, kind: ASIDE_KINDS[kind] ?? 'notice' });
  }
  const sentences: Sentence[] = [];
  for (let at = 0; at < packed.sentences.length; at += SENTENCE_WIDTH) {
    const [start = 0, end = 0, paragraph = 0] = packed.sentences.subarray(at, at + SENTENCE_WIDTH);
    sentences.push({ start, end, index: sentences.length, paragraph });
  }
  const passages: Passage[] = [];
  for (let at = 0; at < packed.passages.length; at += PASSAGE_WIDTH) {
    const [start = 0, end = 0, paragraph = 0, firstSentence = 0, endSentence = 0] = packed.passages.subarray(
      at,
      at + PASSAGE_WIDTH,
    );
    passages.push({ start, end, index: passages.length, paragraph, firstSentence, endSentence });
  }
  const article = { id, meta, text, notes, paragraphs, asides, sentences, passages };
  // Of its own, so that the file or message that it came in can go.
  rememberCuts(article, packed.cuts.slice());
  return article;
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
