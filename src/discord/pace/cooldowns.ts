import { type Phrase, phrase } from '../../messages/phrase.js';
import { type Pace, TokenBuckets } from './token-buckets.js';

/** Who does something, and where. */
export interface Doer {
  readonly userId: string;
  /** Null in direct and group messages. */
  readonly guildId: string | null;
  readonly channelId: string | null;
}

/** What is limited: a question to the articles; a press on a button, or a command about the bot itself; a letter typed where choices are offered; a message that was put to nobody by name. */
export type Action = 'question' | 'press' | 'letter' | 'overheard';

/** Questions at once: a slip of the finger, and a few follow-ups, are nobody's flood. */
const USER_BURST = 5;

/** As many people at full pace may use one channel at the same time before it is too much to read. */
const CHANNEL_SHARE = 4;

/** Turning pages is quicker than asking, and each press runs its command again. */
const PRESSES: Pace = { burst: 10, interval: 1_000 };

/** Discord asks for choices at each letter; nobody types ten a second for long. */
const LETTERS: Pace = { burst: 20, interval: 100 };

/** The paces of what is no question; what is overheard costs the work of an answer, and goes as fast as people talk. */
const PACES: Readonly<Record<Exclude<Action, 'question'>, Pace>> = {
  press: PRESSES,
  letter: LETTERS,
  overheard: PRESSES,
};

/** Holds back whoever asks too fast. The same for everybody, moderators too. */
export class Cooldowns {
  readonly #buckets = new TokenBuckets();
  readonly #now: () => number;

  /** `now` gives milliseconds of a clock that never goes back. */
  constructor(now: () => number) {
    this.#now = now;
  }

  /**
   * Why it is too soon, with the time left; null, and it counts, if it is not. `seconds` is the cooldown of the
   * place: 0 lifts the limit on questions for its people and channels.
   */
  check(action: Action, doer: Doer, seconds: number): Phrase | null {
    const reason = this.foresee(action, doer, seconds);
    if (reason === null) for (const { key, pace } of bucketsOf(action, doer, seconds)) this.#take(key, pace);
    return reason;
  }

  /** The same, and it does not count. */
  foresee(action: Action, doer: Doer, seconds: number): Phrase | null {
    const now = this.#now();
    for (const { key, pace, message } of bucketsOf(action, doer, seconds)) {
      const wait = this.#buckets.wait(key, pace, now);
      if (wait > 0) return phrase(message, { seconds: Math.ceil(wait / 1_000) });
    }
    return null;
  }

  #take(key: string, pace: Pace): void {
    this.#buckets.take(key, pace, this.#now());
  }
}

/** The buckets that an action takes from, and what is said if one is empty. */
function bucketsOf(action: Action, { userId, guildId, channelId }: Doer, seconds: number) {
  const user = `${action} ${guildId ?? ''} ${userId}`;
  if (action !== 'question') return [{ key: user, pace: PACES[action], message: 'cooldown.press' as const }];
  const interval = seconds * 1_000;
  return [
    { key: user, pace: { burst: USER_BURST, interval }, message: 'cooldown.user' as const },
    {
      key: `${action} in ${channelId ?? user}`,
      pace: { burst: USER_BURST * CHANNEL_SHARE, interval: interval / CHANNEL_SHARE },
      message: 'cooldown.channel' as const,
    },
  ];
}
