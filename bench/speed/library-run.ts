import { z } from 'zod';

/** Questions as they are handed to the children. */
export const questionsSchema = z.array(
  z.object({
    text: z.string(),
    answer: z.object({ file: z.string(), words: z.string() }).nullable(),
  }),
);

const percentiles = z.object({ p50: z.number(), p95: z.number(), p99: z.number() });
const times = z.object({ clock: percentiles, own: percentiles.nullable() });
const spell = z.object({ taken: z.number(), processor: z.number(), held: z.number(), collected: z.number() });
const memory = z.object({ heap: z.number(), buffers: z.number(), rss: z.number() });
export type Memory = z.infer<typeof memory>;
/** For each question with an answer the place of the passage that has it among the first ten, from 0; -1 for none. */
const ranks = z.array(z.number());

/** What opening a library took, and if it was asked, what each sort of question took. Milliseconds and mebibytes. */
export const libraryRunSchema = z.object({
  /** Loading the model that tells English words apart, before anything waits for it. */
  models: z.number(),
  ready: spell,
  /** Keeping it for the next start, in the background. */
  saving: spell,
  memory,
  asked: z
    .object({
      finder: times,
      /** Of articles that nobody has asked about, and of those that were read by then. */
      search: z.array(times),
      who: z.array(times),
      complete: z.array(times),
      held: z.number(),
      collected: z.number(),
      ranks,
      /** For how many questions /search lists the same first passages as if it looked at everything (see `countSameFirstTen`). */
      sameFirst: z.object({ same: z.number(), of: z.number() }),
      /** The first in a thread that may have to be started, and the next. */
      reload: z.array(spell),
      /** While it was asked, at the most, and behind it. */
      most: z.number(),
      memory,
    })
    .nullable(),
});
export type LibraryRun = z.infer<typeof libraryRunSchema>;

/** The same of another search engine on the same passages. */
export const engineRunSchema = z.object({ ready: spell, memory, find: times, ranks });
export type EngineRun = z.infer<typeof engineRunSchema>;
