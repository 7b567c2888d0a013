import type { APIButtonComponentWithCustomId } from 'discord.js';
import { phrase, type Say } from '../../messages/phrase.js';
import { buildButton } from './action-rows.js';
import type { Offers } from './offers.js';

/** The custom_ids of what works on the message that it is under, and needs nothing besides. */
export const WRONG_PASSAGE = 'wrong:|';
export const SHARE = 'share:|';
export const THREAD = 'thread:|';

/** The buttons of the offers that need no excerpt. */
export function buildOfferButtons(
  { takesReports, isShareable, opensThread }: Offers,
  hasExcerpts: boolean,
  say: Say,
): APIButtonComponentWithCustomId[] {
  return [
    ...(takesReports && hasExcerpts
      ? [buildButton(WRONG_PASSAGE, say(phrase('discord.wrong-passage')))]
      : []),
    ...(isShareable ? [buildButton(SHARE, say(phrase('discord.share')))] : []),
    ...(opensThread ? [buildButton(THREAD, say(phrase('discord.open-thread')))] : []),
  ];
}
