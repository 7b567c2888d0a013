import { type Client, DiscordAPIError, RESTJSONErrorCodes } from 'discord.js';
import type { Logger } from 'pino';
import { languageOf } from '../messages/language.js';
import type { Phrase } from '../messages/phrase.js';
import { sayIn } from '../messages/say.js';
import type { SettingsBook } from '../server/settings-book.js';
import { describeError } from './log-error.js';
import { escapeLine } from './render/markup.js';

/** Something to tell a member of a server; `words` are given the server's name. */
export interface Telling {
  readonly guildId: string;
  readonly userId: string;
  readonly words: (server: string) => Phrase;
}

/** Characters of such a message at most: a sentence or three, with an address. */
const LONGEST = 1_500;

/** What Discord answers if a member takes no direct messages, or is not reached any more, and for a server that the bot has left. */
const EXPECTED: ReadonlySet<string | number> = new Set([
  RESTJSONErrorCodes.CannotSendMessagesToThisUser,
  RESTJSONErrorCodes.UnknownGuild,
  RESTJSONErrorCodes.UnknownUser,
  RESTJSONErrorCodes.MissingAccess,
]);

/**
 * Tells a member in direct messages, in the language of their server. Never throws: who takes no such messages, or of a server that the bot has
 * left, is told nothing.
 */
export async function tellMember(
  client: Client,
  { guildId, userId, words }: Telling,
  { settings, logger }: { readonly settings: SettingsBook; readonly logger: Logger },
): Promise<void> {
  try {
    // Another process may hold the server's connection.
    const guild = await client.guilds.fetch(guildId);
    const { language } = await settings.deskOf(guildId).read();
    const say = sayIn(languageOf(language ?? guild.preferredLocale));
    await client.users.send(userId, escapeLine(say(words(guild.name)), LONGEST));
  } catch (error) {
    const isExpected = error instanceof DiscordAPIError && EXPECTED.has(error.code);
    if (!isExpected) logger.warn({ error: describeError(error) }, 'a member could not be told');
  }
}
