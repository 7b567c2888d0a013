import { promisify } from 'node:util';
import { deflate, inflate } from 'node:zlib';
import type { Article } from '../article/article.js';
import { doInSlices } from '../scheduling/give-way.js';
import type { IndexSegment } from '../search/index/index-segment.js';
import { packArticles, unpackArticles } from './kept-articles.js';
import { packSegment, unpackSegment } from './kept-segment.js';
import { joinParts, packSections, readSections } from './sections.js';

/** An article with what the index has of it alone. */
interface IndexedArticle {
  readonly article: Article;
  readonly segment: IndexSegment;
}

const deflated = promisify(deflate);
const inflated = promisify(inflate);

/** The quickest: it makes a third of the bytes, and half the gain of more would take ten times as long. */
const LEVEL = { level: 1 };

/** An article as bytes, with a checksum of them. */
export async function packSource({ article, segment }: IndexedArticle): Promise<Buffer> {
  const parts = [await doInSlices(packArticles([article])), await doInSlices(packSegment(segment))];
  const packed = await Promise.all(parts.map((part) => deflated(Buffer.concat(part), LEVEL)));
  return Buffer.concat(packSections(packed.map((part) => [part])));
}

/** The article of which these are the bytes; null if they are not as they were written. */
export async function unpackSource(bytes: Uint8Array): Promise<IndexedArticle | null> {
  try {
    const [texts, index] = await Promise.all((readSections(joinParts([bytes]), 2) ?? []).map(unpackPart));
    const segment = index && (await doInSlices(unpackSegment(index)));
    const [article] = (texts && (await doInSlices(unpackArticles(texts, () => true)))) ?? [];
    return article && segment ? { article, segment } : null;
  } catch {
    return null;
  }
}

/** In memory of its own: the index is done with once it is merged with others, and the article stays. */
async function unpackPart(part: Buffer): Promise<Buffer<ArrayBuffer>> {
  return joinParts([await inflated(part)]);
}
