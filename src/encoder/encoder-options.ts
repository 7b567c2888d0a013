import type { EncoderStatus, RuntimeName } from './encoder.js';

/** What an encoder is opened with. */
export interface EncoderOptions {
  /** The folder with `reader.onnx`, `tokenizer.json` and `reader.json`. */
  readonly folder: string;
  /** The compiled `encoder-script`; left out, the one beside this module. */
  readonly script?: URL;
  /** Threads that multiply matrices; default `THREADS`. */
  readonly threads?: number;
  /** The one runtime to use; left out, the native one if this platform has it. */
  readonly runtime?: RuntimeName | null;
  /** Told whenever the status has changed. */
  readonly onStatus?: (status: EncoderStatus) => void;
  /** Told of each fault of ours, with its stack. */
  readonly onFault?: (stack: string) => void;
  readonly limits?: Partial<EncoderLimits>;
}

/** How long, and how often, an encoder bears with what does not go well. */
export interface EncoderLimits {
  /** Milliseconds that a question waits for the model to be loaded and for the questions before it. */
  readonly wait: number;
  /** Milliseconds in which so many windows are read at the latest. */
  readonly reading: (windows: number) => number;
  /** Milliseconds in which the model is loaded at the latest. */
  readonly loading: number;
  /** Questions that wait at once. */
  readonly waiting: number;
  /** Milliseconds before the process is started again after so many ends in a row; null if it is unavailable then. */
  readonly restart: (ends: number) => number | null;
  /** Milliseconds of being unavailable, when that happens for so many times in a row. */
  readonly pause: (times: number) => number;
}

/** Each more halves the time of a question, and takes a core from the bot meanwhile; one reads six windows in about 0.1 s. */
export const THREADS = 1;

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** Ends in a row after which another would be no surprise. */
const MOST_ENDS = 3;

export const LIMITS: EncoderLimits = {
  // A cold disk gives 25 MB in a second or two; nobody looks at a reply for longer than this.
  wait: 20 * SECOND,
  // Twenty times what WebAssembly takes on one slow core.
  reading: (windows) => 10 * SECOND + windows * 4 * SECOND,
  loading: MINUTE,
  // Some six seconds of reading, and at 1,000 servers more than ask at once.
  waiting: 64,
  restart: (ends) => (ends < MOST_ENDS ? (ends - 1) * SECOND : null),
  pause: (times) => Math.min(MINUTE * 2 ** (times - 1), 30 * MINUTE),
};
