import { kill } from 'node:process';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { type Encoder, type EncoderStatus, type ReaderWindow, UNREAD } from '../../src/encoder/encoder.js';
import { openTinyEncoder } from './tiny-model.js';

const HARBOUR: ReaderWindow = {
  title: 'The harbour',
  sentences: ['The harbour opened 48 berths.', 'No ferry sailed.', 'It is not said how many ships sailed.'],
};

/** More windows than are read in the moment until a process is ended. */
const MANY: readonly ReaderWindow[] = Array.from({ length: 1_500 }, () => HARBOUR);

/** Until something is so; a busy machine starts a process slowly. */
const until = <T>(holds: () => T) => vi.waitUntil(holds, { timeout: 15_000, interval: 10 });

/** The process that holds the model, once it does. */
async function pidOf(encoder: Encoder): Promise<number> {
  return await until(() => {
    const status = encoder.status();
    return status.kind === 'ready' && status.pid;
  });
}

function isRunning(pid: number): boolean {
  try {
    return kill(pid, 0);
  } catch {
    return false;
  }
}

/** Until the process reads: it takes a moment to make rows of that many windows. */
const untilItReads = () => new Promise((resolve) => setTimeout(resolve, 100));

// Processes are started and ended here, which a busy machine does slowly.
vi.setConfig({ testTimeout: 60_000 });

describe('an encoder', () => {
  const encoder = openTinyEncoder();
  afterAll(() => encoder.close());

  it('is started by the first question, and says the odds of each sentence and its answering words', async () => {
    expect(encoder.status()).toEqual({ kind: 'asleep' });
    const outcome = await encoder.read('How many berths opened?', [HARBOUR]);
    const status = encoder.status();
    expect(status).toEqual({ kind: 'ready', runtime: 'native', threads: 1, pid: expect.any(Number) });
    if (!outcome.ok) throw new Error(outcome.reason);
    // "berth", "##s" and "opened" stand in the question; "how", "many"; "not" once.
    expect(outcome.windows[0]?.map(({ answers, leavesOpen }) => [answers, leavesOpen])).toEqual([
      [1.5, -1],
      [-1.5, -1],
      [0.5, 1],
    ]);
    const [best, second] = outcome.windows[0]?.[0]?.spans ?? [];
    expect(HARBOUR.sentences[0]?.slice(best?.start, best?.end)).toBe('48');
    expect(best?.probability).toBeGreaterThan(0.9);
    expect(second?.probability).toBeLessThan(0.01);
  });

  it('answers for windows in the order in which they were given, whatever their length', async () => {
    const long: ReaderWindow = {
      title: '',
      sentences: ['The pier is closed. '.repeat(12), 'Many berths opened.'],
    };
    const short: ReaderWindow = { title: '', sentences: ['Berths.'] };
    const windows = [long, short, HARBOUR, short, long, HARBOUR, short];
    const outcome = await encoder.read('How many berths opened?', windows);
    if (!outcome.ok) throw new Error(outcome.reason);
    const alone = await Promise.all(
      [long, short, HARBOUR].map((window) => encoder.read('How many berths opened?', [window])),
    );
    const [ofLong, ofShort, ofHarbour] = alone.map((one) => (one.ok ? one.windows[0] : undefined));
    expect(outcome.windows).toEqual([ofLong, ofShort, ofHarbour, ofShort, ofLong, ofHarbour, ofShort]);
  });

  it('reads 128 pieces of a window, and says of a sentence behind them that it was not read', async () => {
    const window = {
      title: 'The pier',
      sentences: ['the '.repeat(127), 'Berths opened.', 'Berths opened.', ''],
    };
    const outcome = await encoder.read('Berths opened', [window]);
    if (!outcome.ok) throw new Error(outcome.reason);
    const [, cut, behind, empty] = outcome.windows[0] ?? [];
    // One piece of the second sentence is read: "berth".
    expect(cut?.answers).toBe(-0.5);
    expect(behind).toEqual({ answers: UNREAD, leavesOpen: UNREAD, spans: [] });
    expect(empty).toEqual({ answers: UNREAD, leavesOpen: UNREAD, spans: [] });
  });

  it('has nothing to read without windows', async () => {
    expect(await encoder.read('How many?', [])).toEqual({ ok: true, windows: [] });
  });

  it('leaves a question that is taken back, and reads the next one', async () => {
    const taken = new AbortController();
    const asked = encoder.read('How many berths opened?', MANY, taken.signal);
    const next = encoder.read('How many berths opened?', [HARBOUR]);
    const waiting = new AbortController();
    const waits = encoder.read('How many berths opened?', MANY, waiting.signal);
    await untilItReads();
    taken.abort();
    waiting.abort();
    expect(await asked).toEqual({ ok: false, reason: 'cancelled' });
    expect(await waits).toEqual({ ok: false, reason: 'cancelled' });
    expect((await next).ok).toBe(true);
    expect(await encoder.read('How many?', [HARBOUR], taken.signal)).toEqual({
      ok: false,
      reason: 'cancelled',
    });
  });
});

