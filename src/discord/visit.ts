import { type BaseInteraction, type Message, PermissionFlagsBits } from 'discord.js';
import type { Command } from '../bot/command.js';
import type { Place } from '../bot/place.js';
import { type Language, languageOf } from '../messages/language.js';
import type { Say } from '../messages/phrase.js';
import { sayIn } from '../messages/say.js';
import type { ServerSettings } from '../store/server-settings.js';
import type { BotSettings } from './bot-settings.js';

/** An event as to who it is from and where: read once, for all that is done about it. */
export interface Visit {
  readonly place: Place;
  /** Says phrases in the language of the place. */
  readonly say: Say;
  /** How the bot behaves in the server of the place; null if there is none. */
  readonly server: ServerSettings | null;
  /** The command of ours that was typed or chosen; null for everything else, and for one that is no longer there. */
  readonly command: Command | null;
}

/** What a visit is read with. */
type Readers = Pick<BotSettings, 'settings' | 'operators' | 'locales'>;

/**
 * Where an interaction comes from, and what its user may do there. A server that the bot is no member of, where
 * somebody uses it who has installed it for themselves, is no place of its own: nothing of any server is seen there.
 */
export async function readVisit(
  interaction: BaseInteraction,
  command: Command | null,
  readers: Readers,
): Promise<Visit> {
  const { user, locale } = interaction;
  readers.locales.note(user.id, locale);
  const guildId = findServer(interaction);
  const server = await readServer(guildId, readers);
  const place = {
    guildId,
    userId: user.id,
    isModerator: server !== null && isModerator(interaction, server.moderatorRoleId),
    isOperator: readers.operators.has(user.id),
    language: languageOf(server?.language ?? locale),
  };
  return { place, say: sayIn(place.language), server, command };
}

/**
 * Where a message was written; nobody looks after anything by a message. Messages do not tell their author's language:
 * in a server it is the one set there, else the server's own; in direct messages that of the author's last command or
 * button since the bot was started, else English.
 */
export async function readMessageVisit(message: Message, readers: Readers): Promise<Visit> {
  const { guildId, author } = message;
  const server = await readServer(guildId, readers);
  const place = {
    guildId,
    userId: author.id,
    isModerator: false,
    isOperator: readers.operators.has(author.id),
    language: chooseLanguage(message, server, readers),
  };
  return { place, say: sayIn(place.language), server, command: null };
}

async function readServer(guildId: string | null, { settings }: Readers): Promise<ServerSettings | null> {
  return guildId === null ? null : settings.deskOf(guildId).read();
}

function chooseLanguage(
  { guild, author }: Message,
  server: ServerSettings | null,
  { locales }: Readers,
): Language {
  if (guild === null) return languageOf(locales.of(author.id) ?? 'en');
  return languageOf(server?.language ?? guild.preferredLocale);
}

/** The server that an interaction comes from, if the bot is a member of it. */
function findServer({ guildId, client }: BaseInteraction): string | null {
  return guildId !== null && client.guilds.cache.has(guildId) ? guildId : null;
}

function isModerator({ memberPermissions, member }: BaseInteraction, roleId: string | null): boolean {
  if (memberPermissions?.has(PermissionFlagsBits.ManageGuild) === true) return true;
  if (roleId === null || member === null) return false;
  return Array.isArray(member.roles) ? member.roles.includes(roleId) : member.roles.cache.has(roleId);
}
