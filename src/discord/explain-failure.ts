import { DiscordAPIError, RESTJSONErrorCodes } from 'discord.js';
import { type Phrase, phrase } from '../messages/phrase.js';
import { isDiskFull } from '../store/disk-full.js';

/** Whether the message that was to show something, or that was pressed on, has been deleted: that is nobody's failure. */
export function isMessageGone(error: unknown): boolean {
  return error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.UnknownMessage;
}

/** What is said of a failure to whoever waits. */
export function explainFailure(error: unknown): Phrase {
  if (isMessageGone(error)) return phrase('discord.message-gone');
  return isDiskFull(error) ? phrase('discord.disk-full') : phrase('discord.failed');
}
