import { type Phrase, phrase } from '../../messages/phrase.js';
import { type Pace, TokenBuckets } from './token-buckets.js';

/** Who does something, and where. */
export interface Doer {
  readonly userId: string;
  /** Null in direct and group messages. */
  readonly guildId: string | null;
  readonly channelId: string | null;
}

/** What is limited: a question to the articles; a press on a button, or a command about the bot itself; a letter typed where choices are offered. */
export type Deed = 'question' | 'press' | 'letter';

/** Questions at once: a slip of the finger, and a few follow-ups, are nobody's flood. */
const USER_BURST = 5;

/** As many people at full pace may use one channel at the same time before it is too much to read. */
const CHANNEL_SHARE = 4;

/** Turning pages is quicker than asking, and each press runs its command again. */
const PRESSES: Pace = { burst: 10, interval: 1_000 };

/** Discord asks for choices at each letter; nobody types ten a second for long. */
const LETTERS: Pace = { burst: 20, interval: 100 };

/** Holds back whoever asks too fast. The same for everybody, moderators too. */
export class Cooldowns {
  readonly #buckets = new TokenBuckets();
  readonly #now: () => number;

  /** `now` gives milliseconds of a clock that never goes back. */
  constructor(now: () => number) {
    this.#now = now;
  }

  /**
   * Why it is too soon, with the time left; null, and it counts, where it is not. `seconds` is the cooldown of the
   * place: 0 lifts the limit on questions for its people and channels.
   */
  check(deed: Deed, { userId, guildId, channelId }: Doer, seconds: number): Phrase | null {
    const now = this.#now();
    const user = `${deed} ${guildId ?? ''} ${userId}`;
    if (deed !== 'question') {
      const pace = deed === 'press' ? PRESSES : LETTERS;
      const wait = this.#buckets.wait(user, pace, now);
      if (wait > 0) return phrase('cooldown.press', { seconds: toSeconds(wait) });
      this.#buckets.take(user, pace, now);
      return null;
    }
    const channel = `${deed} ${channelId ?? user}`;
    const userPace = { burst: USER_BURST, interval: seconds * 1_000 };
    const channelPace = { burst: USER_BURST * CHANNEL_SHARE, interval: (seconds * 1_000) / CHANNEL_SHARE };
    const userWait = this.#buckets.wait(user, userPace, now);
    if (userWait > 0) return phrase('cooldown.user', { seconds: toSeconds(userWait) });
    const channelWait = this.#buckets.wait(channel, channelPace, now);
    if (channelWait > 0) return phrase('cooldown.channel', { seconds: toSeconds(channelWait) });
    this.#buckets.take(user, userPace, now);
    this.#buckets.take(channel, channelPace, now);
    return null;
  }
}

function toSeconds(milliseconds: number): number {
  return Math.ceil(milliseconds / 1_000);
}
