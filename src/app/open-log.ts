import { type Logger, pino } from 'pino';
import { escapeControls } from '../messages/hide-controls.js';
import { workIdNow } from '../scheduling/work-id.js';
import type { Config } from './config.js';

/** Characters that wait to be written at most: a log that nobody can write to must not fill the memory. */
const MOST_WAITING = 1_000_000;

/**
 * The program's log: lines of JSON on the standard output, or in a file that is open. Where it cannot be written, as on a full disk, that is told once on the
 * error stream, and the program goes on without its log.
 */
export function openLog(
  level: Config['logLevel'],
  file = 1,
  tell: (sentence: string) => void = (sentence) => process.stderr.write(`${sentence}\n`),
): Logger {
  const output = pino.destination({ dest: file, sync: true, maxLength: MOST_WAITING });
  let isTold = false;
  output.on('error', ({ message }: Error) => {
    if (!isTold) tell(`The log cannot be written (${message}); the bot goes on without it.`);
    isTold = true;
  });
  return pino(
    {
      level,
      mixin: nameWork,
      // Names of files and articles may hold what moves a terminal's cursor, and JSON lets some of it through.
      hooks: { streamWrite: escapeControls },
    },
    output,
  );
}

/** What goes into each line of the log: the id of the interaction or message that it is written on the way to answer. */
function nameWork(): { readonly id?: string } {
  const id = workIdNow();
  return id === null ? {} : { id };
}
