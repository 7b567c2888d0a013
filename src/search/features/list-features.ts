/** A sentence's features so far, with where it stands in the first stage's list. */
export interface ListedFeatures {
  readonly values: readonly number[];
  readonly score: number;
  /** The sentence's own neighbourhood: candidates of one context share it. */
  readonly context: string;
}

/** Features that say more beside the other candidates' than alone. */
const COMPARED = [
  'coverage-soft',
  'coverage-english-soft',
  'soft-mean',
  'pairs-weight',
  'longest-run',
  'token-run',
  'with-previous',
  'with-context',
  'context-often',
  'context-english',
  'focus-like',
  'centroid',
  'expected-count',
  'coverage-english-related',
  'reached',
  'with-previous-related',
] as const;

/** Names of the values of `listFeatures`, in its order. */
export const LIST_FEATURES = [
  'first-score',
  'first-rank',
  'first-relative',
  'first-lead',
  'context-score',
  'context-relative',
  'candidates',
  ...COMPARED.map((name) => `${name}-relative`),
  ...COMPARED.map((name) => `${name}-rank`),
];

/** Each candidate beside the others, best of the first stage first: its place, and its distance to the best in what is compared. */
export function listFeatures(list: readonly ListedFeatures[], names: readonly string[]): number[][] {
  const best = list[0]?.score ?? 1;
  const columns = COMPARED.map((name) => names.indexOf(name));
  const columnValues = columns.map((column) => list.map(({ values }) => values[column] ?? 0));
  const highest = columnValues.map((values) => Math.max(...values));
  const contextScores = new Map<string, number>();
  for (const { context, score } of list)
    contextScores.set(context, (contextScores.get(context) ?? 0) + score * score);
  const bestContext = Math.max(...contextScores.values());
  return list.map(({ values, score, context }, rank) => {
    const ownContext = contextScores.get(context) ?? 0;
    const relative = columns.map((column, k) => (values[column] ?? 0) - (highest[k] ?? 0));
    const ranks = columns.map((column, k) => countAbove(columnValues[k] ?? [], values[column] ?? 0));
    const second = rank === 0 ? (list[1]?.score ?? 0) : best;
    return [
      score,
      rank,
      score / (best || 1),
      score - second,
      ownContext,
      ownContext / (bestContext || 1),
      list.length,
      ...relative,
      ...ranks,
    ];
  });
}

function countAbove(values: readonly number[], value: number): number {
  let count = 0;
  for (const other of values) if (other > value) count += 1;
  return count;
}
