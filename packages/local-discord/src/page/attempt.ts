import type { Store } from './state.js';

/** What comes of it; null if it was refused, and then the reason shows as a sentence. */
export function attempt<Made>(store: Store, doing: Promise<Made>): Promise<Made | null> {
  return doing.catch((error: unknown) => {
    store.change({ notice: error instanceof Error ? error.message : String(error) });
    return null;
  });
}
