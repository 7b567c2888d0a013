import {
  type APIApplicationCommandBasicOption,
  ApplicationCommandOptionType,
  ChannelType,
  type ChatInputCommandInteraction,
} from 'discord.js';
import type { Command } from '../bot/command.js';
import { isTextOption, type OptionSpec, type TextOption } from '../bot/option.js';
import { commandKey, optionKey } from '../messages/command-words.js';
import { localiseDescription, localiseName } from './localisations.js';
import { offersPrivacy, PRIVATE, PRIVATE_OPTION } from './private-option.js';

/** Channels that people write in, or whose posts they write in. */
const WRITTEN_IN = [
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.GuildForum,
  ChannelType.GuildVoice,
] as const;

/** A command's options as Discord is told of them, with the one for a private reply if the command takes it. */
export function describeOptions(command: Command): APIApplicationCommandBasicOption[] {
  const specs = Object.entries<OptionSpec>(command.options).map(
    ([name, spec]) => [name, spec, optionKey(command.name, name)] as const,
  );
  if (offersPrivacy(command)) specs.push([PRIVATE, PRIVATE_OPTION, commandKey(PRIVATE)]);
  return (
    specs
      .map(([name, spec, key]) => describeOption(name, spec, key))
      // Discord refuses a required option after an optional one.
      .toSorted((a, b) => Number(b.required ?? false) - Number(a.required ?? false))
  );
}

function describeOption(name: string, spec: OptionSpec, key: string): APIApplicationCommandBasicOption {
  const { description, isRequired: required = false } = spec;
  const common = {
    name,
    ...localiseName(`${key}.name`),
    description,
    ...localiseDescription(`${key}.description`),
    required,
  };
  if (isTextOption(spec)) return describeText(common, spec, key);
  switch (spec.kind) {
    case 'integer':
      return {
        type: ApplicationCommandOptionType.Integer,
        ...common,
        min_value: spec.least,
        max_value: spec.most,
      };
    case 'boolean':
      return { type: ApplicationCommandOptionType.Boolean, ...common };
    case 'role':
      return { type: ApplicationCommandOptionType.Role, ...common };
    case 'channel':
      return { type: ApplicationCommandOptionType.Channel, ...common, channel_types: [...WRITTEN_IN] };
  }
}

interface CommonParts {
  readonly name: string;
  readonly description: string;
  readonly required: boolean;
}

function describeText(common: CommonParts, spec: TextOption, key: string): APIApplicationCommandBasicOption {
  const option = {
    type: ApplicationCommandOptionType.String as const,
    ...common,
    max_length: spec.maxLength,
    ...(spec.minLength === undefined ? {} : { min_length: spec.minLength }),
  };
  if (spec.choices !== undefined) {
    const choices = spec.choices.map(({ name, value }) => ({
      name,
      ...localiseName(`${key}.choice.${value}`),
      value,
    }));
    return { ...option, choices };
  }
  return spec.complete === undefined ? option : { ...option, autocomplete: true };
}

type Named = Pick<ChatInputCommandInteraction, 'commandName'> & {
  readonly options: Pick<ChatInputCommandInteraction['options'], 'getSubcommand' | 'getSubcommandGroup'>;
};

/** The whole name of the command that an interaction is about, with its sub-command. */
export function readCommandName({ commandName, options }: Named): string {
  const words = [commandName, options.getSubcommandGroup(false), options.getSubcommand(false)];
  return words.filter((word) => word !== null).join(' ');
}

/** The options that a user gave, by name; roles and channels by id. */
export function readOptions({ options }: ChatInputCommandInteraction): Record<string, unknown> {
  const [first] = options.data;
  const given =
    first?.options ?? (first?.type === ApplicationCommandOptionType.Subcommand ? [] : options.data);
  return Object.fromEntries(given.map(({ name, value }) => [name, value]));
}
