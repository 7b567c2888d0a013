import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { defineCommand } from '../../src/answer/define-command.js';
import { Progress } from '../../src/discord/respond/progress.js';
import type { Wording } from '../../src/messages/phrase.js';
import { excerptOf } from './harbour-article.js';
import { ALONE, shownBy } from './read-message.js';
import { type RunningBot, runBot } from './running-bot.js';

describe('progress', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  function watch(edit: (words: Wording) => Promise<unknown> = () => Promise.resolve()) {
    const shown: [number, Wording][] = [];
    const failures: unknown[] = [];
    const began = performance.now();
    const progress = new Progress(
      (words) => {
        shown.push([performance.now() - began, words]);
        return edit(words);
      },
      (error) => failures.push(error),
    );
    return { progress, shown, failures };
  }

  it('is not shown for what takes less than a second', async () => {
    const { progress, shown } = watch();
    progress.show('1 of 3');
    await vi.advanceTimersByTimeAsync(999);
    await progress.stop();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(shown).toEqual([]);
  });

  it('is the latest after a second, then at most every one and a half, and nothing after the end', async () => {
    const { progress, shown } = watch();
    for (let i = 0; i < 50; i += 1) {
      progress.show(`${i} of 50`);
      await vi.advanceTimersByTimeAsync(100);
    }
    await progress.stop();
    progress.show('late');
    await vi.advanceTimersByTimeAsync(5_000);
    expect(shown).toEqual([
      [1_000, '9 of 50'],
      [2_500, '24 of 50'],
      [4_000, '39 of 50'],
    ]);
  });

  it('is waited for where an edit is under way at the end, and the work goes on where one fails', async () => {
    let finish = (): void => undefined;
    const { progress, shown, failures } = watch(
      () =>
        new Promise((resolve, reject) => {
          finish = () => (shown.length === 1 ? reject(new Error('no')) : resolve(null));
        }),
    );
    progress.show('one');
    await vi.advanceTimersByTimeAsync(1_000);
    let isStopped = false;
    const stopped = progress.stop().then(() => {
      isStopped = true;
    });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(isStopped).toBe(false);
    finish();
    await stopped;
    expect(failures).toEqual([new Error('no')]);
  });
});

