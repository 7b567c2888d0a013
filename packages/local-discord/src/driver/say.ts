import { type APIMessage, PermissionFlagsBits } from 'discord-api-types/v10';
import { composeMessage } from '../messages/compose.js';
import type { StoredMessage } from '../messages/message-store.js';
import { publishMessage } from '../messages/publish.js';
import type { Platform } from '../platform.js';
import { canSee, type Person, permissionsIn } from '../world/world.js';
import type { SayOptions, SentMessage } from './actor.js';
import { isTooLarge, LARGEST_FILE, storeFile } from './files.js';

/** Characters of a person's message without a subscription. */
const CONTENT_LENGTH = 2_000;

/** Sends a person's message; throws with a sentence when their client would not. */
export function say(
  platform: Platform,
  person: Person,
  channel: string,
  { content, replyTo, isPinging = true, files = [], forwarding }: SayOptions & { content: string },
): SentMessage {
  const { world, messages, settings, events } = platform;
  const place = world.place(channel);
  const needed =
    place.kind === 'thread' ? PermissionFlagsBits.SendMessagesInThreads : PermissionFlagsBits.SendMessages;
  if (
    !canSee(world, place, person.user.id) ||
    (permissionsIn(world, place, person.user.id) & needed) === 0n
  ) {
    throw new Error(`${person.key} may not send messages in ${place.key}.`);
  }
  // As the client does when it completes a typed @name.
  const text = content.replace(/(^|\s)@bot\b/g, `$1<@${world.bot.id}>`).trim();
  if (text === '' && files.length === 0 && forwarding === undefined)
    throw new Error('The message is empty: write something or attach a file.');
  const large = files.find(isTooLarge);
  if (large !== undefined) throw new Error(`${large.name} cannot be sent: Discord takes ${LARGEST_FILE}.`);
  if (text.length > CONTENT_LENGTH) {
    throw new Error(`The message has ${text.length} characters; Discord takes at most ${CONTENT_LENGTH}.`);
  }
  const referenced = replyTo === undefined ? undefined : messages.find(replyTo);
  if (replyTo !== undefined && (referenced === undefined || referenced.message.channel_id !== place.id)) {
    throw new Error(`There is no message ${replyTo} in ${place.key} to reply to.`);
  }
  if (referenced !== undefined && referenced.visibleTo !== undefined) {
    throw new Error('Nobody can reply to a message that only one person sees.');
  }
  const forwarded = forwarding === undefined ? undefined : findForwarded(platform, person, forwarding);
  const canPingAll =
    (permissionsIn(world, place, person.user.id) & PermissionFlagsBits.MentionEveryone) !== 0n;
  const stored = composeMessage(platform, {
    place,
    author: person.user,
    body: {
      content: text,
      allowed_mentions: {
        parse: canPingAll ? ['users', 'roles', 'everyone'] : ['users', 'roles'],
        replied_user: isPinging,
      },
    },
    attachments: files.map((file) => storeFile(platform, file, place.id)),
    referenced,
    forwarded,
  });
  publishMessage(platform, stored);
  const { message } = stored;
  const findAnswer = () => {
    const since = messages
      .inChannel(place.id)
      .map((candidate) => candidate.message)
      .filter(
        (sent) =>
          sent.author.id === world.bot.id &&
          sent.interaction_metadata === undefined &&
          BigInt(sent.id) > BigInt(message.id),
      );
    // If several people ask at once, a reply says whom it answers.
    const isReplyTo = (sent: APIMessage) => sent.message_reference?.message_id === message.id;
    return since.find(isReplyTo) ?? since.find((sent) => sent.message_reference === undefined);
  };
  return {
    message,
    async answer() {
      const found = await events.waitFor(findAnswer, settings.timing.waitMs);
      if (found !== undefined) return structuredClone(found);
      throw new Error(
        `The bot sent nothing in ${place.key} within ${settings.timing.waitMs} ms of "${text}".`,
      );
    },
    async isUnanswered(withinMs) {
      return (await events.waitFor(findAnswer, withinMs)) === undefined;
    },
  };
}

/** The message to forward; throws with a sentence if the person's client would not forward it. */
function findForwarded({ world, messages }: Platform, person: Person, id: string): StoredMessage {
  const stored = messages.find(id);
  const isSeen =
    stored !== undefined && canSee(world, world.place(stored.message.channel_id), person.user.id);
  if (!isSeen) throw new Error(`${person.key} sees no message ${id} to forward.`);
  if (stored.visibleTo !== undefined)
    throw new Error('Nobody can forward a message that only one person sees.');
  return stored;
}
