import {
  type Article,
  ASIDE_KINDS,
  type Aside,
  type Paragraph,
  type Passage,
  type Sentence,
} from '../article/article.js';
import { rememberTextKey } from '../article/text-key.js';
import { rememberCuts } from '../article/windows.js';
import {
  type ArticleHead,
  type ArticleNumbers,
  ASIDE_WIDTH,
  PARAGRAPH_KINDS,
  PARAGRAPH_WIDTH,
  PASSAGE_WIDTH,
  SENTENCE_WIDTH,
} from './article-numbers.js';

/** Where the parts of a packed article are had from when they are first asked for. */
export interface PackedParts {
  readonly text: () => string;
  readonly numbers: () => ArticleNumbers;
}

/** An article whose parts are made when they are first asked for: of thousands that are served most never are, and a hundred objects each take time and memory. */
export class UnpackedArticle implements Article {
  readonly id: string;
  readonly meta: Article['meta'];
  readonly notes: Article['notes'];
  declare readonly text: string;
  declare readonly paragraphs: readonly Paragraph[];
  declare readonly asides: readonly Aside[];
  declare readonly sentences: readonly Sentence[];
  declare readonly passages: readonly Passage[];
  readonly #head: ArticleHead;
  readonly #parts: PackedParts;
  #paragraphs: readonly Paragraph[] | undefined;
  #asides: readonly Aside[] | undefined;
  #sentences: readonly Sentence[] | undefined;
  #passages: readonly Passage[] | undefined;

  /** Properties of each article itself, so that it is copied and compared as any other. */
  static readonly #lazy: PropertyDescriptorMap & ThisType<UnpackedArticle> = {
    text: {
      enumerable: true,
      get() {
        return this.#parts.text();
      },
    },
    paragraphs: {
      enumerable: true,
      get() {
        this.#paragraphs ??= unpackParagraphs(this.#parts.numbers().paragraphs);
        return this.#paragraphs;
      },
    },
    asides: {
      enumerable: true,
      get() {
        this.#asides ??= unpackAsides(this.#parts.numbers().asides);
        return this.#asides;
      },
    },
    sentences: {
      enumerable: true,
      get() {
        this.#sentences ??= unpackSentences(this.#parts.numbers().sentences);
        return this.#sentences;
      },
    },
    passages: {
      enumerable: true,
      get() {
        this.#passages ??= unpackPassages(this.#parts.numbers().passages);
        return this.#passages;
      },
    },
  };

  constructor(head: ArticleHead, parts: PackedParts) {
    this.id = head.id;
    this.meta = head.meta;
    this.notes = head.notes;
    this.#head = head;
    this.#parts = parts;
    Object.defineProperties(this, UnpackedArticle.#lazy);
    rememberTextKey(this, head.textKey);
    rememberCuts(this, () => parts.numbers().cuts);
  }

  /** What it is made of. */
  get packed(): { readonly head: ArticleHead; readonly numbers: ArticleNumbers } {
    return { head: this.#head, numbers: this.#parts.numbers() };
  }
}

function unpackParagraphs(numbers: Int32Array): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  for (let at = 0; at < numbers.length; at += PARAGRAPH_WIDTH) {
    const record = numbers.subarray(at, at + PARAGRAPH_WIDTH);
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
  return paragraphs;
}

function unpackAsides(numbers: Int32Array): Aside[] {
  const asides: Aside[] = [];
  for (let at = 0; at < numbers.length; at += ASIDE_WIDTH) {
    const [start = 0, end = 0, kind = 0] = numbers.subarray(at, at + ASIDE_WIDTH);
    asides.push({ start, end, kind: ASIDE_KINDS[kind] ?? 'notice' });
  }
  return asides;
}

function unpackSentences(numbers: Int32Array): Sentence[] {
  const sentences: Sentence[] = [];
  for (let at = 0; at < numbers.length; at += SENTENCE_WIDTH) {
    const [start = 0, end = 0, paragraph = 0] = numbers.subarray(at, at + SENTENCE_WIDTH);
    sentences.push({ start, end, index: sentences.length, paragraph });
  }
  return sentences;
}

function unpackPassages(numbers: Int32Array): Passage[] {
  const passages: Passage[] = [];
  for (let at = 0; at < numbers.length; at += PASSAGE_WIDTH) {
    const [start = 0, end = 0, paragraph = 0, firstSentence = 0, endSentence = 0] = numbers.subarray(
      at,
      at + PASSAGE_WIDTH,
    );
    passages.push({ start, end, index: passages.length, paragraph, firstSentence, endSentence });
  }
  return passages;
}
