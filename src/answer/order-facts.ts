import { textAt } from '../article/article.js';
import type { FactKind } from '../extract/fact.js';
import type { FoundFact } from './found-fact.js';

const FIGURES: ReadonlySet<FactKind> = new Set(['number', 'amount', 'share', 'duration', 'people']);

/** How much a value tells by itself: a figure most, then a date with a figure in it, last a day of the week or a place. */
function rankOf({ article, fact }: FoundFact): number {
  if (FIGURES.has(fact.kind)) return 0;
  return fact.kind === 'date' && /\p{N}/u.test(textAt(article, fact.value)) ? 1 : 2;
}

/** The facts in their order, but those of sentences that carry a figure first, and those with no more than a day of the week or a place last. */
export function putFiguresFirst<Found extends FoundFact>(
  facts: readonly Found[],
  keyOf: (fact: FoundFact) => string,
): Found[] {
  const keyed = facts.map((fact) => ({ fact, key: keyOf(fact) }));
  const best = new Map<string, number>();
  for (const { fact, key } of keyed)
    best.set(key, Math.min(best.get(key) ?? Number.POSITIVE_INFINITY, rankOf(fact)));
  const ranked = keyed.map(({ fact, key }) => ({ fact, rank: best.get(key) ?? 0 }));
  return ranked.toSorted((a, b) => a.rank - b.rank).map(({ fact }) => fact);
}
