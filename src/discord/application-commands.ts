import { isDeepStrictEqual } from 'node:util';
import {
  type APIApplicationCommandStringOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js';
import { z } from 'zod';
import type { Command, OptionSpec } from '../command.js';
import { findAskCommand } from './bot-settings.js';

/** The entry of a message's menu, under Apps. */
export const ASK_ABOUT_MESSAGE = 'Ask the articles about this';

/** Where the commands are registered: everywhere, or in one server. */
export type Scope = { readonly guildId: string | null };

/**
 * The commands as Discord is told of them. Contexts and integration types exist only in the global scope.
 * With a moderator role, moderators' commands are offered to all, as Discord has no default for a role, and refused
 * when run.
 */
export function describeCommands(
  commands: readonly Command[],
  { guildId }: Scope,
  moderatorRoleId: string | null,
): RESTPostAPIApplicationCommandsJSONBody[] {
  const describeReach = (isForModerators: boolean) => ({
    default_member_permissions:
      isForModerators && moderatorRoleId === null ? String(PermissionFlagsBits.ManageGuild) : null,
    ...(guildId === null
      ? {
          integration_types: [ApplicationIntegrationType.GuildInstall],
          contexts: isForModerators
            ? [InteractionContextType.Guild]
            : [InteractionContextType.Guild, InteractionContextType.BotDM],
        }
      : {}),
  });
  const slash = commands.map((command) => ({
    type: ApplicationCommandType.ChatInput as const,
    name: command.name,
    description: command.description,
    options: Object.entries(command.options)
      .map(([name, spec]) => describeOption(name, spec))
      // Discord refuses a required option after an optional one.
      .toSorted((a, b) => Number(b.required) - Number(a.required)),
    ...describeReach(command.access === 'moderators'),
  }));
  if (findAskCommand(commands) === null) return slash;
  return [
    ...slash,
    { type: ApplicationCommandType.Message, name: ASK_ABOUT_MESSAGE, ...describeReach(false) },
  ];
}

function describeOption(name: string, spec: OptionSpec): APIApplicationCommandStringOption {
  const option = {
    type: ApplicationCommandOptionType.String as const,
    name,
    description: spec.description,
    required: spec.isRequired ?? false,
    max_length: spec.maxLength,
    ...(spec.minLength === undefined ? {} : { min_length: spec.minLength }),
  };
  if (spec.choices !== undefined) return { ...option, choices: [...spec.choices] };
  return spec.complete === undefined ? option : { ...option, autocomplete: true };
}

const nothing = z.null().default(null);
const numbers = z.array(z.number()).transform((list) => list.toSorted((a, b) => a - b));

/** What Discord keeps of a command of ours, with its defaults filled in; anything else about it does not matter. */
const comparable = z.object({
  type: z.number().default(ApplicationCommandType.ChatInput),
  name: z.string(),
  description: z.string().default(''),
  default_member_permissions: z.string().nullable().default(null),
  name_localizations: nothing,
  description_localizations: nothing,
  nsfw: z.boolean().default(false),
  contexts: numbers.nullable().default(null),
  integration_types: numbers.default([ApplicationIntegrationType.GuildInstall]),
  options: z
    .array(
      z.object({
        type: z.number(),
        name: z.string(),
        description: z.string(),
        required: z.boolean().default(false),
        min_length: z.number().nullable().default(null),
        max_length: z.number().nullable().default(null),
        choices: z.array(z.object({ name: z.string(), value: z.string() })).default([]),
        autocomplete: z.boolean().default(false),
        name_localizations: nothing,
        description_localizations: nothing,
      }),
    )
    .default([]),
});

/** Whether the registered commands, as Discord lists them, are the same as ours, in any order. */
export function isSameSet(
  registered: unknown,
  ours: readonly RESTPostAPIApplicationCommandsJSONBody[],
  { guildId }: Scope,
): boolean {
  const toComparable = (list: unknown): unknown => {
    const read = z.array(comparable).safeParse(list);
    if (!read.success) return null;
    return read.data
      .map((command) => (guildId === null ? command : { ...command, contexts: null, integration_types: [] }))
      .toSorted((a, b) => a.type - b.type || (a.name < b.name ? -1 : 1));
  };
  const before = toComparable(registered);
  return before !== null && isDeepStrictEqual(before, toComparable(ours));
}
