import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { loadAskModels } from '../src/app/load-ask-models.js';
import { readAsset } from '../src/files/assets.js';
import { ASK_WEIGHTS, type AskModels, parseAskModels } from '../src/search/ask-models.js';

/** Where the weights of each fold are committed, from the package's root. */
export const FOLDS = join('bench', 'folds');

const foldsSchema = z.object({ articles: z.record(z.string(), z.number().int()) });

/** Whose weights judge which article. */
export interface EvalModels {
  /** Those that never saw the article: its fold's, or the shipped ones where no training saw it. */
  readonly modelsFor: (article: string) => AskModels;
  /** The article's fold; null for an article that no training saw. */
  readonly foldOf: (article: string) => number | null;
}

/**
 * Weights by article: `folder` holds folds.json (each article that training saw, and its fold) and for each
 * fold the weights trained without its articles (0.bin, 1.bin, …), as `training/train_ranking.py` writes them.
 * Throws where the folder is not there or a file in it is of another form.
 */
export function loadEvalModels(folder: string): EvalModels {
  const path = join(folder, 'folds.json');
  if (!existsSync(path)) {
    throw new Error(`There is no ${path}: name in --folds a folder that training/train_ranking.py wrote.`);
  }
  const { articles } = foldsSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  const foldOf = (article: string): number | null => articles[article] ?? null;
  const loaded = new Map<number | null, AskModels>();
  return {
    foldOf,
    modelsFor(article) {
      const fold = foldOf(article);
      let models = loaded.get(fold);
      if (models === undefined) {
        models = fold === null ? loadAskModels() : loadFold(join(folder, `${fold}.bin`));
        loaded.set(fold, models);
      }
      return models;
    },
  };
}

function loadFold(path: string): AskModels {
  return parseAskModels({
    vectors: readAsset(ASK_WEIGHTS.vectors),
    related: readAsset(ASK_WEIGHTS.related),
    ranking: readFileSync(path),
  });
}
