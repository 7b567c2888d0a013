import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defineCommand } from '../../src/answer/define-command.js';
import { Turns } from '../../src/discord/pace/turns.js';
import { runBot } from './running-bot.js';
import { createWaiting, list, tidy } from './trial-commands.js';

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
