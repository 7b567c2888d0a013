import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import { guardProcess } from '../../src/app/last-guard.js';

/** A process of which only its errors matter, with a clock that the test moves. */
function guardOne() {
  const source = Object.assign(new EventEmitter(), { stdout: new EventEmitter() });
  const logged: unknown[] = [];
  const sentences: string[] = [];
  const clock = { now: 0 };
  const guard = guardProcess(
    { error: (about: unknown) => void logged.push(about) },
    (sentence) => sentences.push(sentence),
    source,
    () => clock.now,
  );
  return { source, guard, logged, sentences, clock };
}

it('an error that nobody foresaw is counted and logged, and the program goes on', () => {
  const { source, guard, logged, sentences } = guardOne();
  source.emit('uncaughtException', new TypeError('no such part'));
  source.emit('unhandledRejection', 'a text');
  source.stdout.emit('error', new Error('EPIPE'));
  expect(guard.count).toBe(2);
  expect(logged).toMatchObject([
    { count: 1, error: { type: 'TypeError', message: 'no such part' } },
    { count: 2, error: { message: 'a text' } },
  ]);
  expect(sentences).toEqual([]);
});

it('errors that do not stop coming end the program with one sentence', () => {
  const { source, sentences } = guardOne();
  for (let i = 0; i < 29; i += 1) source.emit('uncaughtException', new Error(`the shelf is broken (${i})`));
  expect(sentences).toEqual([]);
  source.emit('unhandledRejection', new Error('the last screw is loose'));
  expect(sentences).toEqual([
    'Footnote ends itself, as 30 errors that nobody foresaw came within a minute (the last: the last screw is loose): look into the log, and start it again.',
  ]);
});

it('errors that come now and then do not, however many they are', () => {
  const { source, guard, sentences, clock } = guardOne();
  for (let i = 0; i < 200; i += 1) {
    source.emit('uncaughtException', new Error('a frame made no sense'));
    clock.now += 2_100;
  }
  expect(guard.count).toBe(200);
  expect(sentences).toEqual([]);
});
