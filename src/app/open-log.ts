import { type Logger, pino } from 'pino';
import { escapeControls } from '../messages/hide-controls.js';
import { workIdNow } from '../scheduling/work-id.js';
import type { Config } from './config.js';

/** The program's log: lines of JSON on the standard output. */
export function openLog(level: Config['logLevel']): Logger {
  return pino({
    level,
    mixin: nameWork,
    // Names of files and articles may hold what moves a terminal's cursor, and JSON lets some of it through.
    hooks: { streamWrite: escapeControls },
  });
}

/** What goes into each line of the log: the id of the interaction or message that it is written on the way to answer. */
function nameWork(): { readonly id?: string } {
  const id = workIdNow();
  return id === null ? {} : { id };
}
