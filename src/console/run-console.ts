import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { ParsedConfig } from '../app/config.js';
import type { Footnote } from '../app/footnote.js';
import { describeProblem } from '../library/library.js';
import { escapeControls, hideControls } from '../messages/hide-controls.js';
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

/** What the console is run with: the program's own streams and settings, or those of a test. */
export interface Terminal {
  readonly input: Readable;
  readonly output: Writable & { readonly isTTY?: boolean };
  readonly errors: Writable;
  readonly config: ParsedConfig;
  /** Loads the articles of a folder; null means the shipped ones. */
  readonly open: (seedsDir: string | null) => Promise<Footnote>;
  /** Has the reader load while the articles do. */
  readonly startReader: () => void;
}

/** Runs the console as `npm run console -- WORDS` does; resolves with the exit code. What fails is told in a sentence. */
export function runConsole(words: readonly string[], terminal: Terminal): Promise<number> {
  return run(words, terminal).catch((error: unknown) =>
    fail(error instanceof Error ? error.message : String(error), terminal),
  );
}

async function run(words: readonly string[], terminal: Terminal): Promise<number> {
  const { seeds, isHelp, rest } = takeSeeds(words);
  if (isHelp) return print(USAGE, terminal);
  const { config } = terminal;
  if (!config.ok) return fail(config.problems.join('\n'), terminal);
  if (rest[0] === undefined || READ_FOR.has(rest[0])) terminal.startReader();
  return serve(await terminal.open(seeds ?? config.config.seedsDir), rest, terminal);
}

async function serve(footnote: Footnote, rest: readonly string[], terminal: Terminal): Promise<number> {
  for (const problem of footnote.report.problems) complain(sayPlainly(describeProblem(problem)), terminal);
  const [name, ...more] = rest;
  if (name === undefined) return holdConversation(footnote, terminal);
  if (name === 'batch') return runBatch(footnote, terminal);
  if (name === 'inspect') return runInspect(footnote, more[0], terminal);
  return runOnce(footnote, rest, terminal);
}

/** Takes `--seeds DIR` and `--help` from wherever they are; the rest is the command with its own options. */
function takeSeeds(words: readonly string[]): { seeds: string | undefined; isHelp: boolean; rest: string[] } {
  const isHelp = words.includes('--help') || words.includes('-h');
  const at = words.findIndex((word) => word === '--seeds' || word.startsWith('--seeds='));
  if (at === -1) return { seeds: undefined, isHelp, rest: [...words] };
  const isJoined = words[at] !== '--seeds';
  const seeds = isJoined ? words[at]?.slice('--seeds='.length) : words[at + 1];
  return { seeds, isHelp, rest: words.toSpliced(at, isJoined ? 1 : 2) };
}

async function holdConversation(footnote: Footnote, { input, output }: Terminal): Promise<number> {
  await converse(footnote.context, { input, output, style: output.isTTY ? TERMINAL : PLAIN });
  return 0;
}

/** Requests are run one after the other, so that replies come in order and a slow reader holds nothing in memory. */
async function runBatch(footnote: Footnote, terminal: Terminal): Promise<number> {
  for await (const line of createInterface({ input: terminal.input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === '') continue;
    await print(escapeControls(JSON.stringify(await runLine(line, footnote.context()))), terminal);
  }
  return 0;
}

async function runInspect(
  footnote: Footnote,
  source: string | undefined,
  terminal: Terminal,
): Promise<number> {
  const { corpus } = footnote.context();
  const articles = source === undefined ? corpus.articles : corpus.articles.filter(({ id }) => id === source);
  if (articles.length === 0) {
    const ids = corpus.articles.map(({ id }) => id).join(', ');
    return fail(`There is no article “${source ?? ''}”; there are ${ids}.`, terminal);
  }
  await print('[', terminal);
  for (const [i, article] of articles.entries()) {
    const inspection = escapeControls(JSON.stringify(inspect(article, await corpus.read(article))));
    await print(i < articles.length - 1 ? `${inspection},` : inspection, terminal);
  }
  return print(']', terminal);
}

async function runOnce(footnote: Footnote, words: readonly string[], terminal: Terminal): Promise<number> {
  const context = footnote.context();
  const request = readArguments(words, context.commands);
  if (!request.ok) return fail(request.reason, terminal);
  const reply = await request.command.execute(request.options, context);
  await print(renderReply(reply, terminal.output.isTTY ? TERMINAL : PLAIN), terminal);
  return reply.kind === 'refused' ? FAILED : 0;
}

function print(text: string, { output }: Terminal): Promise<0> {
  return new Promise((resolve, reject) => {
    output.write(`${text}\n`, (error) => (error ? reject(error) : resolve(0)));
  });
}

function fail(message: string, terminal: Terminal): number {
  complain(message, terminal);
  return FAILED;
}

function complain(message: string, { errors }: Terminal): void {
  errors.write(`${hideControls(message)}\n`);
}
