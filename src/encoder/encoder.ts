/** What is read together with a question: whole sentences of an article in their order, under its title. */
export interface ReaderWindow {
  /** The article's title, with the heading if there is one; empty for none. Its first 16 word pieces are read. */
  readonly title: string;
  /** In their order. Together 128 word pieces are read; a sentence that lies behind them has the odds `UNREAD`. */
  readonly sentences: readonly string[];
}

/** Words of a sentence that may be the answer: `sentence.slice(start, end)`, in UTF-16 code units; always whole words. */
export interface AnswerSpan {
  readonly start: number;
  readonly end: number;
  /** How likely these are the answering words, from 0 to 1, given that this sentence answers. */
  readonly probability: number;
}

/**
 * What the reader makes of a sentence: log odds against none of the sentences answering, comparable between all windows that are
 * read for a question.
 */
export interface SentenceOdds {
  /** That the sentence answers the question. */
  readonly answers: number;
  /** That it says that the article leaves the question open: denied, undecided, withheld or unknown. */
  readonly leavesOpen: number;
  /** The likeliest first, three at most; none for a sentence without words. */
  readonly spans: readonly AnswerSpan[];
}

/** Log odds of a sentence that was not read: its exponential is 0. */
export const UNREAD = -1e4;

/** The odds of a window's sentences, in their order. */
export type WindowOdds = readonly SentenceOdds[];

/** The windows' odds in the order in which they were given, or why there are none. */
export type EncoderOutcome =
  | { readonly ok: true; readonly windows: readonly WindowOdds[] }
  | { readonly ok: false; readonly reason: EncoderFailure };

/**
 * Why windows were not read: the model was not loaded in time (`starting`) or cannot be (`unavailable`), too many questions wait
 * (`busy`), reading took too long (`late`), ended its process twice (`crashed`) or met a fault of ours (`failed`), the caller took
 * the question back (`cancelled`), or the encoder was closed (`closed`).
 */
export type EncoderFailure =
  | 'starting'
  | 'unavailable'
  | 'busy'
  | 'late'
  | 'crashed'
  | 'failed'
  | 'cancelled'
  | 'closed';

/** What runs the model: the processor's own instructions, or WebAssembly if those are not to be had. */
export type RuntimeName = 'native' | 'wasm';

/** How the encoder is at this moment. */
export type EncoderStatus =
  /** Not started, as nothing was asked. */
  | { readonly kind: 'asleep' }
  | { readonly kind: 'starting' }
  | {
      readonly kind: 'ready';
      readonly runtime: RuntimeName;
      readonly threads: number;
      /** Of the process that holds the model. */
      readonly pid: number;
    }
  | {
      readonly kind: 'unavailable';
      /** A sentence for the operator, without a full stop's worth of guessing: what is wrong and what to do. */
      readonly reason: string;
      /** Milliseconds after which it is tried again by itself. */
      readonly again: number;
    }
  | { readonly kind: 'closed' };

/** Reads windows of articles together with a question. */
export interface Encoder {
  /** How it is at this moment. */
  status(): EncoderStatus;
  /** Starts loading the model, if it is not loaded yet; nobody waits for it. */
  start(): void;
  /**
   * The odds of all sentences of some windows; several calls for one question are fine, as their odds are comparable. Never
   * rejects. Questions are read one after the other in the order in which they came.
   */
  read(question: string, windows: readonly ReaderWindow[], signal?: AbortSignal): Promise<EncoderOutcome>;
  /** Ends the process that holds the model; what is under way or waits ends as `closed`. */
  close(): Promise<void>;
}
