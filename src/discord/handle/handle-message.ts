import { setTimeout } from 'node:timers/promises';
import { type Message, MessageType, PermissionFlagsBits } from 'discord.js';
import { type CommandContext, type PreviousAnswer, parseOptions } from '../../command.js';
import { sayIn } from '../../messages/say.js';
import type { Reply } from '../../reply.js';
import { ASKING, type BotSettings, findAskCommand } from '../bot-settings.js';
import { describeError } from '../log-error.js';
import { readMessagePlace } from '../place.js';
import { readAnswer } from '../render/read-answer.js';
import { buildReplyMessage, type ReplyMessage } from '../render/reply-message.js';
import { runCommand } from './run-command.js';

/** Nobody is pinged, not even the person replied to, who is waiting for it anyway. */
const NO_PINGS = { parse: [], repliedUser: false } as const;

/** Milliseconds that the typing indicator may take to be sent; it is rate-limited, and the answer is not to wait for that. */
const TYPING_PATIENCE = 500;

/** Messages that people write; the others are Discord's own (joins, pins, boosts). */
const WRITTEN: readonly MessageType[] = [MessageType.Default, MessageType.Reply];

/** Answers a message that is for us (see `isForUs`): its text is the question. */
export async function handleMessage(message: Message, settings: BotSettings): Promise<void> {
  const asking = findAskCommand(settings.commands);
  if (asking === null || !message.channel.isSendable()) return;
  await Promise.race([
    message.channel
      .sendTyping()
      .catch((error: unknown) =>
        settings.logger.debug({ error: describeError(error) }, 'could not show typing'),
      ),
    setTimeout(TYPING_PATIENCE, undefined, { ref: false }),
  ]);
  const place = await readMessagePlace(message, settings);
  const say = sayIn(place.language);
  const context = await settings.contextAt(place);
  const previous = await readPrevious(message, context);
  const options = { [ASKING.option]: readQuestion(message) };
  const parsed = parseOptions(asking.command, options);
  const origin = { command: asking.command.name, options, userId: message.author.id };
  if (!parsed.ok) {
    const reason =
      options[ASKING.option] === ''
        ? 'Write your question in the same message, and I look for the answer in the articles.'
        : parsed.reason;
    const refused = { kind: 'refused', reason } as const;
    return send(message, buildReplyMessage(refused, { ...origin, isRepeatable: false }, say));
  }
  const { reply, isRepeatable } = await runCommand(asking.command, parsed.values, { ...context, previous });
  await send(message, buildReplyMessage(reply, { ...origin, isRepeatable }, say));
}

/** Tells of a failure where the question was asked. */
export async function apologise(message: Message, reply: Reply): Promise<void> {
  const origin = { command: ASKING.command, options: {}, userId: message.author.id, isRepeatable: false };
  await send(message, buildReplyMessage(reply, origin, sayIn('en')));
}

/** Whether a person puts a message to us: a direct message, a mention, or a reply that pings us. */
export function isForUs(message: Message): boolean {
  if (message.author.bot || message.webhookId !== null || !WRITTEN.includes(message.type)) return false;
  return !message.inGuild() || message.mentions.users.has(message.client.user.id);
}

/** The text without our mention; other mentions as the names they show. */
function readQuestion(message: Message): string {
  const { id } = message.client.user;
  const mention = new RegExp(`<@!?${id}>`, 'gu');
  const shown = message.content.replace(mention, ' ');
  return cleanMentions(shown, message).replace(/\s+/gu, ' ').trim();
}

function cleanMentions(text: string, { mentions }: Message): string {
  return text
    .replace(/<@!?(\d+)>/gu, (whole, id: string) => mentions.users.get(id)?.displayName ?? whole)
    .replace(/<@&(\d+)>/gu, (whole, id: string) => mentions.roles.get(id)?.name ?? whole);
}

/** What the message replied to says, if it is ours; null where it is gone, or not ours, or answers nothing. */
async function readPrevious(message: Message, { corpus }: CommandContext): Promise<PreviousAnswer | null> {
  const id = message.reference?.messageId;
  if (id === undefined || message.type !== MessageType.Reply) return null;
  const replied =
    message.channel.messages.cache.get(id) ?? (await message.fetchReference().catch(() => null));
  if (replied === null || replied.author.id !== message.client.user.id) return null;
  return readAnswer(replied.embeds[0]?.toJSON(), corpus);
}

async function send(message: Message, reply: ReplyMessage): Promise<void> {
  const body = canEmbed(message)
    ? reply
    : {
        content:
          'I need the permission Embed Links in this channel to show excerpts; a moderator can give it.',
      };
  await message.reply({ ...body, failIfNotExists: false, allowedMentions: NO_PINGS });
}

/** Without Embed Links Discord drops the embeds of a message silently; replies to interactions are not subject to it. */
function canEmbed({ channel, client }: Message): boolean {
  if (channel.isDMBased()) return true;
  return channel.permissionsFor(client.user)?.has(PermissionFlagsBits.EmbedLinks) ?? true;
}
