import type { WeightsFile } from './weights-file.js';

/** Boosted regression trees (as XGBoost grows them): the sum of one leaf of each tree. */
export interface Trees {
  /** The feature that a node asks about; -1 for a leaf. */
  readonly features: Int16Array;
  /** Below this value the left branch is taken; a leaf's own value. */
  readonly values: Float32Array;
  /** How many nodes on the left child stands; the right one follows it. */
  readonly steps: Int16Array;
  /** The first node of each tree. */
  readonly roots: Int32Array;
}

/** The trees of the given name in a file of weights. */
export function readTrees(file: WeightsFile, name: string): Trees {
  return {
    features: file.shorts(`${name}.features`),
    values: file.floats(`${name}.values`),
    steps: file.shorts(`${name}.steps`),
    roots: file.integers(`${name}.roots`),
  };
}

/** What the trees say of one row of features; `row` holds 32-bit floats, as the trees were grown on. */
export function scoreWithTrees(trees: Trees, row: Float32Array): number {
  const { features, values, steps, roots } = trees;
  let sum = 0;
  for (let tree = 0; tree < roots.length; tree += 1) {
    let node = roots[tree] ?? 0;
    let feature = features[node] ?? -1;
    while (feature >= 0) {
      const step = steps[node] ?? 0;
      node += (row[feature] ?? 0) < (values[node] ?? 0) ? step : step + 1;
      feature = features[node] ?? -1;
    }
    sum += values[node] ?? 0;
  }
  return sum;
}
