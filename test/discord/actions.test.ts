import type { APIMessage } from 'discord.js';
import type { PendingInteraction } from 'local-discord';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createShelf } from './form-commands.js';
import { ALONE, labelsIn, saidAlone, saying, shownBy } from './read-message.js';
import { type RunningBot, runBot } from './running-bot.js';
import { createWaiting } from './trial-commands.js';

const GENERAL = 'harbour/general';
let running: RunningBot;
let shelf: ReturnType<typeof createShelf>;
beforeEach(async () => {
  shelf = createShelf(12);
  running = await runBot({ commands: shelf.commands });
});
afterEach(() => running.stop());

function open(): Promise<APIMessage> {
  return running.sandbox.as('mira').run({ channel: GENERAL, name: 'shelf' }).reply();
}

function press(message: APIMessage, label: string, user = 'mira'): PendingInteraction {
  return running.sandbox.as(user).press(message.id, label);
}

function seen({ id }: APIMessage): APIMessage | undefined {
  return running.sandbox.messages(GENERAL, { as: 'tomas' }).find(({ message }) => message.id === id)?.message;
}

describe('the buttons of a notice', () => {
  it('carry the numbers of their lines, through all pages, and leave room for the others', async () => {
    const message = await open();
    expect(shownBy(message).description?.split('\n').slice(0, 2)).toEqual([
      '**1.** **thing 1** on the shelf',
      '**2.** **thing 2** on the shelf',
    ]);
    expect(labelsIn(message)).toEqual([
      ...Array.from({ length: 10 }, (_, i) => `${i + 1}. Take`),
      'Export',
      'Burn',
      'Hand in',
      'Previous',
      'Page 1 of 2',
      'Next',
    ]);
    expect(message.components).toHaveLength(5);
    const second = await press(message, 'Next').reply();
    expect(shownBy(second).description).toBe(
      '**11.** **thing 11** on the shelf\n**12.** **thing 12** on the shelf',
    );
    expect(labelsIn(second).slice(0, 3)).toEqual(['11. Take', '12. Take', 'Export']);
  });

  it('run their command after a restart, and its reply takes the message’s place, on the page that it was on', async () => {
    const message = await open();
    await press(message, 'Next').reply();
    await running.restart();
    const after = await press(message, '12. Take').reply();
    expect(after.id).toBe(message.id);
    expect(shownBy(after).title).toBe('11 things');
    expect(labelsIn(after).slice(-3)).toEqual(['Previous', 'Page 2 of 2', 'Next']);
    const last = await press(after, '11. Take').reply();
    expect(shownBy(last).title).toBe('10 things');
    expect(labelsIn(last)).not.toContain('Next');
  });

  it('check access again, and tell the presser alone', async () => {
    const message = await open();
    expect(await press(message, 'Burn').acknowledged).toMatchObject(
      saidAlone(
        'This button is for moderators: it needs the permission Manage Server, or the role that /settings names for it.',
      ),
    );
    expect(seen(message)).toEqual(message);
    expect(shownBy(await press(message, 'Burn', 'ines').reply()).title).toBe('Burnt');
  });

  it('say privately what their command refuses, and leave the message', async () => {
    const message = await open();
    shelf.things.delete(3);
    const stale = press(message, '3. Take');
    expect(await stale.nextFollowUp()).toMatchObject({
      flags: ALONE,
      ...saying('Thing 3 is not there any more.'),
    });
    expect(seen(message)).toEqual(message);
  });

  it('say so where their command is gone', async () => {
    const message = await open();
    await running.restart({ commands: shelf.commands.filter(({ name }) => name !== 'shelf take') });
    expect(await press(message, '1. Take').acknowledged).toMatchObject(
      saidAlone(
        '/shelf take is not a command of this version of the bot; restart Discord to see those it has.',
      ),
    );
  });

  it('bring a file with the reply, and take it away with the next', async () => {
    const message = await open();
    const exported = await press(message, 'Export').reply();
    expect(exported.attachments).toMatchObject([{ filename: 'shelf.txt', size: 3 }]);
    const bytes = await fetch(exported.attachments[0]?.url ?? '').then((response) => response.arrayBuffer());
    expect([...new Uint8Array(bytes)]).toEqual([0, 255, 10]);
    expect(labelsIn(exported)).toEqual([]);
  });

  it('open the form of their command, which then replies beside the message', async () => {
    const message = await open();
    const opened = press(message, 'Hand in', 'ines');
    expect(await opened.modal()).toMatchObject({ custom_id: 'form:hand&note&from the shelf|' });
    const reply = await running.sandbox.as('ines').submit(opened, { name: 'Ada' }).reply();
    expect(reply.id).not.toBe(message.id);
    expect(shownBy(reply).title).toBe('Handed in');
    expect(seen(message)).toEqual(message);
  });
});

describe('two presses of a button at once', () => {
  it('do the work once; the second is told that it is being done', async () => {
    const { wait, begun, letGo } = createWaiting();
    const slow = { ...wait, name: 'shelf take', isOffered: false, options: shelf.commands[1]?.options ?? {} };
    const [list, , ...rest] = shelf.commands;
    if (list === undefined) throw new Error('There is a list.');
    await running.restart({ commands: [list, slow, ...rest] });
    const message = await open();
    const first = press(message, '1. Take');
    await begun;
    expect(await press(message, '1. Take', 'tomas').acknowledged).toMatchObject(
      saidAlone('That is being done already; wait for it to end.'),
    );
    letGo();
    expect(shownBy(await first.reply()).title).toBe('Done waiting');
  });
});
