import { afterAll, expect, it, vi } from 'vitest';
import { ReaderThread } from '../../src/reading/reader-thread.js';
import { ReaderThreads } from '../../src/reading/reader-threads.js';
import { actFor } from '../../src/scheduling/whose-work.js';
import { THREAD_SCRIPT } from './thread-script.js';

const opened: ReaderThreads[] = [];
afterAll(() => Promise.all(opened.map((threads) => threads.close())));

/** Two threads at most, which are ended after so many milliseconds without work. */
function open(timeout?: number) {
  const started: ReaderThread[] = [];
  const start = (): ReaderThread => {
    const thread = new ReaderThread(THREAD_SCRIPT, 512);
    started.push(thread);
    return thread;
  };
  const threads = new ReaderThreads(start, 2, timeout);
  opened.push(threads);
  /** Asks for the rules of a robots.txt in the name of a server. */
  const ask = (server: string): Promise<string> => {
    const question = {
      rules: '',
      address: 'https://a.example/robots.txt',
      page: 'https://a.example/',
      agent: 'x',
    };
    return actFor({ server, person: '' }, () =>
      threads.ask({ kind: 'rules', question }, 'short', 60_000, (answer) => answer.kind === 'ruled'),
    );
  };
  return { threads, started, ask };
}

it('gives what waits the thread that is free first, also if another was started for it', async () => {
  const { started, ask, threads } = open();
  expect(await ask('a')).toBe('answered');
  const answered = Promise.all([ask('a'), ask('b'), ask('c')]);
  await vi.waitFor(() => expect(started).toHaveLength(2));
  const isReady = started[1]?.started.then(() => 'the other has started');
  expect(await Promise.race([isReady, answered])).toEqual(['answered', 'answered', 'answered']);
  expect(await isReady).toBe('the other has started');
  const late = [ask('a'), ask('b'), ask('c')];
  await threads.close();
  expect(new Set(await Promise.all([...late, ask('d')]))).toContain('ended');
});

it('ends threads that have nothing to do but the last, which answers at once', async () => {
  const { started, ask } = open(50);
  const countAlive = (): number => started.filter((thread) => thread.isAlive).length;
  expect(await Promise.all([ask('a'), ask('b')])).toEqual(['answered', 'answered']);
  expect(started).toHaveLength(2);
  await vi.waitFor(() => expect(countAlive()).toBe(1), 5_000);
  await new Promise((resolve) => setTimeout(resolve, 120));
  expect(countAlive()).toBe(1);
  expect(await ask('a')).toBe('answered');
  expect(started).toHaveLength(2);
});
