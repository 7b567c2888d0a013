import {
  type APIApplicationCommandOption,
  ApplicationCommandOptionType as Kind,
} from 'discord-api-types/v10';
import { z } from 'zod';
import { toChannel } from '../world/channel-payload.js';
import type { OptionValue, OptionValues } from './actor.js';
import { isTooLarge, LARGEST_FILE } from './files.js';
import { attachFile, type Naming, resolve } from './resolved.js';

/** An option as the interaction's payload has it. */
export interface SentOption {
  name: string;
  type: number;
  value?: string | number | boolean;
  focused?: true;
  options?: SentOption[];
}

/** What a client makes of typed options: the payload's, or the sentence with which it refuses to send them. */
export type BuiltOptions = { options: SentOption[] } | { refused: string };

/** Where options are typed. */
interface OptionContext extends Naming {
  /** The option being typed, when it is an autocomplete: then nothing is required yet and the value may be unfinished. */
  focused: string | undefined;
}

/** Builds the options of a command, walking down `path` (sub-command group and sub-command), as Discord's client checks them. */
export function buildOptions(
  declared: readonly APIApplicationCommandOption[],
  path: readonly string[],
  values: OptionValues,
  context: OptionContext,
): BuiltOptions {
  const [step, ...rest] = path;
  const subs = declared.filter(({ type }) => type === Kind.Subcommand || type === Kind.SubcommandGroup);
  if (step !== undefined || subs.length > 0) {
    const sub = subs.find(({ name }) => name === step);
    if (sub === undefined || !('options' in sub || sub.type === Kind.Subcommand)) {
      return {
        refused: `There is no sub-command "${step ?? ''}"; there are: ${subs.map(({ name }) => name).join(', ')}.`,
      };
    }
    const inner = 'options' in sub && Array.isArray(sub.options) ? sub.options : [];
    const built = buildOptions(inner, rest, values, context);
    return 'refused' in built
      ? built
      : { options: [{ name: sub.name, type: sub.type, options: built.options }] };
  }
  const stranger = Object.keys(values).find((name) => !declared.some((option) => option.name === name));
  if (stranger !== undefined) return { refused: `The command has no option "${stranger}".` };
  const options: SentOption[] = [];
  for (const option of declared) {
    const value = values[option.name] ?? (context.focused === option.name ? '' : undefined);
    if (value === undefined) {
      const isRequired = 'required' in option && option.required === true;
      if (isRequired && context.focused === undefined)
        return { refused: `The option "${option.name}" is required.` };
      continue;
    }
    const built = buildValue(option, value, context);
    if (typeof built === 'object') return built;
    options.push({
      name: option.name,
      type: option.type,
      value: built,
      ...(context.focused === option.name ? { focused: true as const } : {}),
    });
  }
  return { options };
}

const limitsSchema = z.object({
  min_value: z.number().optional(),
  max_value: z.number().optional(),
  min_length: z.number().optional(),
  max_length: z.number().optional(),
  choices: z.array(z.object({ name: z.string(), value: z.union([z.string(), z.number()]) })).optional(),
  channel_types: z.array(z.number()).optional(),
});

/** Characters of a string option if the declaration sets no limit. */
const STRING_LENGTH = 6_000;

function buildValue(
  option: APIApplicationCommandOption,
  value: OptionValue,
  context: OptionContext,
): string | number | boolean | { refused: string } {
  const refuse = (what: string) => ({ refused: `The option "${option.name}" ${what}.` });
  const limits = limitsSchema.parse(option);
  if (context.focused === option.name)
    return typeof value === 'object' ? refuse('takes no file') : String(value);
  if (limits.choices !== undefined && limits.choices.length > 0) {
    const chosen = limits.choices.find((choice) => choice.value === value || choice.name === value);
    return chosen === undefined
      ? refuse(`takes one of: ${limits.choices.map(({ name }) => name).join(', ')}`)
      : chosen.value;
  }
  switch (option.type) {
    case Kind.String: {
      const most = limits.max_length ?? STRING_LENGTH;
      const least = limits.min_length ?? 0;
      if (typeof value !== 'string') return refuse('takes text');
      // The client does not send blanks: it counts the option as not filled in.
      if (value.trim() === '') return refuse('is empty');
      if (value.length < least || value.length > most) return refuse(`takes ${least} to ${most} characters`);
      return value;
    }
    case Kind.Integer:
    case Kind.Number: {
      if (typeof value !== 'number' || (option.type === Kind.Integer && !Number.isInteger(value))) {
        return refuse(option.type === Kind.Integer ? 'takes a whole number' : 'takes a number');
      }
      const isTooSmall = limits.min_value !== undefined && value < limits.min_value;
      const isTooLarge = limits.max_value !== undefined && value > limits.max_value;
      return isTooSmall || isTooLarge
        ? refuse(`takes a number from ${limits.min_value ?? '-∞'} to ${limits.max_value ?? '∞'}`)
        : value;
    }
    case Kind.Boolean:
      return typeof value === 'boolean' ? value : refuse('takes true or false');
    case Kind.Attachment:
      if (typeof value !== 'object') return refuse('takes a file');
      return isTooLarge(value) ? refuse(`takes ${LARGEST_FILE}`) : attachFile(value, context);
    default: {
      if (typeof value !== 'string') return refuse('takes a name or an id');
      const types = option.type === Kind.Channel ? (limits.channel_types ?? []) : [];
      const { world } = context.platform;
      if (types.length > 0 && !types.includes(toChannel(world, world.place(value)).type))
        return refuse('takes no channel of that type');
      return resolve(option.type, value, context);
    }
  }
}
