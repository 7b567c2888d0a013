import { readAsset } from '../files/assets.js';
import { ASK_WEIGHTS, type AskModels, parseAskModels } from '../search/ask-models.js';

/** What ranking has learned, read from the package's own files; call it once at the start. Throws where a file is missing. */
export function loadAskModels(): AskModels {
  return parseAskModels({
    vectors: readAsset(ASK_WEIGHTS.vectors),
    related: readAsset(ASK_WEIGHTS.related),
    ranking: readAsset(ASK_WEIGHTS.ranking),
  });
}
