import { type BaseInteraction, type Message, PermissionFlagsBits } from 'discord.js';
import type { Place } from '../bot/place.js';
import { type Language, languageOf } from '../messages/language.js';
import type { BotSettings } from './bot-settings.js';

/** What a place is read with. */
type Readers = Pick<BotSettings, 'settings' | 'operators' | 'locales'>;

/**
 * Where an interaction comes from, and what its user may do there. A server that the bot is no member of, where
 * somebody uses it who has installed it for themselves, is no place of its own: nothing of any server is seen there.
 */
export async function readPlace(interaction: BaseInteraction, readers: Readers): Promise<Place> {
  const { user, locale } = interaction;
  readers.locales.note(user.id, locale);
  const guildId = findServer(interaction);
  const server = guildId === null ? null : await readers.settings.deskOf(guildId).read();
  return {
    guildId,
    userId: user.id,
    isModerator: server !== null && isModerator(interaction, server.moderatorRoleId),
    isOperator: readers.operators.has(user.id),
    language: languageOf(server?.language ?? locale),
  };
}

/**
 * Where a message was written; nobody looks after anything by a message. Messages do not tell their author's language:
 * in a server it is the one set there, else the server's own; in direct messages that of the author's last command or
 * button since the bot was started, else English.
 */
export async function readMessagePlace(message: Message, readers: Readers): Promise<Place> {
  const { guildId, author } = message;
  return {
    guildId,
    userId: author.id,
    isModerator: false,
    isOperator: readers.operators.has(author.id),
    language: await readLanguage(message, readers),
  };
}

async function readLanguage({ guild, author }: Message, { settings, locales }: Readers): Promise<Language> {
  if (guild === null) return languageOf(locales.of(author.id) ?? 'en');
  const { language } = await settings.deskOf(guild.id).read();
  return languageOf(language ?? guild.preferredLocale);
}

/** The server that an interaction comes from, if the bot is a member of it. */
export function findServer({ guildId, client }: BaseInteraction): string | null {
  return guildId !== null && client.guilds.cache.has(guildId) ? guildId : null;
}

function isModerator({ memberPermissions, member }: BaseInteraction, roleId: string | null): boolean {
  if (memberPermissions?.has(PermissionFlagsBits.ManageGuild) === true) return true;
  if (roleId === null || member === null) return false;
  return Array.isArray(member.roles) ? member.roles.includes(roleId) : member.roles.cache.has(roleId);
}
