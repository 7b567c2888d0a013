import { openFootnote } from '../app/compose.js';
import { loadConfig } from '../app/config.js';
import { openReader } from '../app/open-reader.js';
import { readInThreads } from '../reading/read-in-threads.js';
import { runConsole } from './run-console.js';

/** Whoever reads the output may have enough of it, as `head` has: then there is nothing left to do. Any other failure is told. */
process.stdout.on('error', (error) => {
  if ('code' in error && error.code === 'EPIPE') process.exit();
  process.stderr.write(`The output cannot be written (${error.message}).\n`);
  process.exit(2);
});

const encoder = openReader((reason) => process.stderr.write(`${reason}\n`));
try {
  process.exitCode = await runConsole(process.argv.slice(2), {
    input: process.stdin,
    output: process.stdout,
    errors: process.stderr,
    config: loadConfig(),
    open: (seedsDir) =>
      openFootnote({
        seedsDir,
        reader: readInThreads({ script: new URL('../reading/reading-thread.js', import.meta.url) }),
        encoder,
      }),
    startReader: () => encoder.start(),
  });
} finally {
  await encoder.close();
}
