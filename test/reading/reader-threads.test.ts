import { afterAll, expect, it, vi } from 'vitest';
import { ReaderThread } from '../../src/reading/reader-thread.js';
import { ReaderThreads } from '../../src/reading/reader-threads.js';
import { actFor } from '../../src/scheduling/whose-work.js';
import { THREAD_SCRIPT } from './thread-script.js';

const started: ReaderThread[] = [];
const threads = new ReaderThreads(
  () => {
    const thread = new ReaderThread(THREAD_SCRIPT, 512);
    started.push(thread);
    return thread;
  },
  2,
  50,
);
afterAll(() => threads.close());

/** Asks for the rules of a robots.txt in the name of a server. */
function ask(server: string): Promise<string> {
  const question = {
    rules: '',
    address: 'https://a.example/robots.txt',
    page: 'https://a.example/',
    agent: 'x',
  };
  return actFor({ server, person: '' }, () =>
    threads.ask({ kind: 'rules', question }, 'short', 60_000, (answer) => answer.kind === 'ruled'),
  );
}

const countAlive = (): number => started.filter((thread) => thread.isAlive).length;

it('ends threads that have nothing to do but the last, which answers at once', async () => {
  expect(await Promise.all([ask('a'), ask('b')])).toEqual(['answered', 'answered']);
  expect(started).toHaveLength(2);
  await vi.waitFor(() => expect(countAlive()).toBe(1), 5_000);
  await new Promise((resolve) => setTimeout(resolve, 120));
  expect(countAlive()).toBe(1);
  expect(await ask('a')).toBe('answered');
  expect(started).toHaveLength(2);
});
