/** Users whose notice stays in memory. */
const MOST_KEPT = 10_000;

/** Who was told to wait and has not been let through since: once is enough, as a notice is a message that everybody sees. */
export class Notices {
  readonly #told = new Set<string>();

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
    this.#told.add(key);
    const [oldest] = this.#told;
    if (this.#told.size > MOST_KEPT && oldest !== undefined) this.#told.delete(oldest);
    return true;
  }
}
