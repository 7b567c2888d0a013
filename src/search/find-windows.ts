import type { Article } from '../article/article.js';
import { type Window, windowsOf } from '../article/windows.js';
import type { FoundPassage, SearchIndex } from './search-index.js';

/** A window of an article of the corpus, with how much it shares with a question. */
export interface FoundWindow {
  readonly article: Article;
  readonly window: Window;
  /** Comparable only within one result; 0 if it shares nothing. */
  readonly score: number;
}

/** Passages asked of the index: more than three to each of the windows that are read at most. */
const MOST_PASSAGES = 120;

/** What the other passages of a window, and the best ones of the windows beside it, add to its best passage's score; chosen by `npm run eval -- finder`. */
const ADDS = { within: 0.4, beside: 0.15 };

/** The windows that share most with a question, best first: a window has its best passage's score, and in part those of its others and of its neighbours. Empty if none shares a word. */
export function findWindows(
  index: SearchIndex,
  question: string,
  { articleId, limit }: { readonly articleId?: string | undefined; readonly limit: number },
): FoundWindow[] {
  const within = articleId === undefined ? {} : { articleId };
  const found = index.findPassages(question, { ...within, limit: MOST_PASSAGES });
  const scores = new Map<Article, Map<number, number>>();
  for (const { article, passage, score } of found) {
    const own = scores.get(article) ?? new Map<number, number>();
    scores.set(article, own);
    const at = windowWith(article, passage.index);
    if (at === undefined) continue;
    const best = own.get(at.index);
    // Passages come best first.
    own.set(at.index, best === undefined ? score : best + ADDS.within * score);
  }
  return [...scores]
    .flatMap(([article, own]) =>
      windowsOf(article).flatMap((window): FoundWindow[] => {
        const score = own.get(window.index) ?? 0;
        const beside = Math.max(own.get(window.index - 1) ?? 0, own.get(window.index + 1) ?? 0);
        const whole = score + ADDS.beside * beside;
        return whole > 0 ? [{ article, window, score: whole }] : [];
      }),
    )
    .sort((a, b) => b.score - a.score)
    .slice(0, limit);
}

function windowWith(article: Article, passage: FoundPassage['passage']['index']): Window | undefined {
  return windowsOf(article).find(
    ({ firstPassage, endPassage }) => firstPassage <= passage && passage < endPassage,
  );
}
