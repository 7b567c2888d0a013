import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js';
import type { Command } from '../bot/command.js';
import { readCatalogue } from '../messages/catalogue.js';
import { commandKey } from '../messages/command-words.js';
import { findAskCommand } from './bot-settings.js';
import { describeOptions } from './command-options.js';
import { localiseDescription, localiseName } from './localisations.js';

/** The entry of a message's menu, under Apps, in English; Discord sends it so from every locale. */
export const ASK_ABOUT_MESSAGE = 'Ask the articles about this';

/** Where its name is in the catalogues. */
const ASK_ABOUT_MESSAGE_KEY = 'command.ask-about-message.name';

/** Where the commands are registered: everywhere, or in one server. */
export type Scope = { readonly guildId: string | null };

/**
 * The offered commands as Discord is told of them; those of two words as sub-commands of their first. Contexts and
 * integration types exist only in the global scope: everybody's commands work wherever somebody has installed them,
 * for a server or for themselves, the others in servers that have installed them, and in direct messages where they
 * do something there for who runs the bot.
 *
 * With a moderator role, moderators' commands are offered to all, as Discord has no default for a role, and refused
 * when run.
 */
export function describeCommands(
  commands: readonly Command[],
  { guildId }: Scope,
  moderatorRoleId: string | null,
): RESTPostAPIApplicationCommandsJSONBody[] {
  const describeReach = (isForEverybody: boolean, worksAlone = false) => ({
    default_member_permissions:
      isForEverybody || moderatorRoleId !== null ? null : String(PermissionFlagsBits.ManageGuild),
    ...(guildId === null ? describeInstallation(isForEverybody, worksAlone) : {}),
  });
  const slash = groupCommands(commands).map(({ name, members }) => ({
    type: ApplicationCommandType.ChatInput as const,
    name,
    ...localiseName(`${commandKey(name)}.name`),
    ...describeGroup(name, members),
    // What holds for a group holds for all its commands: one for everybody opens it, and the others refuse when run.
    ...describeReach(
      members.some(({ access }) => access === 'everyone'),
      members.some(({ worksAlone }) => worksAlone),
    ),
  }));
  if (findAskCommand(commands) === null) return slash;
  return [
    ...slash,
    {
      type: ApplicationCommandType.Message,
      name: ASK_ABOUT_MESSAGE,
      ...localiseName(ASK_ABOUT_MESSAGE_KEY),
      ...describeReach(true),
    },
  ];
}

function describeInstallation(isForEverybody: boolean, worksAlone: boolean) {
  const { GuildInstall, UserInstall } = ApplicationIntegrationType;
  const { Guild, BotDM, PrivateChannel } = InteractionContextType;
  return isForEverybody
    ? { integration_types: [GuildInstall, UserInstall], contexts: [Guild, BotDM, PrivateChannel] }
    : { integration_types: [GuildInstall], contexts: worksAlone ? [Guild, BotDM] : [Guild] };
}

interface CommandGroup {
  readonly name: string;
  readonly members: readonly Command[];
}

/** The offered commands by their first word, in their order. */
function groupCommands(commands: readonly Command[]): CommandGroup[] {
  const groups = new Map<string, Command[]>();
  for (const command of commands.filter(({ isOffered }) => isOffered)) {
    const [first = ''] = command.name.split(' ');
    groups.set(first, [...(groups.get(first) ?? []), command]);
  }
  return [...groups].map(([name, members]) => ({ name, members }));
}

function describeGroup(name: string, members: readonly Command[]) {
  const [only] = members;
  if (only !== undefined && only.name === name) {
    return { ...describeWords(only), options: describeOptions(only) };
  }
  const subCommands = members.map((command) => ({
    type: ApplicationCommandOptionType.Subcommand as const,
    name: lastWord(command),
    ...localiseName(`${commandKey(command.name)}.name`),
    ...describeWords(command),
    options: describeOptions(command),
  }));
  const key = `${commandKey(name)}.description`;
  const description = readCatalogue('en')[key] ?? members.map(lastWord).join(', ');
  return { description, ...localiseDescription(key), options: subCommands };
}

function describeWords({ name, description }: Command) {
  return { description, ...localiseDescription(`${commandKey(name)}.description`) };
}

function lastWord({ name }: Command): string {
  return name.slice(name.indexOf(' ') + 1);
}
