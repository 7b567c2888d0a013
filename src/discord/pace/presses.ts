import type { ButtonInteraction } from 'discord.js';
import { LRUCache } from 'lru-cache';

/** Presses remembered after they are done: more than come in before their buttons have gone from every screen. */
const REMEMBERED = 1_000;

/** Which button of which message is pressed. */
type Press = Pick<ButtonInteraction, 'customId'> & { readonly message: { readonly id: string } };

/** What is being done by buttons, so that one pressed twice at once does its work once. */
export class Presses {
  readonly #underWay = new Set<string>();
  readonly #done = new LRUCache<string, true>({ max: REMEMBERED });

  /**
   * Does the work of a press unless one of the same button is under way, or has done what can be done once only; false
   * where it was left.
   */
  async do(
    { message, customId }: Press,
    work: () => Promise<void>,
    { isOnce = false } = {},
  ): Promise<boolean> {
    const button = `${message.id} ${customId}`;
    if (this.#underWay.has(button) || (isOnce && this.#done.has(button))) return false;
    this.#underWay.add(button);
    try {
      await work();
      if (isOnce) this.#done.set(button, true);
    } finally {
      this.#underWay.delete(button);
    }
    return true;
  }
}
