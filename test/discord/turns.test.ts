import { describe, expect, it } from 'vitest';
import { defineCommand } from '../../src/answer/define-command.js';
import { shownBy } from './read-message.js';
import { runBot } from './running-bot.js';
import { createWaiting, list, tidy } from './trial-commands.js';

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
    expect(shownBy(await tooMany.nextFollowUp()).description).toBe(
      'I am still at your earlier questions: wait for their answers, then ask again.',
    );
    expect(shownBy(await use('tomas', 'tomas').reply()).title).toBe('tomas');
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
    expect(shownBy(await use('oskar', 'tidy', 'library/general').reply()).title).toBe('Tidy');
    expect(shownBy(await use('ines', 'list', 'harbour/general').reply()).title).toBe('Lines');
    const shown = () =>
      running.sandbox
        .messages('harbour/general', { as: 'oskar' })
        .filter(({ message }) => shownBy(message).title === 'Tidy');
    expect(shown()).toEqual([]);
    letGo();
    await waiting.reply();
    for (const pending of behind) expect(shownBy(await pending.reply()).title).toBe('Tidy');
    await running.stop();
  });
});
