import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { showTyping } from '../../src/discord/handle/typing.js';
import { captureLog } from './running-bot.js';

describe('typing', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is shown again every eight seconds while the work goes on, and not after', async () => {
    const sent: number[] = [];
    const began = Date.now();
    const send = () => Promise.resolve(sent.push(Date.now() - began));
    let finish = (_words: string): void => undefined;
    const work = () =>
      new Promise<string>((resolve) => {
        finish = resolve;
      });
    const result = showTyping(send, captureLog().logger, work);
    await vi.advanceTimersByTimeAsync(17_000);
    finish('done');
    expect(await result).toBe('done');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent).toEqual([0, 8_000, 16_000]);
  });

  it('that cannot be shown keeps nobody waiting, and is logged', async () => {
    vi.useRealTimers();
    const { log, logger } = captureLog();
    const slow = () => wait(60_000, undefined, { ref: false });
    expect(await showTyping(slow, logger, () => Promise.resolve(1))).toBe(1);
    const failing = () => Promise.reject(new Error('Missing Permissions'));
    expect(await showTyping(failing, logger, () => Promise.resolve(2))).toBe(2);
    expect(log.join('')).toContain('could not show typing');
  });
});
