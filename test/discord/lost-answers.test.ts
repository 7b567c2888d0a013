import type { Sandbox } from 'local-discord';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defineCommand } from '../../src/answer/define-command.js';
import { ALONE, labelsIn, saying, shownBy } from './read-message.js';
import { type RunningBot, runBot } from './running-bot.js';
import { ask, createWaiting, list } from './trial-commands.js';

const GENERAL = 'harbour/general';

/** What Discord and what is before it answers where something is wrong on their side. */
const STATUSES = [500, 502, 503, 504] as const;

const full = defineCommand({
  name: 'keep',
  description: 'Keeps something',
  options: {},
  execute: () => {
    const cause = Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
    throw new Error('It could not be kept.', { cause });
  },
});

const { wait, begun, letGo } = createWaiting();

let running: RunningBot;
let sandbox: Sandbox;
beforeAll(async () => {
  running = await runBot({ commands: [ask, list, full, wait] });
  sandbox = running.sandbox;
});
// The local Discord notes a second acknowledgement as a breach, which it is not where the first one's answer was lost.
afterAll(async () => {
  await running.bot.stop();
  await sandbox.close();
});

const failures = (): string[] => running.log.filter((line) => /failed to answer|could not tell/u.test(line));

describe.each([
  ['processed', true],
  ['not processed', false],
])('a request that was %s and whose answer is lost', (_, isProcessed) => {
  it.each(STATUSES)(
    'with %i leaves one reply to a command, to a button and to a refused user',
    async (status) => {
      const lose = (path: RegExp): void =>
        void sandbox.faults.failRest({ path, status, isProcessed, times: 1 });
      lose(/\/callback$/u);
      lose(/%40original$/u);
      const message = await sandbox.as('mira').run({ channel: GENERAL, name: 'list' }).reply();
      expect(shownBy(message).title).toBe('Lines');
      lose(/\/callback$/u);
      sandbox.as('mira').press(message.id, 'Next');
      const shown = () =>
        sandbox.messages(GENERAL, { as: 'mira' }).find(({ message: { id } }) => id === message.id)?.message;
      await expect.poll(() => labelsIn(shown() ?? message)[1]).toBe('Page 2 of 3');
      lose(/\/callback$/u);
      const refused = await sandbox.as('tomas').press(message.id, 'Next').acknowledged;
      expect(refused).toMatchObject({ kind: 'reply' });
      expect(failures()).toEqual([]);
    },
  );

  it.each(STATUSES)('with %i leaves one answer to a mention', async (status) => {
    const before = sandbox.messages(GENERAL, { as: 'mira' }).length;
    sandbox.faults.failRest({ method: 'POST', path: /\/messages$/u, status, isProcessed, times: 2 });
    const said = sandbox.as('mira').say(GENERAL, `@bot why ${status}?`);
    expect(shownBy(await said.answer()).title).toBe(`why ${status}?`);
    await expect.poll(() => running.log.some((line) => line.includes(said.message.id))).toBe(true);
    expect(sandbox.messages(GENERAL, { as: 'mira' })).toHaveLength(before + 2);
    expect(failures()).toEqual([]);
  });
});

describe('a message that is deleted before its answer stands in it', () => {
  it('is no failure, and whoever asked is told', async () => {
    const use = sandbox.as('mira').run({ channel: GENERAL, name: 'wait' });
    await use.acknowledged;
    await begun;
    const thinking = sandbox.messages(GENERAL, { as: 'mira' }).at(-1);
    sandbox.as('oskar').remove(thinking?.message.id ?? '');
    letGo();
    expect(await use.nextFollowUp()).toMatchObject({
      flags: ALONE,
      ...saying('The message that was to show this has been deleted; ask again to see it.'),
    });
    expect(failures()).toEqual([]);
    expect(running.log.some((line) => line.includes('the message was deleted meanwhile'))).toBe(true);
  });
});

describe('a full disk', () => {
  it('is told as what it is, with who can mend it', async () => {
    const use = sandbox.as('mira').run({ channel: GENERAL, name: 'keep' });
    expect(shownBy(await use.nextFollowUp()).description).toBe(
      'The disk of the machine that I run on is full, so this could not be kept, and nothing has changed; whoever runs the bot has to make room.',
    );
    expect(failures()).toHaveLength(1);
  });
});
