import type { Message } from 'discord.js';
import { isOpenQuestion } from '../../answer/open-question.js';
import type { BotSettings } from '../bot-settings.js';
import { readMessageVisit } from '../visit.js';
import { answerQuietly, handleMessage } from './handle-message.js';
import { checkMessage, mayOverhear } from './refuse-haste.js';
import { isInOurThread } from './reply-chain.js';

/** Whether a message may be a question to everybody: written by a person, in a server, to nobody but us. */
export function mayBeOpen(message: Message): boolean {
  const { author, webhookId, content } = message;
  return !author.bot && webhookId === null && !isToSomebody(message) && isOpenQuestion(content);
}

/** Replies are to whom they reply to, which may be us, and whose names it has. */
function isToSomebody({ mentions, reference, client }: Message): boolean {
  if (mentions.everyone || mentions.users.size > 0 || mentions.roles.size > 0) return true;
  return reference !== null && mentions.repliedUser?.id !== client.user.id;
}

/**
 * Answers a question in a channel that moderators have opened, or in a thread of it; says nothing if the articles
 * say nothing, or if it comes too soon, as nobody asked the bot by name. A thread that the bot has opened is there
 * to ask it. True if it answered.
 */
export async function handleOpenQuestion(message: Message, settings: BotSettings): Promise<boolean> {
  if (message.guildId === null) return false;
  const visit = await readMessageVisit(message, settings);
  if (isInOurThread(message)) {
    if (checkMessage(message, visit, settings) !== null) return false;
    await handleMessage(message, visit, settings);
    return true;
  }
  if (visit.server?.openChannelIds.includes(findChannel(message)) !== true) return false;
  if (!mayOverhear(message, visit, settings) || !(await answerQuietly(message, visit, settings)))
    return false;
  checkMessage(message, visit, settings);
  return true;
}

function findChannel({ channel }: Message): string {
  return (channel.isThread() ? channel.parentId : null) ?? channel.id;
}
