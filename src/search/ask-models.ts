/** What ranking has learned: read once at the start and passed to whoever ranks. */
export interface AskModels {
  readonly version: number;
}

/** The models as they come without weights: the first stage alone. */
export function createPlainModels(): AskModels {
  return { version: 0 };
}
