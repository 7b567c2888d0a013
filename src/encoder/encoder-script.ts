import { type Loading, loadReader } from './loaded-reader.js';
import { PROCESS_REQUEST, type ProcessAnswer, type ProcessRequest } from './process-messages.js';

// The script of the encoder's process (see `openEncoder`): it has no other use than to be run.
if (process.send === undefined)
  throw new Error('This script runs in a process of its own, which Footnote starts.');

const say = (answer: ProcessAnswer): void => {
  process.send?.(answer, () => undefined);
};

// Ctrl-C and a service's stop reach every process of the bot at once; this one stays as long as questions under way need it.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);
process.on('disconnect', () => process.exit());

/** The latest question that was taken back. */
let left = -1;

process.on('message', (message) => {
  const request = PROCESS_REQUEST.parse(message);
  if (request.kind === 'leave') left = request.id;
  else turn = turn.then(() => (request.kind === 'open' ? open(request) : read(request)));
});

/** What is under way: one thing at a time. */
let turn = Promise.resolve();

let loaded: Loading | undefined;

async function open(request: Extract<ProcessRequest, { kind: 'open' }>): Promise<void> {
  loaded = await loadReader(request);
  say(
    loaded.ok
      ? { kind: 'opened', runtime: loaded.reader.runtime }
      : { kind: 'unusable', reason: loaded.reason },
  );
}

async function read({ id, question, windows }: Extract<ProcessRequest, { kind: 'read' }>): Promise<void> {
  try {
    if (loaded?.ok !== true) throw new Error('There is no model to read with.');
    const odds = await loaded.reader.read(question, windows, () => left >= id);
    if (odds !== null) say({ kind: 'read', id, windows: odds });
  } catch (error) {
    say({
      kind: 'failed',
      id,
      stack: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
  }
}
