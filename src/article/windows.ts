import type { Article, Passage } from './article.js';
import { estimatePieces, LARGEST_READ } from './pieces.js';
import type { Span } from './span.js';
import { spellRow } from './spell-row.js';

/** What the reader reads at once: whole passages that follow one another, never across a heading. */
export interface Window extends Span {
  /** Its place among the article's windows, from 0. */
  readonly index: number;
  /** Its passages are `article.passages.slice(firstPassage, endPassage)`. */
  readonly firstPassage: number;
  readonly endPassage: number;
  /** Its sentences are `article.sentences.slice(firstSentence, endSentence)`. */
  readonly firstSentence: number;
  readonly endSentence: number;
}

/** A window with fewer pieces takes the next paragraph in: news has a sentence or two to the paragraph, and "he" was named in the one before. */
const JOINED_BELOW = 56;

const windows = new WeakMap<Article, readonly Window[]>();

/** The windows of an article in order; each passage is in one. Worked out once for an article. */
export function windowsOf(article: Article): readonly Window[] {
  let known = windows.get(article);
  if (known === undefined) {
    const cut = cuts.get(article);
    known = cut === undefined ? cutWindows(article) : windowsAt(article, cut());
    windows.set(article, known);
  }
  return known;
}

/** Where windows were cut before, as by the thread that made the article of its file. */
const cuts = new WeakMap<Article, () => Int32Array>();

/** For each window of an article the end of its passages. */
export function listCuts(article: Article): Int32Array<ArrayBuffer> {
  return Int32Array.from(windowsOf(article), ({ endPassage }) => endPassage);
}

/** Hands in where what `listCuts` gave for the same article is to be had, so that nothing need be measured again. */
export function rememberCuts(article: Article, cut: () => Int32Array): void {
  cuts.set(article, cut);
}

function windowsAt({ passages }: Article, cut: Int32Array): Window[] {
  return Array.from(cut, (endPassage, index) => {
    const firstPassage = cut[index - 1] ?? 0;
    const [first, last] = [passages[firstPassage], passages[endPassage - 1]];
    return {
      index,
      start: first?.start ?? 0,
      end: last?.end ?? 0,
      firstPassage,
      endPassage,
      firstSentence: first?.firstSentence ?? 0,
      endSentence: last?.endSentence ?? 0,
    };
  });
}

function cutWindows({ text, passages, paragraphs }: Article): Window[] {
  const found: Window[] = [];
  let pieces = 0;
  const isHeadingBetween = (before: Passage, after: Passage): boolean =>
    paragraphs.slice(before.paragraph, after.paragraph - 1).some(({ kind }) => kind === 'heading');
  for (const passage of passages) {
    const paragraph = paragraphs[passage.paragraph - 1];
    const words =
      paragraph?.kind === 'row'
        ? spellRow({ text }, paragraph).words
        : text.slice(passage.start, passage.end);
    const own = estimatePieces(words);
    const last = found.at(-1);
    const before = passages[passage.index - 1];
    const isJoined =
      last !== undefined &&
      before !== undefined &&
      pieces < JOINED_BELOW &&
      pieces + own <= LARGEST_READ.pieces &&
      passage.endSentence - last.firstSentence <= LARGEST_READ.sentences &&
      !isHeadingBetween(before, passage);
    if (isJoined) {
      found[found.length - 1] = {
        ...last,
        end: passage.end,
        endPassage: passage.index + 1,
        endSentence: passage.endSentence,
      };
      pieces += own;
    } else {
      const { index, start, end, firstSentence, endSentence } = passage;
      found.push({
        index: found.length,
        start,
        end,
        firstPassage: index,
        endPassage: index + 1,
        firstSentence,
        endSentence,
      });
      pieces = own;
    }
  }
  return found;
}
