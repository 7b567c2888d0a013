import { constants, setPriority } from 'node:os';
import { isMainThread, parentPort } from 'node:worker_threads';
import type { Article } from '../article/article.js';
import { describeFault, isStackOverflow } from '../article/fault.js';
import type { SourceFile } from '../article/source-file.js';
import type { Span } from '../article/span.js';
import type { Analysis } from '../extract/analysis.js';
import type { readWith } from '../extract/read-article.js';
import { thisTask } from '../files/processor-time.js';
import { allows } from '../robots/allows.js';
import { collectGarbage } from '../scheduling/bound-memory.js';
import { packAnnotation } from './packed-annotation.js';
import { unpackArticle } from './packed-article.js';
import { packEntities, packFindings } from './packed-findings.js';
import type { ThreadAnswer, ThreadRequest } from './thread-messages.js';
import { memoryOf, type PackedSource, packParsed } from './told-source.js';

// The script of a reading thread (see `readInThreads`): it has no other use than to be run.
if (isMainThread || parentPort === null) throw new Error('This script runs in a thread of its own.');
const port = parentPort;

// The thread that talks to Discord goes first. Only Linux takes this for the thread alone, and not for the whole program.
if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

const say = (answer: ThreadAnswer): void =>
  port.postMessage(answer, answer.kind === 'parsed' ? memoryOf(answer.parsed) : []);

/** What is still to be said about the article that is being read. */
let rest: Telling<unknown> | undefined;

/** What is told, answer by answer; after each it is asked for the places that are wanted first, or null. */
type Telling<Result> = Generator<ThreadAnswer, Result, readonly Span[] | null>;

type ReadArticle = ReturnType<typeof readWith>;

let opened: ReadArticle | undefined;

/** Files are made articles of before what reads them is there, with its models; what has only been loaded leaves as much behind as it keeps. */
async function openReading(): Promise<ReadArticle> {
  if (opened !== undefined) return opened;
  const { readWith: readBy } = await import('../extract/read-article.js');
  const { loadAnalysisModels } = await import('./load-analysis-models.js');
  opened = readBy(loadAnalysisModels());
  collectGarbage();
  setTimeout(() => void openParsing(), UNTIL_PARSING);
  return opened;
}

/** Milliseconds after which a thread that reads loads what makes articles of files too: by then who waited for its first reading has it, and whoever changes a file need not wait for half a second of loading. */
const UNTIL_PARSING = 2_000;

function openParsing() {
  return import('./parse-source.js');
}

port.on('message', async (request: ThreadRequest) => {
  if (request.kind !== 'go-on') rest = undefined;
  try {
    if (request.kind === 'parse' || request.kind === 'parse-and-read') await parse(request);
    else if (request.kind === 'feed') await tellFeed(request.text, request.address);
    else if (request.kind === 'rules') say({ kind: 'ruled', isAllowed: allows(request.question) });
    else if (request.kind === 'read') rest = tell(unpackArticle(request.article), await openReading());
    else await openReading();
    const part = rest?.next(request.kind === 'go-on' ? request.places : null);
    if (part !== undefined && part.done !== true) say(part.value);
  } catch (error) {
    if (isStackOverflow(error)) say({ kind: 'overflowed' });
    else {
      const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
      say({ kind: 'failed', reason: describeFault(error), stack });
    }
  }
});
say({ kind: 'ready', task: thisTask() });

async function parse({ kind, source }: Extract<ThreadRequest, { source: SourceFile }>): Promise<void> {
  const { parseSource } = await openParsing();
  const parsed = await parseSource(source);
  rest = tellParsed(packParsed(parsed), kind === 'parse-and-read' && parsed.ok ? parsed.article : null);
}

/** Few bots follow feeds: what reads them is loaded when one is read. */
async function tellFeed(text: string, address: string): Promise<void> {
  const { readFeed } = await import('../feed/read-feed.js');
  say({ kind: 'fed', parsed: readFeed(text, address) });
}

function* tellParsed(parsed: PackedSource, article: Article | null): Telling<undefined> {
  yield { kind: 'parsed', parsed };
  // Whoever asks for more has the article read.
  if (article !== null && opened !== undefined) yield* tell(article, opened);
  return undefined;
}

/**
 * The words come first, so that they are there if the rest takes too long. The names of a book take a third of the time: then it is asked
 * once more for places that are wanted first.
 */
function* tell(article: Article, read: ReadArticle): Telling<undefined> {
  const analysis = read(article);
  let places = yield { kind: 'annotated', annotation: packAnnotation(analysis.annotation) };
  for (const entities of packEntities(analysis.entities))
    places = (yield { kind: 'named', entities }) ?? places;
  while (places !== null) places = yield* tellFound('places', analysis.near(places));
  yield* tellFound('whole', analysis);
  return undefined;
}

function* tellFound(
  of: 'places' | 'whole',
  { entities, attributions, terms, facts }: Analysis,
): Telling<readonly Span[] | null> {
  let places: readonly Span[] | null = null;
  const parts = [...packFindings(entities, { attributions, terms, facts })];
  for (const [place, findings] of parts.entries())
    places = (yield { kind: 'found', of, findings, isLast: place === parts.length - 1 }) ?? places;
  return places;
}
