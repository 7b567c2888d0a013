import type { Article } from '../article/article.js';
import type { Analysis } from '../extract/analysis.js';
import { FULL_ROOM } from '../library/memory-room.js';
import { ownerNow } from '../scheduling/whose-work.js';

/** Who has what several servers have asked for, and what was read for nobody. */
const COMMON = '';

/** An analysis that stays, and the server for which it does. */
interface Kept<Own extends Analysis> {
  readonly analysis: Promise<Own>;
  readonly holder: string;
}

/** Readings that are worked out once. */
interface KeptAnalyses<Own extends Analysis> {
  readonly read: (article: Article) => Promise<Own>;
  /** Whether an article was read, or is being read. */
  readonly has: (article: Article) => boolean;
  /** Keeps one that was worked out elsewhere. */
  readonly keep: (analysis: Own) => void;
}

/**
 * The same work, done once for an article: what a reload leaves unchanged is the same article, and is not read again. If more than
 * `mostKept` UTF-16 code units of text were read, whoever has most of it gives way, and of that what was used longest ago: no server
 * throws out what others have. An analysis that failed is tried again the next time, but one that was given up is not, as it would take as long again.
 */
export function keepAnalyses<Own extends Analysis>(
  read: (article: Article) => Promise<Own>,
  mostKept = FULL_ROOM.text,
): KeptAnalyses<Own> {
  const kept = new Map<Article, Kept<Own>>();
  /** What each server has, what was used longest ago first, and how much text it is. */
  const holders = new Map<string, { readonly articles: Set<Article>; length: number }>();
  let length = 0;
  const take = (article: Article, entry: Kept<Own>): void => {
    const holder = holders.get(entry.holder) ?? { articles: new Set(), length: 0 };
    holders.set(entry.holder, holder);
    kept.set(article, entry);
    holder.articles.add(article);
    holder.length += article.text.length + 1;
    length += article.text.length + 1;
  };
  const drop = (article: Article): void => {
    const entry = kept.get(article);
    const holder = holders.get(entry?.holder ?? COMMON);
    if (entry === undefined || holder === undefined) return;
    kept.delete(article);
    holder.articles.delete(article);
    holder.length -= article.text.length + 1;
    length -= article.text.length + 1;
    if (holder.articles.size === 0) holders.delete(entry.holder);
  };
  const makeRoom = (): void => {
    while (length > mostKept) {
      const largest = [...holders.values()].reduce((most, one) => (one.length > most.length ? one : most));
      const [oldest] = largest.articles;
      if (oldest !== undefined) drop(oldest);
    }
  };
  const keep = (article: Article, analysis: Promise<Own>): void => {
    drop(article);
    take(article, { analysis, holder: ownerNow().server });
    makeRoom();
  };
  return {
    read(article) {
      const known = kept.get(article);
      if (known !== undefined) {
        drop(article);
        take(article, { ...known, holder: known.holder === ownerNow().server ? known.holder : COMMON });
        return known.analysis;
      }
      const analysis = read(article);
      keep(article, analysis);
      analysis.catch(() => {
        if (kept.get(article)?.analysis === analysis) drop(article);
      });
      return analysis;
    },
    has: (article) => kept.has(article),
    keep: (analysis) => keep(analysis.article, Promise.resolve(analysis)),
  };
}
