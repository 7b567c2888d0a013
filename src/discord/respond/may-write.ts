import { type Message, PermissionFlagsBits, type PermissionResolvable } from 'discord.js';

/** Whether we may write where a message is: what fails for want of that is nobody's to hear of there. */
export function mayWrite(message: Message): boolean {
  const { SendMessages, SendMessagesInThreads, ViewChannel } = PermissionFlagsBits;
  return has(message, [ViewChannel, message.channel.isThread() ? SendMessagesInThreads : SendMessages]);
}

/** Whether we may do so as a reply to it, which Discord refuses to whom may not read what was written before. */
export function mayReply(message: Message): boolean {
  return has(message, PermissionFlagsBits.ReadMessageHistory);
}

/** In direct messages everything; if our own permissions are not known, Discord tells. */
function has({ channel, client }: Message, permissions: PermissionResolvable): boolean {
  return channel.isDMBased() || (channel.permissionsFor(client.user)?.has(permissions) ?? true);
}
