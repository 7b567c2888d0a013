import { type Client, Team, TeamMemberMembershipState } from 'discord.js';
import type { Logger } from 'pino';
import { describeError } from './log-error.js';

/** Milliseconds after which the application's owner and team are asked for again: a change is seldom, and an hour's wait does no harm. */
const REFRESH_EVERY = 60 * 60_000;

/** Who runs the bot: the owner of its application, or the members of the team that owns it. */
export class Operators {
  #ids: ReadonlySet<string> = new Set();
  #timer: NodeJS.Timeout | undefined;

  /** False for everybody until `follow` has resolved. */
  has(userId: string): boolean {
    return this.#ids.has(userId);
  }

  /** Asks Discord who they are, now and every hour until `stop`; where that fails, those known stay. */
  async follow(client: Client<true>, logger: Logger): Promise<void> {
    const refresh = () =>
      this.#read(client).catch((error: unknown) =>
        logger.warn({ error: describeError(error) }, 'could not ask who owns the application'),
      );
    this.#timer = setInterval(() => void refresh(), REFRESH_EVERY);
    this.#timer.unref();
    await refresh();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  async #read({ application }: Client<true>): Promise<void> {
    const { owner } = await application.fetch();
    if (owner instanceof Team) {
      const accepted = owner.members.filter(
        ({ membershipState }) => membershipState === TeamMemberMembershipState.Accepted,
      );
      this.#ids = new Set(accepted.keys());
    } else {
      this.#ids = new Set(owner === null ? [] : [owner.id]);
    }
  }
}
