import { LRUCache } from 'lru-cache';

/** Users whose locale stays in memory. */
const MOST_KEPT = 2_000;

/** The Discord locales of users as their last interactions told them, for messages, which do not tell. Lost at a restart. */
export class KnownLocales {
  readonly #locales = new LRUCache<string, string>({ max: MOST_KEPT });

  note(userId: string, locale: string): void {
    this.#locales.set(userId, locale);
  }

  /** Null if none is known. */
  of(userId: string): string | null {
    return this.#locales.get(userId) ?? null;
  }
}
