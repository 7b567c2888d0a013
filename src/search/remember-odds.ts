import { LRUCache } from 'lru-cache';
import type { Encoder, ReaderWindow, WindowOdds } from '../encoder/encoder.js';

/** Windows read with a question whose odds stay: those of the last hundred questions, some 2 MB. */
const MOST_REMEMBERED = 1_000;

/**
 * The same reader, which remembers what it made of a window with a question: each button under an answer asks the same again, and members often
 * ask what others have asked. The odds are of the texts alone, so that no reload makes them stale.
 */
export function rememberOdds(read: Encoder['read']): Encoder['read'] {
  const known = new LRUCache<string, WindowOdds>({ max: MOST_REMEMBERED });
  return async (question, windows, signal) => {
    const asked = windows.map((window) => {
      const key = keyOf(question, window);
      return { window, key, odds: known.get(key) };
    });
    const missing = asked.filter(({ odds }) => odds === undefined);
    if (missing.length === 0) return { ok: true, windows: asked.flatMap(({ odds }) => (odds ? [odds] : [])) };
    const outcome = await read(
      question,
      missing.map(({ window }) => window),
      signal,
    );
    if (!outcome.ok) return outcome;
    const told = new Map(missing.map(({ key }, i) => [key, outcome.windows[i] ?? []]));
    for (const [key, odds] of told) known.set(key, odds);
    return { ok: true, windows: asked.map(({ key, odds }) => odds ?? told.get(key) ?? []) };
  };
}

function keyOf(question: string, { title, sentences }: ReaderWindow): string {
  return JSON.stringify([question, title, sentences]);
}
