import { constants, setPriority } from 'node:os';
import { isMainThread, parentPort } from 'node:worker_threads';
import { describeFault, isStackOverflow } from '../article/fault.js';
import { readWith } from '../extract/read-article.js';
import { readFeed } from '../feed/read-feed.js';
import { loadReadingModels } from './load-reading-models.js';
import { packAnnotation } from './packed-annotation.js';
import { packArticle, unpackArticle } from './packed-article.js';
import { packFindings } from './packed-findings.js';
import { parseSource } from './read-in-place.js';
import type { PackedSourceReading, ThreadAnswer, ThreadRequest } from './thread-messages.js';

// The script of a reading thread (see `readInThreads`): it has no other use than to be run.
if (isMainThread || parentPort === null) throw new Error('This script runs in a thread of its own.');
const port = parentPort;

// The thread that talks to Discord goes first. Only Linux takes this for the thread alone, and not for the whole program.
if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

const say = (answer: ThreadAnswer): void => port.postMessage(answer);

/** What is still to be said about the article that is being read. */
let rest: Iterator<ThreadAnswer, undefined> = [].values();

const read = readWith(loadReadingModels());

port.on('message', async (request: ThreadRequest) => {
  try {
    if (request.kind === 'parse') await parse(request);
    else if (request.kind === 'feed') say({ kind: 'fed', reading: readFeed(request.text, request.address) });
    else if (request.kind === 'read') rest = readPacked(request);
    const part = rest.next();
    if (part.done !== true) say(part.value);
  } catch (error) {
    if (isStackOverflow(error)) say({ kind: 'overflowed' });
    else {
      const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
      say({ kind: 'failed', reason: describeFault(error), stack });
    }
  }
});
say({ kind: 'ready' });

async function parse({ source }: Extract<ThreadRequest, { kind: 'parse' }>): Promise<void> {
  const parsed = await parseSource(source);
  const reading: PackedSourceReading = parsed.ok
    ? { ...parsed, article: packArticle(parsed.article) }
    : parsed;
  say({ kind: 'parsed', reading });
}

/** The words come first, so that they are there where the rest takes too long. */
function* readPacked({
  article,
}: Extract<ThreadRequest, { kind: 'read' }>): Generator<ThreadAnswer, undefined> {
  const reading = read(unpackArticle(article));
  yield { kind: 'annotated', annotation: packAnnotation(reading.annotation) };
  const { entities, attributions, terms, facts } = reading;
  const parts = [...packFindings({ entities, attributions, terms, facts })];
  for (const [place, findings] of parts.entries())
    yield { kind: 'found', findings, isLast: place === parts.length - 1 };
  return undefined;
}