describe('an encoder whose process ends', () => {
  const open: Encoder[] = [];
  afterEach(async () => {
    for (const encoder of open.splice(0)) await encoder.close();
  });
  function opened(options: Parameters<typeof openTinyEncoder>[0]): Encoder {
    const encoder = openTinyEncoder(options);
    open.push(encoder);
    return encoder;
  }

  it.each(['SIGKILL', 'SIGSEGV'] as const)(
    'by %s in the middle of a question answers it all the same',
    async (signal) => {
      const encoder = opened({});
      encoder.start();
      const pid = await pidOf(encoder);
      const asked = encoder.read('How many berths opened?', MANY);
      await untilItReads();
      kill(pid, signal);
      const outcome = await asked;
      if (!outcome.ok) throw new Error(outcome.reason);
      expect(outcome.windows).toHaveLength(MANY.length);
      expect(outcome.windows.at(-1)?.[0]?.answers).toBe(1.5);
      expect(await pidOf(encoder)).not.toBe(pid);
      expect(isRunning(pid)).toBe(false);
    },
  );

  it('again while it reads the same question gives that up, and reads the next one', async () => {
    const encoder = opened({});
    encoder.start();
    const asked = encoder.read('How many berths opened?', MANY);
    const next = encoder.read('How many berths opened?', [HARBOUR]);
    const first = await pidOf(encoder);
    await untilItReads();
    kill(first, 'SIGSEGV');
    const second = await until(() => {
      const status = encoder.status();
      return status.kind === 'ready' && status.pid !== first && status.pid;
    });
    await untilItReads();
    kill(second, 'SIGSEGV');
    expect(await asked).toEqual({ ok: false, reason: 'crashed' });
    expect((await next).ok).toBe(true);
  });

  it('over and over is unavailable for a while, says so, and is tried again by itself', async () => {
    const statuses: EncoderStatus[] = [];
    const encoder = opened({
      onStatus: (status) => statuses.push(status),
      limits: { restart: (ends) => (ends < 2 ? 0 : null), pause: () => 300 },
    });
    encoder.start();
    const first = await pidOf(encoder);
    kill(first, 'SIGKILL');
    const second = await until(() => {
      const status = encoder.status();
      return status.kind === 'ready' && status.pid !== first && status.pid;
    });
    kill(second, 'SIGKILL');
    const status = await until(() => {
      const now = encoder.status();
      return now.kind === 'unavailable' && now;
    });
    expect(status).toEqual({
      kind: 'unavailable',
      reason: 'The reader’s process ended 2 times in a row (SIGKILL).',
      again: 300,
    });
    expect(await encoder.read('How many?', [HARBOUR])).toEqual({ ok: false, reason: 'unavailable' });
    await pidOf(encoder);
    expect((await encoder.read('How many?', [HARBOUR])).ok).toBe(true);
    expect(statuses.map(({ kind }) => kind)).toEqual([
      'starting',
      'ready',
      'starting',
      'starting',
      'ready',
      'unavailable',
      'starting',
      'ready',
    ]);
  });

  it('because it takes too long gives the question up, and reads the next one', async () => {
    const encoder = opened({ limits: { reading: (windows) => (windows > 1 ? 200 : 10_000) } });
    const [late, next] = await Promise.all([
      encoder.read('How many berths opened?', MANY),
      encoder.read('How many berths opened?', [HARBOUR]),
    ]);
    expect(late).toEqual({ ok: false, reason: 'late' });
    expect(next.ok).toBe(true);
  });

  it('has no more questions wait than it may, nor longer', async () => {
    const encoder = opened({ limits: { waiting: 2, wait: 1 } });
    const ask = () => encoder.read('How many?', [HARBOUR]);
    expect(await Promise.all([ask(), ask(), ask()])).toEqual([
      { ok: false, reason: 'starting' },
      { ok: false, reason: 'starting' },
      { ok: false, reason: 'busy' },
    ]);
  });

  it('because it is closed ends what is under way and what waits, and leaves nothing running', async () => {
    const encoder = opened({});
    const [under, waits] = [encoder.read('How many?', MANY), encoder.read('How many?', [HARBOUR])];
    const pid = await pidOf(encoder);
    await encoder.close();
    expect(await under).toEqual({ ok: false, reason: 'closed' });
    expect(await waits).toEqual({ ok: false, reason: 'closed' });
    expect(isRunning(pid)).toBe(false);
    expect(await encoder.read('How many?', [HARBOUR])).toEqual({ ok: false, reason: 'closed' });
    expect(encoder.status()).toEqual({ kind: 'closed' });
  });

  it('while it starts leaves nothing running either', async () => {
    const encoder = opened({});
    const asked = encoder.read('How many?', [HARBOUR]);
    await encoder.close();
    expect(await asked).toEqual({ ok: false, reason: 'closed' });
  });
});
