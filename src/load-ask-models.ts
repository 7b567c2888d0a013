import { type AskModels, createPlainModels } from './search/ask-models.js';

/** What ranking has learned, read from the program's own files; call it once at the start. */
export function loadAskModels(): AskModels {
  return createPlainModels();
}