describe('a command that takes long', () => {
  let running: RunningBot;
  beforeAll(async () => {
    const slow = defineCommand({
      name: 'slow',
      description: 'Takes its time',
      options: {},
      execute: async (_options, { showProgress }) => {
        showProgress('7 of 9 files');
        await wait(1_200);
        return { kind: 'notice', title: 'All read', lines: [] };
      },
    });
    const board = defineCommand({
      name: 'board',
      description: 'Has a button',
      options: {},
      execute: () => ({
        kind: 'notice',
        title: 'The board',
        lines: [],
        actions: [
          { label: 'Refuse', style: 'plain', command: 'work', options: { how: 'refuse' } },
          { label: 'Fail', style: 'plain', command: 'work', options: { how: 'fail' } },
        ],
      }),
    });
    const work = defineCommand({
      name: 'work',
      description: 'Works in vain',
      options: { how: { description: 'How it ends', isRequired: true, maxLength: 10 } },
      isOffered: false,
      execute: async ({ how }, { showProgress }) => {
        showProgress('half way');
        await wait(1_100);
        if (how === 'fail') throw new Error('It broke.');
        return { kind: 'refused', reason: 'It is locked.' };
      },
    });
    const files = { name: 'all.txt', bytes: Buffer.from('all of it') };
    const list = (name: string, isOffered: boolean) =>
      defineCommand({
        name,
        description: 'A list that takes its time',
        options: {
          question: { description: 'Anything', maxLength: 100 },
          article: { description: 'Anything', maxLength: 100 },
          span: { description: 'Anything', maxLength: 100 },
        },
        isOffered,
        execute: async (_options, { showProgress }) => {
          showProgress('half way');
          await wait(1_100);
          const lines = Array.from({ length: 25 }, (_, i) => ({ text: `line ${i + 1}` }));
          return { kind: 'notice', title: 'The list', lines, file: files };
        },
      });
    const cite = defineCommand({
      name: 'cite',
      description: 'Cites',
      options: {},
      execute: () => ({
        kind: 'answer',
        asked: 'The pier',
        sections: [{ heading: null, excerpts: [excerptOf('She warned that 40 boats would have to move.')] }],
      }),
    });
    running = await runBot({
      commands: [slow, board, work, list('ask', true), list('passage context', false), cite],
    });
  });
  afterAll(() => running.stop());

  it('shows how far it is where its reply will stand', async () => {
    const { sandbox } = running;
    const channel = 'harbour/general';
    const use = sandbox.as('mira').run({ channel, name: 'slow' });
    const first = await use.reply();
    expect(shownBy(first).title).toBe('7 of 9 files');
    const titles = () =>
      sandbox.messages(channel, { as: 'mira' }).map(({ message }) => shownBy(message).title);
    await expect.poll(titles).toEqual(['All read']);
  });

  it('does so, and sends its file, in every way of asking', async () => {
    const { sandbox } = running;
    const channel = 'harbour/general';
    const shown = (id: string | undefined) =>
      sandbox.messages(channel, { as: 'mira' }).find(({ message }) => message.id === id)?.message;
    const expectDone = (id: string | undefined) =>
      expect
        .poll(() => [shownBy(shown(id)).title, shown(id)?.attachments.map(({ filename }) => filename)], {
          timeout: 10_000,
        })
        .toEqual(['The list', ['all.txt']]);
    const [turned, opened, mentioned] = ['mira', 'tomas', 'oskar'].map((user) => sandbox.as(user));
    const run = async (): Promise<void> => {
      const first = await turned?.run({ channel, name: 'ask' }).reply();
      await expectDone(first?.id);
      const turn = await turned?.press(first?.id ?? '', 'Next').reply();
      expect(shownBy(turn).title).toBe('half way');
      await expectDone(first?.id);
      expect(shownBy(shown(first?.id)).foot).toContain('Page 2 of 2');
    };
    const open = async (): Promise<void> => {
      const cited = await opened?.run({ channel, name: 'cite' }).reply();
      const passage = await opened?.press(cited?.id ?? '', 'More context').reply();
      expect(shownBy(passage).title).toBe('half way');
      const ofTomas = () =>
        sandbox.messages(channel, { as: 'tomas' }).find(({ message }) => message.id === passage?.id)?.message;
      await expect.poll(() => ofTomas()?.attachments[0]?.filename, { timeout: 10_000 }).toBe('all.txt');
    };
    const mention = async (): Promise<void> => {
      const answer = await mentioned?.say(channel, '@bot show me everything').answer();
      expect(shownBy(answer).title).toBe('half way');
      await expectDone(answer?.id);
    };
    await Promise.all([run(), open(), mention()]);
  });

  it('gives its message back where it comes to nothing', async () => {
    const { sandbox } = running;
    const channel = 'harbour/general';
    const mira = sandbox.as('mira');
    const board = await mira.run({ channel, name: 'board' }).reply();
    const press = async (label: string): Promise<string | undefined> => {
      const use = mira.press(board.id, label);
      expect(shownBy(await use.reply()).title).toBe('half way');
      const said = await use.nextFollowUp();
      expect(said.flags).toBe(ALONE);
      const now = sandbox.messages(channel, { as: 'mira' }).find(({ message }) => message.id === board.id);
      expect(now?.message.components).toEqual(board.components);
      return shownBy(said).description;
    };
    expect(await press('Refuse')).toBe('It is locked.');
    expect(await press('Fail')).toBe(
      'Something went wrong on my side, and it has been noted; please try again.',
    );
  });
});
