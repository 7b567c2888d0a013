import { createInterface } from 'node:readline/promises';
import { textAt } from '../article/article.js';
import type { CommandContext, PreviousAnswer } from '../bot/command.js';
import { isTextOption } from '../bot/option.js';
import { excerptsOf } from '../bot/reply.js';
import { hideControls } from '../messages/hide-controls.js';
import { renderReply, type Style } from './render.js';
import { findCommand, readLine } from './request.js';

/** Where a conversation is held: what is typed comes from `input`, replies go to `output`. */
export interface Terminal {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  readonly style: Style;
}

const GREETING = [
  'Ask a question, or type a command such as /who, /quote, /facts, /search, /sources or /help.',
  'Options are written as in Discord: /quote speaker: Name topic: words. Tab completes.',
  'A line that begins with ">" is a reply to the last answer. Ctrl-D ends.',
].join('\n');

/** Holds a conversation until the input ends. `context` is taken anew for each line, so that a reload shows. */
export async function converse(
  context: () => CommandContext,
  { input, output, style }: Terminal,
): Promise<void> {
  const terminal = createInterface({
    input,
    output,
    completer: (line: string) => complete(line, context()),
    prompt: 'footnote> ',
  });
  let previous: PreviousAnswer | null = null;
  output.write(`${GREETING}\n`);
  terminal.prompt();
  for await (const typed of terminal) {
    const line = typed.trim();
    if (line !== '') {
      const isReply = line.startsWith('>');
      const words = isReply ? line.slice(1).trim() : line;
      const answered = await answerLine(words, { ...context(), previous: isReply ? previous : null }, style);
      previous = answered.previous ?? previous;
      output.write(`${answered.text}\n\n`);
    }
    terminal.prompt();
  }
}

async function answerLine(
  line: string,
  context: CommandContext,
  style: Style,
): Promise<{ text: string; previous: PreviousAnswer | null }> {
  const request = readLine(line, context.commands);
  if (!request.ok) return { text: hideControls(request.reason), previous: null };
  try {
    const reply = await request.command.execute(request.options, context);
    const [best] = excerptsOf(reply);
    const { question } = request.options;
    const isQuestion = typeof question === 'string' && best !== undefined;
    return {
      text: renderReply(reply, style),
      previous: isQuestion
        ? { question, source: best.article.id, excerpt: textAt(best.article, best) }
        : null,
    };
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    return { text: `That failed: ${hideControls(cause)}`, previous: null };
  }
}

/** Tab: the names of commands, then what the option being typed may be. */
async function complete(line: string, context: CommandContext): Promise<[string[], string]> {
  if (/^\/\S*$/u.test(line)) {
    const names = context.commands
      .filter(({ isOffered }) => isOffered)
      .map(({ name }) => `/${name} `)
      .filter((name) => name.startsWith(line));
    return [names, line];
  }
  const typing = /^\/(?:.*\s)?(?:(\w+):\s*)?(\S*)$/u.exec(line);
  const command = findCommand(line.slice(1), context.commands);
  const option = typing?.[1] ?? Object.keys(command?.options ?? {})[0] ?? '';
  const typed = typing?.[2] ?? '';
  const spec = command?.options[option];
  const choices =
    spec !== undefined && isTextOption(spec) ? ((await spec.complete?.(typed, context)) ?? []) : [];
  return [choices.map(({ value }) => value).filter((value) => value === hideControls(value)), typed];
}
