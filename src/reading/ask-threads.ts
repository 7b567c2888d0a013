import type { OnFault } from '../extract/article-reader.js';
import { type Phrase, phrase } from '../messages/phrase.js';
import type { ChoosePlaces, Ending, TakeAnswer } from './reader-thread.js';
import type { ReaderThreads } from './reader-threads.js';
import type { ThreadAnswer, ThreadRequest } from './thread-messages.js';
import { lengthOf, nameOf } from './thread-request.js';

/** Told of each piece of work: its kind, whether it was `done`, and the milliseconds that it took, the wait for a thread included. */
export type OnWork = (
  kind: ThreadRequest['kind'],
  outcome: 'done' | 'given-up' | 'failed',
  milliseconds: number,
) => void;

/** Which threads are asked, and who is told of what comes of it. */
export interface Asked {
  readonly threads: ReaderThreads;
  readonly onFault: OnFault;
  readonly onGivenUp: (on: string, reason: Phrase) => void;
  readonly onWork: OnWork;
}

/** Why a thread gave up, as a sentence without the article's title; null if it did not. */
export async function askThreads(
  { threads, onFault, onGivenUp, onWork }: Asked,
  request: Exclude<ThreadRequest, { kind: 'go-on' }>,
  milliseconds: number,
  take: TakeAnswer,
  choosePlaces?: ChoosePlaces,
): Promise<Phrase | null> {
  const started = performance.now();
  let last: ThreadAnswer | undefined;
  const takeAny: TakeAnswer = (answer, renew) => {
    last = answer;
    return take(answer, renew) || answer.kind === 'overflowed' || answer.kind === 'failed';
  };
  const ending = await threads.ask(request, lengthOf(request), milliseconds, takeAny, choosePlaces);
  const on = nameOf(request);
  if (last?.kind === 'failed') {
    onFault(last.stack, on);
    onWork(request.kind, 'failed', performance.now() - started);
    return last.reason;
  }
  const reason =
    ending !== 'answered'
      ? describeEnding(ending, milliseconds)
      : last?.kind === 'overflowed'
        ? phrase('articles.too-involved')
        : null;
  if (reason !== null && !threads.isClosed) onGivenUp(on, reason);
  onWork(request.kind, reason === null ? 'done' : 'given-up', performance.now() - started);
  return reason;
}

export function describeEnding(ending: Exclude<Ending, 'answered'>, milliseconds: number): Phrase {
  return ending === 'late'
    ? phrase('articles.too-slow', { seconds: Math.round(milliseconds / 1000) })
    : phrase('articles.reader-ended');
}
