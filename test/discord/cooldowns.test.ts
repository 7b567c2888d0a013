import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Cooldowns } from '../../src/discord/pace/cooldowns.js';
import { TokenBuckets } from '../../src/discord/pace/token-buckets.js';
import { inEnglishWords } from '../in-english.js';

describe('a token bucket', () => {
  const arbitraryPace = fc.record({
    burst: fc.integer({ min: 1, max: 8 }),
    interval: fc.integer({ min: 1, max: 5_000 }),
  });
  const steps = fc.array(fc.integer({ min: 0, max: 8_000 }), { maxLength: 60 });

  it('gives, of any window of time, at most its burst and one for each interval that went by', () => {
    fc.assert(
      fc.property(arbitraryPace, steps, (pace, pauses) => {
        const buckets = new TokenBuckets();
        const taken: number[] = [];
        let now = 0;
        for (const pause of pauses) {
          now += pause;
          if (buckets.wait('key', pace, now) > 0) continue;
          buckets.take('key', pace, now);
          taken.push(now);
        }
        for (const [i, from] of taken.entries()) {
          for (const [j, to] of taken.slice(i).entries()) {
            expect(j + 1).toBeLessThanOrEqual(pace.burst + Math.floor((to - from) / pace.interval));
          }
        }
      }),
    );
  });

  it('has a token after exactly the wait that it told, and not a millisecond before', () => {
    fc.assert(
      fc.property(arbitraryPace, steps, (pace, pauses) => {
        const buckets = new TokenBuckets();
        let now = 0;
        for (const pause of pauses) {
          now += pause;
          const wait = buckets.wait('key', pace, now);
          if (wait > 0) expect(buckets.wait('key', pace, now + wait - 1)).toBe(1);
          now += wait;
          expect(buckets.wait('key', pace, now)).toBe(0);
          buckets.take('key', pace, now);
        }
      }),
    );
  });

  it('knows nobody’s tokens by another’s', () => {
    const pace = { burst: 1, interval: 1_000 };
    const buckets = new TokenBuckets();
    buckets.take('a', pace, 0);
    expect(buckets.wait('a', pace, 0)).toBe(1_000);
    expect(buckets.wait('b', pace, 0)).toBe(0);
  });
});

describe('a cooldown', () => {
  const HALL = { guildId: '1', channelId: '10' };

  function check(cooldowns: Cooldowns, userId: string, seconds = 3, place = HALL): string | null {
    const reason = cooldowns.check('question', { userId, ...place }, seconds);
    return reason === null ? null : inEnglishWords(reason);
  }

  it('lets five questions through at once, then one every three seconds, and says the time left', () => {
    let now = 0;
    const cooldowns = new Cooldowns(() => now);
    for (let i = 0; i < 5; i += 1) expect(check(cooldowns, 'mira')).toBeNull();
    expect(check(cooldowns, 'mira')).toBe(
      'You have asked a lot at once: I answer your next question in 3 seconds.',
    );
    now = 2_500;
    expect(check(cooldowns, 'mira')).toBe(
      'You have asked a lot at once: I answer your next question in 1 second.',
    );
    now = 3_000;
    expect(check(cooldowns, 'mira')).toBeNull();
    expect(check(cooldowns, 'mira')).not.toBeNull();
  });

  it('holds a channel back where many ask in it, and nobody in another', () => {
    const cooldowns = new Cooldowns(() => 0);
    for (let i = 0; i < 20; i += 1) expect(check(cooldowns, `user ${i}`)).toBeNull();
    expect(check(cooldowns, 'mira')).toBe(
      'A lot was asked in this channel at once: I answer the next question here in 1 second.',
    );
    expect(check(cooldowns, 'mira', 3, { guildId: '1', channelId: '11' })).toBeNull();
  });

  it('is another in each server, and none where a server wants none', () => {
    const cooldowns = new Cooldowns(() => 0);
    for (let i = 0; i < 5; i += 1) check(cooldowns, 'mira');
    expect(check(cooldowns, 'mira')).not.toBeNull();
    expect(check(cooldowns, 'mira', 3, { guildId: '2', channelId: '20' })).toBeNull();
    for (let i = 0; i < 100; i += 1) {
      expect(check(cooldowns, 'tomas', 0, { guildId: '3', channelId: '30' })).toBeNull();
    }
  });

  it('is that of now: who asked while it was longer waits no longer than it is', () => {
    let now = 0;
    const cooldowns = new Cooldowns(() => now);
    for (let i = 0; i < 5; i += 1) expect(check(cooldowns, 'mira', 3_600)).toBeNull();
    expect(check(cooldowns, 'mira', 3_600)).toContain('in 3,600 seconds');
    expect(check(cooldowns, 'mira', 10)).toContain('in 10 seconds');
    now = 9_999;
    expect(check(cooldowns, 'mira', 10)).toContain('in 1 second');
    now = 10_000;
    expect(check(cooldowns, 'mira', 10)).toBeNull();
    expect(check(cooldowns, 'mira', 10)).toContain('in 10 seconds');
    expect(check(cooldowns, 'mira', 0)).toBeNull();
  });

  it('does not count a question against its user that the channel held back', () => {
    let now = 0;
    const cooldowns = new Cooldowns(() => now);
    for (let i = 0; i < 20; i += 1) check(cooldowns, `user ${i}`);
    for (let i = 0; i < 9; i += 1) check(cooldowns, 'mira');
    now = 100_000;
    for (let i = 0; i < 5; i += 1) expect(check(cooldowns, 'mira')).toBeNull();
  });
});
