import type { TokenRange } from '../../language/annotation.js';

/** The words that tie something said to whoever says it, as ranges of tokens. */
export interface SpeechCue {
  /** Null if nothing but a dash or a colon ties them. */
  readonly cue: TokenRange | null;
  /** Null if the text names nobody. */
  readonly speaker: TokenRange | null;
}
