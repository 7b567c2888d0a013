import { createInterface } from 'node:readline';
import { type Footnote, openFootnote } from '../app/compose.js';
import { loadConfig } from '../app/config.js';
import { openReader } from '../app/open-reader.js';
import { describeProblem } from '../library/library.js';
import { escapeControls, hideControls } from '../messages/hide-controls.js';
import { readInThreads } from '../reading/read-in-threads.js';
import { runLine } from './batch.js';
import { inspect } from './inspect.js';
import { converse } from './interactive.js';
import { PLAIN, renderReply, TERMINAL } from './render.js';
import { readArguments } from './request.js';
import { sayPlainly } from './say.js';

const USAGE = `Usage: npm run console -- [--seeds DIR] [COMMAND …]

  (no command)            a conversation: type questions and commands
  ask "QUESTION" …        one command and its reply; options as --source ID
  batch < requests.jsonl  one JSON request a line, one JSON reply a line
  inspect [SOURCE]        what the bot understood of the articles, as JSON`;

/** Commands that put questions to the reader, which then loads while the articles do; for others it is not started. */
const READ_FOR: ReadonlySet<string> = new Set(['ask', 'batch']);

/** Exit code for a call that could not be understood or carried out. */
const FAILED = 2;

await run(process.argv.slice(2)).catch((error: unknown) =>
  fail(error instanceof Error ? error.message : String(error)),
);

async function run(words: readonly string[]): Promise<void> {
  process.stdout.on('error', leaveUnread);
  const { seeds, isHelp, rest } = takeSeeds(words);
  if (isHelp) return print(USAGE);
  const read = loadConfig();
  if (!read.ok) return fail(read.problems.join('\n'));
  const encoder = openReader((reason) => process.stderr.write(`${reason}\n`));
  if (rest[0] === undefined || READ_FOR.has(rest[0])) encoder.start();
  try {
    const footnote = await openFootnote({
      seedsDir: seeds ?? read.config.seedsDir,
      reader: readInThreads({ script: new URL('../reading/reading-thread.js', import.meta.url) }),
      encoder,
    });
    await serve(footnote, rest);
  } finally {
    await encoder.close();
  }
}

async function serve(footnote: Footnote, rest: readonly string[]): Promise<void> {
  for (const problem of footnote.report.problems)
    process.stderr.write(`${hideControls(sayPlainly(describeProblem(problem)))}\n`);
  const [name, ...more] = rest;
  if (name === undefined) return holdConversation(footnote);
  if (name === 'batch') return runBatch(footnote);
  if (name === 'inspect') return runInspect(footnote, more[0]);
  return runOnce(footnote, rest);
}

/** Whoever reads the output may have enough of it, as `head` has: then there is nothing left to do. @throws any other failure. */
function leaveUnread(error: Error): void {
  if (!('code' in error && error.code === 'EPIPE')) throw error;
  process.exit();
}

/** Takes `--seeds DIR` and `--help` from wherever they stand; the rest is the command with its own options. */
function takeSeeds(words: readonly string[]): { seeds: string | undefined; isHelp: boolean; rest: string[] } {
  const isHelp = words.includes('--help') || words.includes('-h');
  const at = words.findIndex((word) => word === '--seeds' || word.startsWith('--seeds='));
  if (at === -1) return { seeds: undefined, isHelp, rest: [...words] };
  const isJoined = words[at] !== '--seeds';
  const seeds = isJoined ? words[at]?.slice('--seeds='.length) : words[at + 1];
  return { seeds, isHelp, rest: words.toSpliced(at, isJoined ? 1 : 2) };
}

async function holdConversation(footnote: Footnote): Promise<void> {
  const { stdin: input, stdout: output } = process;
  await converse(footnote.context, { input, output, style: output.isTTY ? TERMINAL : PLAIN });
}

/** Requests are run one after the other, so that replies come in order and a slow reader holds nothing in memory. */
async function runBatch(footnote: Footnote): Promise<void> {
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === '') continue;
    await print(escapeControls(JSON.stringify(await runLine(line, footnote.context()))));
  }
}

async function runInspect(footnote: Footnote, source: string | undefined): Promise<void> {
  const { corpus } = footnote.context();
  const articles = source === undefined ? corpus.articles : corpus.articles.filter(({ id }) => id === source);
  if (articles.length === 0) {
    return fail(
      `There is no article “${source ?? ''}”; there are ${corpus.articles.map(({ id }) => id).join(', ')}.`,
    );
  }
  await print('[');
  for (const [i, article] of articles.entries()) {
    const inspection = escapeControls(JSON.stringify(inspect(article, await corpus.read(article))));
    await print(i < articles.length - 1 ? `${inspection},` : inspection);
  }
  await print(']');
}

async function runOnce(footnote: Footnote, words: readonly string[]): Promise<void> {
  const context = footnote.context();
  const request = readArguments(words, context.commands);
  if (!request.ok) return fail(request.reason);
  const reply = await request.command.execute(request.options, context);
  await print(renderReply(reply, process.stdout.isTTY ? TERMINAL : PLAIN));
  if (reply.kind === 'refused') process.exitCode = FAILED;
}

function print(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(`${text}\n`, (error) => (error ? reject(error) : resolve()));
  });
}

function fail(message: string): void {
  process.stderr.write(`${hideControls(message)}\n`);
  process.exitCode = FAILED;
}
