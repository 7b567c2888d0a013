/** Users whose locale stays in memory. */
const MOST_KEPT = 2_000;

/** The Discord locales of users as their last interactions told them, for messages, which do not tell. Lost at a restart. */
export class KnownLocales {
  readonly #locales = new Map<string, string>();

  note(userId: string, locale: string): void {
    this.#locales.delete(userId);
    this.#locales.set(userId, locale);
    const [oldest] = this.#locales.keys();
    if (this.#locales.size > MOST_KEPT && oldest !== undefined) this.#locales.delete(oldest);
  }

  /** Null where none is known. */
  of(userId: string): string | null {
    return this.#locales.get(userId) ?? null;
  }
}
