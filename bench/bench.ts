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

const PARTS: Readonly<Record<string, (values: Values) => Promise<void>>> = {
  conversation: () => benchConversation(),
  library: ({ passages, alone }) => benchLibrary(passages.split(',').map(asCount), !alone),
  load: ({ articles, servers }) => benchLoad(asCount(articles), asCount(servers)),
};

type Values = ReturnType<typeof readWords>['values'];

function readWords() {
  return parseArgs({
    allowPositionals: true,
    options: {
      passages: { type: 'string', default: DEFAULT_SIZES },
      articles: { type: 'string', default: '2' },
      servers: { type: 'string', default: '100' },
      alone: { type: 'boolean', default: false },
    },
  });
}

/** @throws if it is no whole number from 1 on. */
function asCount(word: string): number {
  if (!/^[1-9]\d{0,8}$/u.test(word))
    throw new Error(`“${word}” is no number of passages, articles or servers.`);
  return Number(word);
}

try {
  const { values, positionals } = readWords();
  const unknown = positionals.find((name) => !Object.hasOwn(PARTS, name));
  if (unknown !== undefined)
    throw new Error(`There is no benchmark “${unknown}”; there are ${Object.keys(PARTS).join(', ')}.`);
  for (const [name, run] of Object.entries(PARTS))
    if (positionals.length === 0 || positionals.includes(name)) await run(values);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
process.exit();
