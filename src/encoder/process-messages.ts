import { z } from 'zod';

const RUNTIME = z.enum(['native', 'wasm']);

const SENTENCE_ODDS = z.object({
  answers: z.number(),
  leavesOpen: z.number(),
  spans: z.array(z.object({ start: z.number(), end: z.number(), probability: z.number() })).readonly(),
});

/** What the encoder's process is asked: first to load a model, then to read windows, or to leave a question that was taken back. */
export const PROCESS_REQUEST = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('open'),
    /** The folder of the model's files. */
    folder: z.string(),
    threads: z.number(),
    /** In the order in which they are tried. */
    runtimes: z.array(RUNTIME).readonly(),
  }),
  z.object({
    kind: z.literal('read'),
    /** Of the question; rising. */
    id: z.number(),
    question: z.string(),
    windows: z.array(z.object({ title: z.string(), sentences: z.array(z.string()).readonly() })).readonly(),
  }),
  z.object({ kind: z.literal('leave'), id: z.number() }),
]);

export type ProcessRequest = z.infer<typeof PROCESS_REQUEST>;

/** What the encoder's process says: `opened` or `unusable` first, then for each question `read` or `failed` (none for one that it left). */
export const PROCESS_ANSWER = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('opened'), runtime: RUNTIME }),
  /** A sentence for the operator. */
  z.object({ kind: z.literal('unusable'), reason: z.string() }),
  z.object({
    kind: z.literal('read'),
    id: z.number(),
    windows: z.array(z.array(SENTENCE_ODDS).readonly()).readonly(),
  }),
  /** A bug, with the stack of the error. */
  z.object({ kind: z.literal('failed'), id: z.number(), stack: z.string() }),
]);

export type ProcessAnswer = z.infer<typeof PROCESS_ANSWER>;
