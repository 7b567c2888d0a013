import { type Client, Team, TeamMemberMembershipState } from 'discord.js';
import type { Logger } from 'pino';
import { describeError } from './log-error.js';

/** Milliseconds after which the application's owner and team are asked for again: a change is seldom, and an hour's wait does no harm. */
const REFRESH_EVERY = 60 * 60_000;

/** Milliseconds after which they are asked for again if Discord did not tell: until then nobody may be one. */
const RETRY_AFTER = 30_000;

/** Who runs the bot: the owner of its application, or the members of the team that owns it. */
export class Operators {
  #ids: ReadonlySet<string> = new Set();
  #timer: NodeJS.Timeout | undefined;
  #isStopped = false;
  readonly #retryAfter: number;

  constructor(retryAfter = RETRY_AFTER) {
    this.#retryAfter = retryAfter;
  }

  /** False for everybody until `follow` has resolved. */
  has(userId: string): boolean {
    return this.#ids.has(userId);
  }

  /** Asks Discord who they are, now and every hour until `stop`, and soon again if that fails; those known stay. */
  async follow(client: Client<true>, logger: Logger): Promise<void> {
    const isTold = await this.#read(client).then(
      () => true,
      (error: unknown) => {
        logger.warn({ error: describeError(error) }, 'could not ask who owns the application');
        return false;
      },
    );
    if (this.#isStopped) return;
    this.#timer = setTimeout(
      () => void this.follow(client, logger),
      isTold ? REFRESH_EVERY : this.#retryAfter,
    );
    this.#timer.unref();
  }

  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
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
