import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOpenQuestion } from '../../src/answer/open-question.js';
import { defineCommand } from '../../src/command.js';
import { Cooldowns } from '../../src/discord/pace/cooldowns.js';
import { TokenBuckets } from '../../src/discord/pace/token-buckets.js';
import { Turns } from '../../src/discord/pace/turns.js';
import { inEnglishWords } from '../in-english.js';
import { runBot } from './running-bot.js';
import { createWaiting, list, tidy } from './trial-commands.js';

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

describe('turns', () => {
  it('let another user in before the rest of a flood, one of each at a time, and refuse a queue too long', async () => {
    const turns = new Turns(4, 3);
    const done: string[] = [];
    const work = (name: string) => async () => {
      await Promise.resolve();
      done.push(name);
      return name;
    };
    const flood = ['1', '2', '3', '4', '5', '6'].map((name) => turns.run('mira', work(`mira ${name}`)));
    const other = turns.run('tomas', work('tomas'));
    expect(await Promise.all([...flood, other])).toEqual([
      'mira 1',
      'mira 2',
      'mira 3',
      'mira 4',
      null,
      null,
      'tomas',
    ]);
    expect(done).toEqual(['mira 1', 'tomas', 'mira 2', 'mira 3', 'mira 4']);
  });

  it('run as many users at once as there is room for, and go on after a failure', async () => {
    const turns = new Turns(4, 3);
    let running = 0;
    let most = 0;
    const work = async (): Promise<void> => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
      throw new Error('broken');
    };
    const users = Array.from({ length: 12 }, (_, i) => turns.run(`user ${i}`, work).catch(() => 'failed'));
    expect(await Promise.all(users)).toEqual(Array.from({ length: 12 }, () => 'failed'));
    expect(most).toBe(4);
    expect(await turns.run('user 1', () => Promise.resolve('again'))).toBe('again');
  });
});

describe('turns, for any users and any work', () => {
  it('keep each user’s order, run one of theirs at a time, and let nobody be passed twice by the same other', async () => {
    const arrivals = fc.array(fc.record({ user: fc.nat(6), steps: fc.nat(4) }), { maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(arrivals, async (pieces) => {
        const turns = new Turns(4, 3);
        const running = new Set<number>();
        const begun: { user: number; piece: number }[] = [];
        const all = pieces.map(({ user, steps }, piece) =>
          turns.run(`user ${user}`, async () => {
            expect(running.has(user)).toBe(false);
            running.add(user);
            begun.push({ user, piece });
            for (let i = 0; i < steps; i += 1) await Promise.resolve();
            running.delete(user);
            return piece;
          }),
        );
        const results = await Promise.all(all);
        // All arrive at once, so a user’s first begins before anybody else’s second.
        for (const { user, piece } of begun) {
          const before = begun.slice(
            0,
            begun.findIndex((other) => other.piece === piece),
          );
          const own = before.filter((other) => other.user === user);
          expect(own.every((other) => other.piece < piece)).toBe(true);
          if (own.length > 0) continue;
          const passing = before.map((other) => before.filter((one) => one.user === other.user).length);
          expect(Math.max(0, ...passing)).toBeLessThanOrEqual(1);
        }
        expect(results.filter((result) => result !== null)).toHaveLength(begun.length);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a question to everybody', () => {
  it.each([
    'How many boats have to move?',
    'anyone know the price?!',
    'He asked “why?”',
    '¿Cuánto cuesta el muelle',
    'When did the pier close',
    'Who’s the harbour master',
    'Wie viele Boote sind es',
    'Сколько лодок',
    'كم عدد القوارب؟',
    'כמה סירות',
    'いくつですか？',
    'When I was young, the pier stood.',
  ])('is %s', (text) => {
    expect(isOpenQuestion(text)).toBe(true);
  });

  it.each([
    '',
    'ok',
    'What a day!',
    'I wonder how many boats there are.',
    '!play which song?',
    '/ask who?',
    `${'why '.repeat(130)}?`,
    'See https://example.org/?page=2',
  ])('is not %s', (text) => {
    expect(isOpenQuestion(text)).toBe(false);
  });
});

describe('somebody who floods the bot', () => {
  it('waits for themselves alone: another is answered before the rest of it', async () => {
    const order: string[] = [];
    const { wait, begun, letGo } = createWaiting();
    const note = defineCommand({
      name: 'note',
      description: 'Notes',
      options: { text: { description: 'What', isRequired: true, maxLength: 20 } },
      execute: ({ text }) => {
        order.push(text);
        return { kind: 'notice', title: text, lines: [] };
      },
    });
    const running = await runBot({ commands: [wait, note] });
    const use = (user: string, text: string) =>
      running.sandbox.as(user).run({ channel: 'harbour/general', name: 'note', options: { text } });
    const first = running.sandbox.as('mira').run({ channel: 'harbour/general', name: 'wait' });
    await begun;
    const rest = ['mira 1', 'mira 2', 'mira 3'].map((text) => use('mira', text));
    for (const { acknowledged } of rest) await acknowledged;
    const tooMany = use('mira', 'mira 4');
    expect((await tooMany.nextFollowUp()).embeds[0]?.description).toBe(
      'I am still at your earlier questions: wait for their answers, then ask again.',
    );
    expect((await use('tomas', 'tomas').reply()).embeds[0]?.title).toBe('tomas');
    expect(order).toEqual(['tomas']);
    letGo();
    for (const pending of [first, ...rest]) await pending.reply();
    expect(order).toEqual(['tomas', 'mira 1', 'mira 2', 'mira 3']);
    await running.stop();
  });

  it('holds up no other server with moderators’ work, and nobody’s questions', async () => {
    const { wait, begun, letGo } = createWaiting();
    const running = await runBot({ commands: [{ ...wait, access: 'moderators' }, tidy, list] });
    const use = (user: string, name: string, channel: string) =>
      running.sandbox.as(user).run({ channel, name });
    const waiting = use('ines', 'wait', 'harbour/general');
    await begun;
    const behind = Array.from({ length: 5 }, () => use('oskar', 'tidy', 'harbour/general'));
    expect((await use('oskar', 'tidy', 'library/general').reply()).embeds[0]?.title).toBe('Tidy');
    expect((await use('ines', 'list', 'harbour/general').reply()).embeds[0]?.title).toBe('Lines');
    const shown = () =>
      running.sandbox
        .messages('harbour/general', { as: 'oskar' })
        .filter(({ message }) => message.embeds[0]?.title === 'Tidy');
    expect(shown()).toEqual([]);
    letGo();
    await waiting.reply();
    for (const pending of behind) expect((await pending.reply()).embeds[0]?.title).toBe('Tidy');
    await running.stop();
  });
});
