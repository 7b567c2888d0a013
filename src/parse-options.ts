import { z } from 'zod';
import type { Command, OptionSpec } from './command.js';

/** Options checked against a command's declaration, or one sentence that names the offender. */
export type ParsedOptions =
  | { readonly ok: true; readonly values: Readonly<Record<string, string | undefined>> }
  | { readonly ok: false; readonly reason: string };

/** Characters of a user's own value repeated in a refusal. */
const LONGEST_ECHO = 60;

const rawOptionsSchema = z.record(z.string(), z.unknown());

/**
 * The options of a command as they came from outside, checked: no unknown one, none missing, each a
 * text of an allowed length and, where there are choices, one of them (case is forgiven).
 *
 * Values come back without the white space around them; null, undefined and, where not required, a
 * blank text count as not given.
 */
export function parseOptions(command: Command, rawOptions: unknown): ParsedOptions {
  const raw = rawOptionsSchema.safeParse(rawOptions ?? {});
  if (!raw.success) return refuse(`The options of /${command.name} must be an object of names and texts.`);
  const declared = Object.keys(command.options);
  const unknown = Object.keys(raw.data).find((name) => !declared.includes(name));
  if (unknown !== undefined) {
    return refuse(`/${command.name} has no option “${shorten(unknown)}”; ${describeOptions(declared)}.`);
  }
  const values: Record<string, string | undefined> = {};
  for (const [name, spec] of Object.entries(command.options)) {
    const parsed = parseOption(command.name, name, spec, raw.data[name]);
    if (!parsed.ok) return parsed;
    values[name] = parsed.value;
  }
  return { ok: true, values };
}

function parseOption(
  command: string,
  name: string,
  spec: OptionSpec,
  raw: unknown,
): { ok: true; value: string | undefined } | { ok: false; reason: string } {
  const option = `“${name}” of /${command}`;
  if (raw !== undefined && raw !== null && typeof raw !== 'string') {
    return refuse(`${option} must be a text, and it is ${describeType(raw)}.`);
  }
  const value = (raw ?? '').trim();
  if (value === '') {
    if (spec.isRequired === true) return refuse(`${option} is missing: ${lowerFirst(spec.description)}.`);
    return { ok: true, value: undefined };
  }
  if (spec.minLength !== undefined && value.length < spec.minLength) {
    return refuse(
      `${option} needs ${spec.minLength} characters at least, and “${value}” has ${value.length}.`,
    );
  }
  if (value.length > spec.maxLength) {
    return refuse(`${option} takes ${spec.maxLength} characters at most, and this one has ${value.length}.`);
  }
  return parseChoice(option, spec, value);
}

function parseChoice(
  option: string,
  spec: OptionSpec,
  value: string,
): { ok: true; value: string } | { ok: false; reason: string } {
  if (spec.choices === undefined) return { ok: true, value };
  const typed = value.toLowerCase();
  const choice = spec.choices.find(
    (candidate) => candidate.value.toLowerCase() === typed || candidate.name.toLowerCase() === typed,
  );
  if (choice !== undefined) return { ok: true, value: choice.value };
  const allowed = spec.choices.map((candidate) => candidate.value).join(', ');
  return refuse(`${option} must be one of ${allowed}, and “${shorten(value)}” is none of them.`);
}

function refuse(reason: string): { ok: false; reason: string } {
  return { ok: false, reason };
}

function describeOptions(names: readonly string[]): string {
  return names.length === 0 ? 'it takes none' : `it takes ${names.join(', ')}`;
}

function describeType(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function shorten(text: string): string {
  return text.length <= LONGEST_ECHO ? text : `${text.slice(0, LONGEST_ECHO - 1)}…`;
}
