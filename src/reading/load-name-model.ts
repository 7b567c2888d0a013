import { NAME_WEIGHTS, type NameModel, parseNameModel } from '../extract/people/name-model.js';
import { readWeights } from './read-weights.js';

/** The name model that the package ships; throws if its file is missing, damaged, or of other features than this program has. */
export function loadNameModel(): NameModel {
  return parseNameModel(readWeights(NAME_WEIGHTS));
}
