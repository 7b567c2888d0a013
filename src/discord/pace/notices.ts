import { LRUCache } from 'lru-cache';

/** Users whose notice stays in memory. */
const MOST_KEPT = 10_000;

/** Who was told to wait and has not been let through since: once is enough, as a notice is a message that everybody sees. */
export class Notices {
  readonly #told = new LRUCache<string, true>({ max: MOST_KEPT });

  /** Whether somebody is to be told now; who is let through will be told again another time. */
  isDue(
    { author, channelId }: { readonly author: { readonly id: string }; readonly channelId: string },
    isHeldBack: boolean,
  ): boolean {
    const key = `${channelId} ${author.id}`;
    if (!isHeldBack) {
      this.#told.delete(key);
      return false;
    }
    if (this.#told.has(key)) return false;
    this.#told.set(key, true);
    return true;
  }
}
