import type { Encoder, ReaderWindow, SentenceOdds } from '../../src/encoder/encoder.js';

/** What a reader makes of the sentences that hold some words; of any other it makes nothing. */
export type Script = Readonly<
  Record<string, { readonly answers?: number; readonly leavesOpen?: number; readonly words?: string }>
>;

/** Log odds of a sentence that has nothing to do with the question, as the shipped reader gives them. */
const UNLIKELY = -8;

/** A reader that goes by a script, and what it was given to read. */
export function readBy(script: Script): {
  readonly read: Encoder['read'];
  readonly asked: { readonly question: string; readonly windows: readonly ReaderWindow[] }[];
} {
  const asked: { question: string; windows: readonly ReaderWindow[] }[] = [];
  const oddsOf = (sentence: string): SentenceOdds => {
    const [, own] = Object.entries(script).find(([words]) => sentence.includes(words)) ?? [];
    const start = own?.words === undefined ? -1 : sentence.indexOf(own.words);
    return {
      answers: own?.answers ?? UNLIKELY,
      leavesOpen: own?.leavesOpen ?? UNLIKELY,
      spans: start === -1 ? [] : [{ start, end: start + (own?.words?.length ?? 0), probability: 0.9 }],
    };
  };
  return {
    asked,
    read: (question, windows) => {
      asked.push({ question, windows });
      return Promise.resolve({ ok: true, windows: windows.map(({ sentences }) => sentences.map(oddsOf)) });
    },
  };
}
