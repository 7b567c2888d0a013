import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandUser } from './command-user.js';
import { ALONE, textOf } from './read-message.js';
import { type KeepingBot, runKeepingBot } from './running-bot.js';

let running: KeepingBot;
let now = 0;
beforeAll(async () => {
  running = await runKeepingBot({
    bot: { clock: () => now },
  });
});
afterAll(() => running.stop());

const { use, read, refusalOf } = commandUser(() => running);

describe('the cooldown of a server', () => {
  it('holds whoever asks too fast, moderators too, privately and with the time left', async () => {
    expect(await read('settings cooldown', { seconds: 10 }, 'ines', 'library/general')).toContain(
      '**Cooldown** 10 seconds between the questions of one person, after a first few',
    );
    for (let i = 0; i < 4; i += 1) await use('sources', {}, 'mira', 'library/general').reply();
    const fifth = use('sources', {}, 'mira', 'library/general');
    expect((await fifth.acknowledged).kind).toBe('deferred');
    const held = await use('sources', {}, 'mira', 'library/general').acknowledged;
    expect(held).toMatchObject({ kind: 'reply', message: { flags: ALONE } });
    expect(held.kind === 'reply' && textOf(held.message)).toBe(
      'You have asked a lot at once: I answer your next question in 10 seconds.',
    );
    for (let i = 0; i < 5; i += 1) await use('sources', {}, 'ines', 'library/general').acknowledged;
    expect(await refusalOf('sources', {}, 'ines', 'library/general')).toBe(
      'You have asked a lot at once: I answer your next question in 10 seconds.',
    );
    expect((await use('sources', {}, 'mira', 'harbour/general').acknowledged).kind).toBe('deferred');
  });

  it('does not keep moderators from their own commands, which have a pace of their own', async () => {
    await read('settings cooldown', { seconds: 3_600 }, 'oskar', 'library/general');
    for (let i = 0; i < 5; i += 1) await use('sources', {}, 'oskar', 'library/general').reply();
    expect(await refusalOf('sources', {}, 'oskar', 'library/general')).toBe(
      'You have asked a lot at once: I answer your next question in 3,600 seconds.',
    );
    for (let i = 0; i < 8; i += 1) await read('status', {}, 'oskar', 'library/general');
    expect(await read('settings cooldown', { seconds: 10 }, 'oskar', 'library/general')).toContain('Saved');
    expect(await refusalOf('status', {}, 'oskar', 'library/general')).toBe(
      'That was too fast: try again in 1 second.',
    );
    expect(await refusalOf('sources', {}, 'oskar', 'library/general')).toBe(
      'You have asked a lot at once: I answer your next question in 10 seconds.',
    );
  });

  it('tells who writes too fast once, and then keeps silent until they may ask again', async () => {
    const { sandbox } = running;
    const ask = () => sandbox.as('mira').say('library/general', '@bot who is Ada Winter?');
    expect(textOf(await ask().answer())).toBe(
      'You have asked a lot at once: I answer your next question in 10 seconds.',
    );
    expect(await ask().isUnanswered(100)).toBe(true);
    now += 10_000;
    expect(textOf(await ask().answer())).toContain('who is Ada Winter?');
    now += 100_000;
    await read('settings cooldown', { seconds: 0 }, 'ines', 'library/general');
  });

  it('offers no more choices to whoever types faster than anybody can', async () => {
    const type = () =>
      running.sandbox
        .as('oskar')
        .autocomplete({
          channel: 'library/general',
          name: 'ask',
          options: { source: 'pie' },
          focused: 'source',
        })
        .choices();
    for (let i = 0; i < 20; i += 1) expect(await type()).toHaveLength(1);
    expect(await type()).toEqual([]);
    now += 100;
    expect(await type()).toHaveLength(1);
  });
});
