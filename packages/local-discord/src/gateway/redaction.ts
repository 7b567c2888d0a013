import type { APIMessage } from 'discord-api-types/v10';

const NO_CONTENT = { content: '', embeds: [], attachments: [], components: [] };

/**
 * A message as Discord gives it to a bot without the message-content intent: content, embeds, attachments and
 * components are emptied, also in what it forwards, except in the bot's own messages, in direct messages, and if the bot is mentioned (a
 * reply that pings it mentions it). A message replied to is judged for itself.
 * Source: https://discord.com/developers/docs/events/gateway#message-content-intent
 */
export function redactMessage<T extends APIMessage>(message: T, botId: string, isDirect: boolean): T {
  const { referenced_message: referenced } = message;
  const redacted =
    referenced === undefined || referenced === null
      ? message
      : { ...message, referenced_message: redactMessage(referenced, botId, isDirect) };
  const isReadable =
    isDirect || message.author.id === botId || message.mentions.some((user) => user.id === botId);
  if (isReadable) return redacted;
  const { message_snapshots: snapshots } = redacted;
  const copies = snapshots?.map(({ message: copy }) => ({ message: { ...copy, ...NO_CONTENT } }));
  return { ...redacted, ...NO_CONTENT, ...(copies === undefined ? {} : { message_snapshots: copies }) };
}
