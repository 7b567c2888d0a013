import { z } from 'zod';
import { ARTICLE_LIMITS } from '../article/limits.js';
import type { Command, CommandContext } from '../bot/command.js';
import { parseOptions } from '../bot/parse-options.js';
import { LONGEST_EXCERPT, LONGEST_LINE } from './limits.js';
import { type ReplyJson, toReplyJson } from './reply-json.js';
import { sayPlainly } from './say.js';

/** What one line of requests gives: the reply, or why there is none. */
export type BatchResult =
  | { readonly id: string | number | null; readonly reply: ReplyJson }
  | { readonly id: string | number | null; readonly error: string };

/** What a reply is known by; JSON's larger whole numbers would come back as others. */
const ID_RULE = 'must be a text or a number, a whole one below 9007199254740992';
const ID = z.union(
  [z.string(), z.number().refine((id) => !Number.isInteger(id) || Number.isSafeInteger(id), ID_RULE)],
  ID_RULE,
);

const IDENTIFIED = z.object({ id: ID });

const atMost = (most: number) => z.string().max(most, `has more than ${most} characters`);

const REQUEST = z.object({
  id: ID.optional(),
  command: z.string('must be the name of a command'),
  options: z.record(z.string(), z.unknown(), 'must be an object of names and texts').optional(),
  previous: z
    .object({
      question: atMost(LONGEST_LINE),
      source: atMost(ARTICLE_LIMITS.title).nullable().default(null),
      excerpt: atMost(LONGEST_EXCERPT).default(''),
    })
    .optional(),
});

/**
 * Runs one line `{"id", "command", "options"}`; `previous` may give the exchange that a question follows up.
 * A line that is no valid request, and a command that fails, give an error and never throw.
 */
export async function runLine(line: string, context: CommandContext): Promise<BatchResult> {
  if (line.length > LONGEST_LINE)
    return {
      id: null,
      error: `This line has ${line.length} characters, more than ${LONGEST_LINE}: ask in fewer.`,
    };
  // Editors of Windows begin a file with a mark of its order of bytes.
  const raw = parseJson(line.replace(/^\ufeff/u, ''));
  if (raw === undefined)
    return { id: null, error: 'This line is not JSON; write {"id":…,"command":…,"options":{…}}.' };
  const identified = IDENTIFIED.safeParse(raw);
  const id = identified.success ? identified.data.id : null;
  const request = REQUEST.safeParse(raw);
  if (!request.success) return { id, error: describeIssue(request.error) };
  const { command: name, options = {}, previous = null } = request.data;
  const command = context.commands.find((known) => known.name === name);
  if (command === undefined) return { id, error: describeUnknown(name, context.commands) };
  const parsed = parseOptions(command, options);
  if (!parsed.ok) return { id, error: `${sayPlainly(parsed.reason)}${hintAtOptions(raw, command)}` };
  try {
    return { id, reply: toReplyJson(await command.execute(parsed.values, { ...context, previous })) };
  } catch (error) {
    return { id, error: `/${name} failed: ${error instanceof Error ? error.message : String(error)}` };
  }
}

/** The sentence for a command that does not exist, with the ones that do. */
export function describeUnknown(name: string, commands: readonly Command[]): string {
  const offered = commands.filter(({ isOffered }) => isOffered).map((known) => known.name);
  return `There is no command “${name}”; use one of ${offered.join(', ')}.`;
}

/** Where an option of the command stands beside `options` instead of in it, what to do; otherwise nothing. */
function hintAtOptions(raw: unknown, { options }: Command): string {
  const beside = Object.keys(z.record(z.string(), z.unknown()).parse(raw)).find((key) => key in options);
  return beside === undefined ? '' : ` Write it in “options”: {"options":{"${beside}":…}}.`;
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function describeIssue(error: z.ZodError): string {
  const [issue] = error.issues;
  const place = issue?.path.join('.') ?? '';
  return place === '' ? 'The request must be an object.' : `“${place}” ${issue?.message ?? 'is not valid'}.`;
}
