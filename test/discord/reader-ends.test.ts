import { kill } from 'node:process';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Encoder } from '../../src/encoder/encoder.js';
import { openShippedReader } from '../shipped-reader.js';
import { excerptsIn, textOf } from './read-message.js';
import { type RunningBot, runBot } from './running-bot.js';

vi.setConfig({ testTimeout: 60_000 });

const reader = openShippedReader();

/** The process that reads, once there is one that is not `ended`. */
function processOf({ status }: Pick<Encoder, 'status'>, ended = 0): Promise<number> {
  return vi.waitUntil(
    () => {
      const now = status();
      return now.kind === 'ready' && now.pid !== ended && now.pid;
    },
    { timeout: 30_000, interval: 1 },
  );
}

describe.skipIf(reader === null)('a reader whose process ends while it reads a question', () => {
  /** Called each time that the bot gives the reader something to read. */
  let onRead = (): void => undefined;
  let running: RunningBot;
  const watched: Encoder | null = reader && {
    status: () => reader.status(),
    start: () => reader.start(),
    close: () => reader.close(),
    read: (...row) => {
      const outcome = reader.read(...row);
      onRead();
      return outcome;
    },
  };
  beforeAll(async () => {
    if (watched === null) return;
    watched.start();
    await processOf(watched);
    running = await runBot({ encoder: watched });
  });
  afterAll(async () => {
    await running.stop();
    await reader?.close();
  });

  const ask = (question: string) =>
    running.sandbox.as('mira').run({ channel: 'harbour/general', name: 'ask', options: { question } });

  it('once takes neither the bot nor the question with it', async () => {
    if (watched === null) return;
    const begun = new Promise<void>((resolve) => {
      onRead = resolve;
    });
    const pid = await processOf(watched);
    const asked = ask('How many boats have to move?');
    await begun;
    kill(pid, 'SIGSEGV');
    const reply = await asked.reply();
    expect(excerptsIn(reply)[0]).toContain('She warned that 40 boats would have to move.');
    expect(textOf(reply)).toContain('How many boats have to move?');
    expect(await processOf(watched)).not.toBe(pid);
  });

  it('twice leaves the bot, which says that it could not read closely', async () => {
    if (watched === null) return;
    const begun = new Promise<void>((resolve) => {
      onRead = resolve;
    });
    const first = await processOf(watched);
    // Not the question of before, whose reading is remembered.
    const question = 'How many boats would have to move?';
    const asked = ask(question);
    await begun;
    kill(first, 'SIGKILL');
    kill(await processOf(watched, first), 'SIGKILL');
    expect(textOf(await asked.reply())).toContain('The articles could not be read closely just now');
    const again = await ask(question).reply();
    expect(excerptsIn(again)[0]).toContain('She warned that 40 boats would have to move.');
  });
});
