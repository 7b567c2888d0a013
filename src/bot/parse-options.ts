import { z } from 'zod';
import { describeOption, nameChoice, nameCommand, nameOption } from '../messages/command-words.js';
import { type Phrase, phrase, type Wording } from '../messages/phrase.js';
import {
  type Choice,
  type GivenOptions,
  type IntegerOption,
  isTextOption,
  type OptionSpec,
  type OptionSpecs,
  type OptionValue,
  type TextOption,
} from './option.js';

/** Options checked against a command's declaration, or one sentence that names the offender. */
export type ParsedOptions =
  | { readonly ok: true; readonly values: GivenOptions }
  | { readonly ok: false; readonly reason: Phrase };

type ParsedOption =
  | { readonly ok: true; readonly value: OptionValue | undefined }
  | { readonly ok: false; readonly reason: Phrase };

/** A command as far as its options go. */
interface DeclaredCommand {
  readonly name: string;
  readonly options: OptionSpecs;
}

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
 * value of its kind or a text that says one ("5", "yes", an id), within its bounds and, if there are choices, one
 * of them (case is forgiven).
 *
 * Texts come back without the white space around them; null, undefined and, if not required, a
 * blank text count as not given.
 */
export function parseOptions(command: DeclaredCommand, rawOptions: unknown): ParsedOptions {
  const named = nameCommand(command.name);
  const raw = rawOptionsSchema.safeParse(rawOptions ?? {});
  if (!raw.success) return refuse(phrase('command.options-unreadable', { command: named }));
  const declared = Object.keys(command.options);
  const unknown = Object.keys(raw.data).find((name) => !declared.includes(name));
  if (unknown !== undefined) {
    const option = shorten(unknown);
    const options = declared.map((name) => nameOption(command.name, name));
    return refuse(
      options.length === 0
        ? phrase('command.option-none', { command: named, option })
        : phrase('command.option-unknown', { command: named, option, options }),
    );
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
  const named = { command: nameCommand(command), option: nameOption(command, name) };
  const given = typeof raw === 'string' ? raw.trim() : raw;
  if (given === undefined || given === null || given === '') {
    if (spec.isRequired !== true) return { ok: true, value: undefined };
    const description = describeOption(command, name, spec.description);
    return refuse(phrase('command.option-missing', { ...named, description }));
  }
  const option = phrase('command.option', named);
  if (isTextOption(spec))
    return parseText(option, spec, given, ({ value }) => nameChoice(command, name, value));
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

/** What a choice is called to a reader. */
type NameChoice = (choice: Choice) => Wording;

function parseText(option: Phrase, spec: TextOption, given: unknown, nameOf: NameChoice): ParsedOption {
  if (typeof given !== 'string') return refuseKind(option, 'text', given);
  const { length } = given;
  const { minLength: least = 0, maxLength: most, choices } = spec;
  if (length < least) return refuse(phrase('command.wants-more', { option, least, length, given }));
  if (length > most) return refuse(phrase('command.wants-less', { option, most, length }));
  if (choices === undefined) return { ok: true, value: given };
  const typed = given.toLowerCase();
  const choice = choices.find(
    ({ name, value }) => value.toLowerCase() === typed || name.toLowerCase() === typed,
  );
  if (choice !== undefined) return { ok: true, value: choice.value };
  const names = choices.map(nameOf);
  return refuse(phrase('command.wants-choice', { option, choices: names, given: shorten(given) }));
}

function parseInteger(option: Phrase, { least, most }: IntegerOption, given: unknown): ParsedOption {
  const value = typeof given === 'string' && WHOLE_NUMBER.test(given) ? Number(given) : given;
  if (typeof value === 'object') return refuseKind(option, 'number', value);
  if (typeof value !== 'number' || !Number.isInteger(value)) {
    return refuse(phrase('command.wants-number', { option, given: shorten(textOf(given)) }));
  }
  if (value < least || value > most) {
    return refuse(phrase('command.wants-range', { option, least, most, given: value }));
  }
  // Minus nought is nought.
  return { ok: true, value: value + 0 };
}

function parseBoolean(option: Phrase, given: unknown): ParsedOption {
  if (typeof given === 'boolean') return { ok: true, value: given };
  if (typeof given === 'object') return refuseKind(option, 'boolean', given);
  const typed = textOf(given);
  if (YES.includes(typed.toLowerCase())) return { ok: true, value: true };
  if (NO.includes(typed.toLowerCase())) return { ok: true, value: false };
  return refuse(phrase('command.wants-yes-no', { option, given: shorten(typed) }));
}

function parseId(option: Phrase, kind: 'role' | 'channel', given: unknown): ParsedOption {
  if (typeof given === 'object') return refuseKind(option, kind, given);
  const typed = textOf(given);
  const [, mentioned, bare] = DISCORD_ID.exec(typed) ?? [];
  const value = mentioned ?? bare;
  if (value !== undefined) return { ok: true, value };
  return refuse(phrase(`command.wants-${kind}`, { option, given: shorten(typed) }));
}

function refuseKind(
  option: Phrase,
  wanted: 'text' | 'number' | 'boolean' | 'role' | 'channel',
  value: unknown,
) {
  const given = Array.isArray(value) ? 'list' : typeof value;
  return refuse(phrase('command.wants-kind', { option, wanted, given }));
}

/** A value that is no object, as it was written. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? typeof value);
}

function refuse(reason: Phrase): { ok: false; reason: Phrase } {
  return { ok: false, reason };
}

function shorten(text: string): string {
  return text.length <= LONGEST_ECHO ? text : `${text.slice(0, LONGEST_ECHO - 1)}…`;
}
