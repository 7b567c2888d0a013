import { afterEach, describe, expect, it } from 'vitest';
import { ReaderThread } from '../../src/reading/reader-thread.js';
import type { ThreadRequest } from '../../src/reading/thread-messages.js';

/** A thread that waits as it is told, without using the processor, or computes for ever, and then answers. */
const SCRIPT = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { readlinkSync } from 'node:fs';
    import { parentPort } from 'node:worker_threads';
    const never = new Int32Array(new SharedArrayBuffer(4));
    parentPort.on('message', ({ text }) => {
      if (text === 'compute') for (;;);
      Atomics.wait(never, 0, 0, Number(text));
      parentPort.postMessage({ kind: 'fed', analysis: { kind: 'neither' } });
    });
    parentPort.postMessage({ kind: 'ready', task: process.platform === 'linux' ? readlinkSync('/proc/thread-self') : null });
  `)}`,
);

const LIMIT = 150;

const threads: ReaderThread[] = [];
afterEach(() => Promise.all(threads.splice(0).map((thread) => thread.end())));

function ask(text: string): Promise<string> {
  const thread = new ReaderThread(SCRIPT, 64);
  threads.push(thread);
  const request: ThreadRequest = { kind: 'feed', text, address: 'https://a.example/' };
  return thread.ask(request, LIMIT, ({ kind }) => kind === 'fed');
}

describe.skipIf(process.platform !== 'linux')('the time of a thread', () => {
  it('is what it has of a processor, so that it may wait for one longer than that', async () => {
    expect(await ask(String(3 * LIMIT))).toBe('answered');
  });

  it('ends where it computes for ever', async () => {
    expect(await ask('compute')).toBe('late');
  });

  it('ends by the clock where it waits for ever', async () => {
    expect(await ask('Infinity')).toBe('late');
  });

  it('begins anew with each thing that is asked', async () => {
    const thread = new ReaderThread(SCRIPT, 64);
    threads.push(thread);
    for (const text of ['10', '200', '10']) {
      const request: ThreadRequest = { kind: 'feed', text, address: 'https://a.example/' };
      expect(await thread.ask(request, LIMIT, ({ kind }) => kind === 'fed')).toBe('answered');
    }
  });
});
