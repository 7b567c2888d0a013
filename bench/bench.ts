import { parseArgs } from 'node:util';
import { benchConversation } from './speed/bench-conversation.js';
import { benchLibrary } from './speed/bench-library.js';
import { benchLoad } from './speed/bench-load.js';

/*
 * npm run bench [-- library] [--passages 1,1000,10000,100000] [--alone]    what a library costs; --alone leaves the other engines out
 * npm run bench -- conversation      how long a member waits for /ask and for choices, beside a bot that says "pong"
 * npm run bench -- load [--articles 2] [--servers 100]    how long the members of so many servers wait that ask at once after a start
 *
 * Without a name all are run. What two servers with hostile articles do to the others is measured by npm run eval -- fairness.
 *
 * Prints tables; nothing here fails by the clock. Real sentences are taken from the folder named by EVAL_DATA (default ../shared/data), else from the
 * shipped article and the fixtures.
 */

/** Passages of the libraries if none are named: all of it takes some minutes. */
const DEFAULT_SIZES = '1,1000';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    passages: { type: 'string', default: DEFAULT_SIZES },
    articles: { type: 'string', default: '2' },
    servers: { type: 'string', default: '100' },
    alone: { type: 'boolean', default: false },
  },
});
const [part = 'all'] = positionals;
const isWanted = (name: string): boolean => part === 'all' || part === name;
if (isWanted('conversation')) await benchConversation();
if (isWanted('library')) await benchLibrary(values.passages.split(',').map(Number), !values.alone);
if (isWanted('load')) await benchLoad(Number(values.articles), Number(values.servers));
process.exit();
