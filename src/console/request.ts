import { parseArgs } from 'node:util';
import type { Command } from '../bot/command.js';
import type { GivenOptions } from '../bot/option.js';
import { parseOptions } from '../bot/parse-options.js';
import { describeUnknown } from './batch.js';
import { LONGEST_LINE } from './limits.js';
import { sayPlainly } from './say.js';

/** A command with its options, as typed by someone at a terminal. */
export type TypedRequest =
  | {
      readonly ok: true;
      readonly command: Command;
      readonly options: GivenOptions;
    }
  | { readonly ok: false; readonly reason: string };

/**
 * The request in the words of a command line: the command's name, then its options by name
 * (`--source a`); words without a name are together the first option not named.
 */
export function readArguments(words: readonly string[], commands: readonly Command[]): TypedRequest {
  const [name = '', ...others] = words;
  const typed = [...name.replace(/^\//u, '').split(/\s+/u), ...others];
  const command = findCommand(typed.join(' '), commands);
  if (command === undefined) return { ok: false, reason: describeUnknown(name, commands) };
  const rest = typed.slice(command.name.split(' ').length);
  const names = Object.keys(command.options);
  try {
    const { values, positionals } = parseArgs({
      args: rest,
      allowPositionals: true,
      options: Object.fromEntries(names.map((option) => [option, { type: 'string' as const }])),
    });
    const [free] = names.filter((option) => values[option] === undefined);
    if (positionals.length > 0 && free === undefined) {
      return { ok: false, reason: `/${command.name} has no option left for “${positionals.join(' ')}”.` };
    }
    const unnamed = free === undefined || positionals.length === 0 ? {} : { [free]: positionals.join(' ') };
    return finish(command, { ...unnamed, ...values });
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) };
  }
}

/**
 * The request in a line typed as in Discord: `/quote speaker: Trump topic: peace`, or without
 * names for the first option; a line without a slash is a question for /ask.
 */
export function readLine(line: string, commands: readonly Command[]): TypedRequest {
  if (line.length > LONGEST_LINE)
    return { ok: false, reason: `That has ${line.length} characters, more than ${LONGEST_LINE}.` };
  const typed = line.startsWith('/') ? line.slice(1) : `ask ${line}`;
  const command = findCommand(typed, commands);
  if (command === undefined) {
    return { ok: false, reason: describeUnknown(typed.split(/\s/u, 1).join(''), commands) };
  }
  const text = typed.replace(new RegExp(`^\\s*${command.name.replace(' ', '\\s+')}\\s*`, 'u'), '');
  const names = Object.keys(command.options);
  if (names.length === 0) return finish(command, {});
  const label = new RegExp(`(?:^|\\s)(${names.join('|')}):\\s*`, 'gu');
  const marks = [...text.matchAll(label)];
  const options: Record<string, string> = {};
  const lead = text.slice(0, marks[0]?.index ?? text.length).trim();
  if (lead !== '') options[names[0] ?? ''] = lead;
  marks.forEach((mark, i) => {
    options[mark[1] ?? ''] = text
      .slice(mark.index + mark[0].length, marks[i + 1]?.index ?? text.length)
      .trim();
  });
  return finish(command, options);
}

/** The command that a text begins with, of two words or one, with any white space between them. */
export function findCommand(typed: string, commands: readonly Command[]): Command | undefined {
  const [first = '', second = ''] = typed.trim().split(/\s+/u, 2);
  const names = [`${first} ${second}`, first];
  return names.flatMap((name) => commands.filter((known) => known.name === name))[0];
}

function finish(command: Command, raw: Readonly<Record<string, string | undefined>>): TypedRequest {
  const parsed = parseOptions(command, raw);
  if (!parsed.ok) return { ok: false, reason: sayPlainly(parsed.reason) };
  return { ok: true, command, options: parsed.values };
}
