/** Presses remembered after they are done: more than come in before their buttons have gone from every screen. */
const REMEMBERED = 1_000;

/** What is being done on a message, so that a button pressed twice at once does its work once. */
export class Presses {
  readonly #underWay = new Set<string>();
  readonly #done = new Set<string>();

  /**
   * Does the work of a press unless a press on the same message is under way, or has done what can be done once only;
   * false where it was left.
   */
  async do(messageId: string, work: () => Promise<void>, { isOnce = false } = {}): Promise<boolean> {
    if (this.#underWay.has(messageId) || (isOnce && this.#done.has(messageId))) return false;
    this.#underWay.add(messageId);
    try {
      await work();
      if (isOnce) this.#remember(messageId);
    } finally {
      this.#underWay.delete(messageId);
    }
    return true;
  }

  #remember(messageId: string): void {
    this.#done.add(messageId);
    const [oldest] = this.#done;
    if (this.#done.size > REMEMBERED && oldest !== undefined) this.#done.delete(oldest);
  }
}
