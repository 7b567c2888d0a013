import type { Article } from '../article/article.js';
import type { ArticleHead, ArticleNumbers } from './article-numbers.js';
import { encodeText, KeptText } from './kept-text.js';
import { packArticle } from './packed-article.js';
import { packSections, readSections, toBytes, toInt32, toUint32 } from './sections.js';
import { UnpackedArticle } from './unpacked-article.js';

/** What is said of each article at the beginning: where its head, its numbers and its text begin, how its text is encoded, and how many numbers it has of each sort. */
const ENTRY_WIDTH = 9;
const SECTIONS = 4;

/** Articles as bytes; of one that is gone nothing. A step after each. */
export function* packArticles(articles: readonly (Article | null)[]): Generator<undefined, Uint8Array[]> {
  const entries: number[] = [];
  const heads: Uint8Array[] = [];
  const numbers: Uint8Array[] = [];
  const texts: Uint8Array[] = [];
  const at = { head: 0, number: 0, text: 0 };
  for (const article of articles) {
    if (article === null) entries.push(at.head, at.number, at.text, 0, 0, 0, 0, 0, 0);
    else {
      const packed = packArticle(article);
      const { paragraphs, asides, sentences, passages, cuts } = packed.numbers;
      const sorts = [paragraphs, asides, sentences, passages, cuts];
      const { bytes, encoding } = encodeText(packed.text);
      const head = Buffer.from(JSON.stringify(packed.head));
      entries.push(at.head, at.number, at.text, encoding, ...sorts.map(({ length }) => length));
      heads.push(head);
      numbers.push(...sorts.map(toBytes));
      texts.push(bytes);
      at.head += head.length;
      at.number += sorts.reduce((sum, { length }) => sum + length, 0);
      at.text += bytes.length;
    }
    yield;
  }
  entries.push(at.head, at.number, at.text, 0, 0, 0, 0, 0, 0);
  return packSections([[toBytes(Uint32Array.from(entries))], heads, numbers, texts]);
}

/**
 * The articles of which these are the bytes, in which their texts and numbers stay until they are asked for; null for each that is not wanted. Null for bytes of another
 * form. A step after each.
 */
export function* unpackArticles(
  bytes: Buffer<ArrayBuffer>,
  isWanted: (article: number) => boolean,
): Generator<undefined, (Article | null)[] | null> {
  const sections = readSections(bytes, SECTIONS);
  const [table, heads, numbers, texts] = sections ?? [];
  if (table === undefined || heads === undefined || numbers === undefined || texts === undefined) return null;
  const entries = toUint32(table);
  const all = toInt32(numbers);
  const articles: (Article | null)[] = [];
  for (let number = 0; number < entries.length / ENTRY_WIDTH - 1; number += 1) {
    const entry = number * ENTRY_WIDTH;
    const at = (field: number): number => entries[entry + field] ?? 0;
    const span = (field: number): [number, number] => [at(field), at(field + ENTRY_WIDTH)];
    const [start, end] = span(0);
    if (end > start && isWanted(number)) {
      const head = readHead(heads.subarray(start, end));
      const kept = new KeptText(() => texts.subarray(...span(2)), at(3));
      articles.push(
        new UnpackedArticle(head, {
          text: () => kept.text,
          numbers: () => readNumbers(all, entries.subarray(entry, entry + ENTRY_WIDTH)),
        }),
      );
    } else articles.push(null);
    yield;
  }
  return articles;
}

/** As this very program has written it, which its checksum and its fingerprint say. */
function readHead(bytes: Buffer): ArticleHead {
  const head: ArticleHead = JSON.parse(bytes.toString());
  return head;
}

function readNumbers(all: Int32Array<ArrayBuffer>, entry: Uint32Array): ArticleNumbers {
  let at = entry[1] ?? 0;
  const take = (count = 0): Int32Array<ArrayBuffer> => {
    at += count;
    return all.subarray(at - count, at);
  };
  return {
    paragraphs: take(entry[4]),
    asides: take(entry[5]),
    sentences: take(entry[6]),
    passages: take(entry[7]),
    cuts: take(entry[8]),
  };
}
