import { type BaseInteraction, ChannelType } from 'discord.js';
import type { Command } from '../../bot/command.js';
import { ASKING } from '../bot-settings.js';

/** What the buttons under a reply offer besides other pages and the reply's own actions. */
export interface Offers {
  /** To open the cited passages here. */
  readonly opensPassages: boolean;
  /** To open the text around the first. */
  readonly opensContext: boolean;
  /** To say that it is the wrong passage. */
  readonly takesReports: boolean;
  /** To show it to the whole channel. */
  readonly isShareable: boolean;
  /** To go on in a thread. */
  readonly opensThread: boolean;
}

/** No button of these, as under what such a button has shown. */
export const NO_OFFERS: Offers = {
  opensPassages: false,
  opensContext: false,
  takesReports: false,
  isShareable: false,
  opensThread: false,
};

/** What can be offered under a command's reply to this interaction. */
export function chooseOffers(
  { channel }: Pick<BaseInteraction, 'channel'>,
  command: Command,
  { isPrivate, hasServer }: { readonly isPrivate: boolean; readonly hasServer: boolean },
): Offers {
  const isAlone = channel?.type === ChannelType.DM;
  return {
    opensPassages: command.isOffered,
    opensContext: command.isOffered || command.name === 'passage open',
    takesReports: command.name === ASKING.command && hasServer,
    isShareable: isPrivate && !isAlone && isForAll(command),
    opensThread: false,
  };
}

/** Whether a command's reply is anybody's business: not a moderator's, and not one that is private in any case. */
export function isForAll({ access, isPrivate }: Command): boolean {
  return access === 'everyone' && !isPrivate;
}
