import { z } from 'zod';
import type { Command } from './command.js';
import {
  type GivenOptions,
  type IntegerOption,
  isTextOption,
  type OptionSpec,
  type OptionValue,
  type TextOption,
} from './option.js';

/** Options checked against a command's declaration, or one sentence that names the offender. */
export type ParsedOptions =
  | { readonly ok: true; readonly values: GivenOptions }
  | { readonly ok: false; readonly reason: string };

type ParsedOption =
  | { readonly ok: true; readonly value: OptionValue | undefined }
  | { readonly ok: false; readonly reason: string };

/** Characters of a user's own value repeated in a refusal. */
const LONGEST_ECHO = 60;

const rawOptionsSchema = z.record(z.string(), z.unknown());

const WHOLE_NUMBER = /^[+-]?\d{1,15}$/u;
const YES: readonly string[] = ['yes', 'true', 'on'];
const NO: readonly string[] = ['no', 'false', 'off'];
/** An id of Discord's, alone or in a mention of a role or a channel. */
const DISCORD_ID = /^(?:<(?:@&|#)(\d{15,21})>|(\d{15,21}))$/u;

/**
 * The options of a command as they came from outside, checked: no unknown one, none missing, each a
 * value of its kind or a text that says one ("5", "yes", an id), within its bounds and, where there are choices, one
 * of them (case is forgiven).
 *
 * Texts come back without the white space around them; null, undefined and, where not required, a
 * blank text count as not given.
 */
export function parseOptions(command: Command, rawOptions: unknown): ParsedOptions {
  const raw = rawOptionsSchema.safeParse(rawOptions ?? {});
  if (!raw.success) return refuse(`The options of /${command.name} must be an object of names and values.`);
  const declared = Object.keys(command.options);
  const unknown = Object.keys(raw.data).find((name) => !declared.includes(name));
  if (unknown !== undefined) {
    return refuse(`/${command.name} has no option “${shorten(unknown)}”; ${describeOptions(declared)}.`);
  }
  const values: Record<string, OptionValue | undefined> = {};
  for (const [name, spec] of Object.entries(command.options)) {
    const parsed = parseOption(command.name, name, spec, raw.data[name]);
    if (!parsed.ok) return parsed;
    values[name] = parsed.value;
  }
  return { ok: true, values };
}

function parseOption(command: string, name: string, spec: OptionSpec, raw: unknown): ParsedOption {
  const option = `“${name}” of /${command}`;
  const given = typeof raw === 'string' ? raw.trim() : raw;
  if (given === undefined || given === null || given === '') {
    if (spec.isRequired === true) return refuse(`${option} is missing: ${lowerFirst(spec.description)}.`);
    return { ok: true, value: undefined };
  }
  if (isTextOption(spec)) return parseText(option, spec, given);
  switch (spec.kind) {
    case 'integer':
      return parseInteger(option, spec, given);
    case 'boolean':
      return parseBoolean(option, given);
    case 'role':
    case 'channel':
      return parseId(option, spec.kind, given);
  }
}

function parseText(option: string, spec: TextOption, given: unknown): ParsedOption {
  if (typeof given !== 'string') {
    return refuse(`${option} must be a text, and it is ${describeType(given)}.`);
  }
  if (spec.minLength !== undefined && given.length < spec.minLength) {
    return refuse(
      `${option} needs ${spec.minLength} characters at least, and “${given}” has ${given.length}.`,
    );
  }
  if (given.length > spec.maxLength) {
    return refuse(`${option} takes ${spec.maxLength} characters at most, and this one has ${given.length}.`);
  }
  return parseChoice(option, spec, given);
}

function parseChoice(option: string, spec: TextOption, value: string): ParsedOption {
  if (spec.choices === undefined) return { ok: true, value };
  const typed = value.toLowerCase();
  const choice = spec.choices.find(
    (candidate) => candidate.value.toLowerCase() === typed || candidate.name.toLowerCase() === typed,
  );
  if (choice !== undefined) return { ok: true, value: choice.value };
  const allowed = spec.choices.map((candidate) => candidate.value).join(', ');
  return refuse(`${option} must be one of ${allowed}, and “${shorten(value)}” is none of them.`);
}

function parseInteger(option: string, { least, most }: IntegerOption, given: unknown): ParsedOption {
  const value = typeof given === 'string' && WHOLE_NUMBER.test(given) ? Number(given) : given;
  if (typeof value !== 'number' || !Number.isInteger(value)) {
    return refuse(`${option} must be a whole number, and ${describe(given)} is none.`);
  }
  if (value < least || value > most) {
    return refuse(`${option} must be from ${least} to ${most}, and it is ${value}.`);
  }
  // Minus nought is nought.
  return { ok: true, value: value + 0 };
}

function parseBoolean(option: string, given: unknown): ParsedOption {
  if (typeof given === 'boolean') return { ok: true, value: given };
  const typed = typeof given === 'string' ? given.toLowerCase() : '';
  if (YES.includes(typed)) return { ok: true, value: true };
  if (NO.includes(typed)) return { ok: true, value: false };
  return refuse(`${option} must be yes or no, and ${describe(given)} is neither.`);
}

function parseId(option: string, kind: 'role' | 'channel', given: unknown): ParsedOption {
  const [, mentioned, bare] = typeof given === 'string' ? (DISCORD_ID.exec(given) ?? []) : [];
  const value = mentioned ?? bare;
  if (value !== undefined) return { ok: true, value };
  return refuse(`${option} must be a ${kind} of this server, and ${describe(given)} is none.`);
}

function refuse(reason: string): { ok: false; reason: string } {
  return { ok: false, reason };
}

function describeOptions(names: readonly string[]): string {
  return names.length === 0 ? 'it takes none' : `it takes ${names.join(', ')}`;
}

function describe(value: unknown): string {
  if (typeof value === 'string') return `“${shorten(value)}”`;
  return typeof value === 'number' || typeof value === 'boolean' ? `“${value}”` : describeType(value);
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
