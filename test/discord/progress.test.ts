import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { defineCommand } from '../../src/command.js';
import { Progress } from '../../src/discord/handle/progress.js';
import type { Wording } from '../../src/messages/phrase.js';
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
    expect(progress.isShown).toBe(false);
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
    expect(progress.isShown).toBe(false);
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
    running = await runBot({ commands: [slow] });
  });
  afterAll(async () => {
    expect(running.sandbox.breaches()).toEqual([]);
    await running.stop();
  });

  it('shows how far it is where its reply will stand', async () => {
    const { sandbox } = running;
    const channel = 'harbour/general';
    const use = sandbox.as('mira').run({ channel, name: 'slow' });
    const first = await use.reply();
    expect(first.embeds[0]?.title).toBe('7 of 9 files');
    const titles = () =>
      sandbox.messages(channel, { as: 'mira' }).map(({ message }) => message.embeds[0]?.title);
    await expect.poll(titles).toEqual(['All read']);
  });
});
