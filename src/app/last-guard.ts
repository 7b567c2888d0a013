import type { Logger } from 'pino';
import { describeError } from '../discord/log-error.js';
import { leaveWith } from './leave-with.js';

/** Unforeseen errors in so many milliseconds from which on the program is taken to be broken: one bad event comes alone. */
const TOO_MANY = 30;
const WINDOW = 60_000;

/** What the last guard has met since the program started. */
export interface LastGuard {
  readonly count: number;
}

/** Where the program's unforeseen errors come from. */
interface Source {
  on(event: 'uncaughtException' | 'unhandledRejection', listener: (error: unknown) => void): unknown;
  readonly stdout: { on(event: 'error', listener: () => void): unknown };
}

/**
 * Catches what nobody else has: an error is counted and logged, and the program goes on, as one event or article is behind it and
 * thousands are served. If they do not stop coming, `leave` ends the program with one sentence. A standard output that nobody
 * reads any more is no error.
 */
export function guardProcess(
  logger: Pick<Logger, 'error'>,
  leave: (sentence: string) => void,
  source: Source = process,
  now: () => number = () => performance.now(),
): LastGuard {
  const times: number[] = [];
  let count = 0;
  const meet = (error: unknown): void => {
    count += 1;
    const at = now();
    times.push(at);
    while (at - (times[0] ?? at) > WINDOW) times.shift();
    logger.error({ count, error: describeError(error) }, 'an error that nobody foresaw');
    if (times.length < TOO_MANY) return;
    const said = error instanceof Error ? error.message : String(error);
    leave(
      `Footnote ends itself, as ${TOO_MANY} errors that nobody foresaw came within a minute (the last: ${said}): look into the log, and start it again.`,
    );
  };
  source.on('uncaughtException', meet);
  source.on('unhandledRejection', meet);
  source.stdout.on('error', () => undefined);
  return {
    get count() {
      return count;
    },
  };
}

/** The guard of this program, which leaves with its sentence. */
export function guardProgram(logger: Pick<Logger, 'error'>): LastGuard {
  return guardProcess(logger, (sentence) => {
    leaveWith(sentence);
    process.exit();
  });
}
