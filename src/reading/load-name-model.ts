import { NAME_MODEL_PATH, type NameModel, parseNameModel } from '../extract/people/name-model.js';
import { readAsset } from '../files/assets.js';

/** The name model that the package ships; throws where its file is missing or of another format. */
export function loadNameModel(): NameModel {
  return parseNameModel(readAsset(NAME_MODEL_PATH));
}
