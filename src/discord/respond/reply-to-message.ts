import type { Message } from 'discord.js';
import type { Say } from '../../messages/phrase.js';
import { buildPlainMessage, type ReplyMessage } from '../render/reply-message.js';
import { mayReply } from './may-write.js';
import type { Stage } from './stage.js';

/** Nobody is pinged, not even the person replied to, who is waiting for it anyway. */
const NO_PINGS = { parse: [], repliedUser: false } as const;

/** An answer as a reply to a message, or below it if we may not reply; a quiet one does not tell that it is coming. */
export function asReplyTo(message: Message, say: Say, { isQuiet = false } = {}): Stage {
  let sent: Message | null = null;
  const show = async (shown: ReplyMessage): Promise<void> => {
    sent = sent === null ? await send(message, shown) : await sent.edit({ ...shown, attachments: [] });
  };
  return {
    announce: () => Promise.resolve(),
    showProgress: isQuiet ? () => Promise.resolve() : show,
    show,
    refuse: (reason) => show(buildPlainMessage({ kind: 'refused', reason }, say)),
    clear: async () => {
      await sent?.delete();
    },
  };
}

async function send(message: Message, shown: ReplyMessage): Promise<Message | null> {
  const body = { ...shown, allowedMentions: NO_PINGS };
  if (mayReply(message)) return message.reply({ ...body, failIfNotExists: false });
  return message.channel.isSendable() ? message.channel.send(body) : null;
}
