import { parseArgs } from 'node:util';
import { benchConversation } from './speed/bench-conversation.js';
import { benchLibrary } from './speed/bench-library.js';

/*
 * npm run bench [-- library] [--passages 1,1000,10000,100000] [--alone]    what a library costs; --alone leaves the other engines out
 * npm run bench -- conversation      how long a member waits for /ask and for choices, beside a bot that says "pong"
 *
 * Without a name both are run.
 *
 * Prints tables; nothing here fails by the clock. Real sentences are taken from the folder named by EVAL_DATA (default ../shared/data), else from the
 * shipped article and the fixtures.
 */

/** Passages of the libraries where none are named: all of it takes some minutes. */
const DEFAULT_SIZES = '1,1000';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    passages: { type: 'string', default: DEFAULT_SIZES },
    alone: { type: 'boolean', default: false },
  },
});
const [part = 'all'] = positionals;
if (part !== 'library') await benchConversation();
if (part !== 'conversation') await benchLibrary(values.passages.split(',').map(Number), !values.alone);
process.exit();
