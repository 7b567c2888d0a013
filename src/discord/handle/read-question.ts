import type { Client, Guild, Message, Role } from 'discord.js';
import { cleanQuestion, type ShownNames } from '../../language/clean-question.js';
import { isPointing } from '../../language/pointing-question.js';
import { cutWords } from '../render/cut-words.js';
import { findReplied } from './reply-chain.js';

/** Where the names are looked up that Discord shows for its marks. */
interface Shown {
  readonly client: Client;
  readonly guild: Guild | null;
  readonly mentions?: Message['mentions'];
}

/** The names of people, roles and channels as far as the bot has met them: in the message, in the server, anywhere. Its own is none: who names it speaks to it. */
export function namesShownIn({ client, guild, mentions }: Shown): ShownNames {
  const findName = (id: string): string | null =>
    guild?.members.cache.get(id)?.displayName ??
    mentions?.users.get(id)?.displayName ??
    client.users.cache.get(id)?.displayName ??
    null;
  return {
    user: (id) => (id === client.user?.id ? null : findName(id)),
    role: (id) => mentions?.roles.get(id)?.name ?? guild?.roles.cache.get(id)?.name ?? null,
    channel: (id) => {
      const channel = guild?.channels.cache.get(id) ?? client.channels.cache.get(id);
      return channel !== undefined && 'name' in channel ? channel.name : null;
    },
  };
}

/** A message's text as people read it, or that of the message it forwards; empty if neither has any. */
export function readText(message: Message): string {
  const own = cleanQuestion(message.content, namesShownIn(message));
  return own === '' ? readForwarded(message) : own;
}

/** The text of what a message forwards, which carries its own copy of it; empty if it forwards no text. */
function readForwarded(message: Message): string {
  const names = namesShownIn(message);
  return message.messageSnapshots
    .map(({ content }) => cleanQuestion(content ?? '', names))
    .join(' ')
    .trim();
}

/** Whether it mentions the role that Discord has given us, which has our name; its text comes only with the Message Content intent. */
export function mentionsOurRole(message: Message): boolean {
  const role = findOurRole(message);
  return role !== null && message.mentions.roles.has(role.id);
}

function findOurRole({ guild, client }: Message): Role | null {
  return guild?.roles.botRoleFor(client.user) ?? null;
}

/**
 * What a message asks: its own text or, if that only points to the message of somebody else that it replies to
 * ("is this true?"), that one's; null if that one's is hidden from bots, as it is without the Message Content intent.
 */
export async function readAsked(message: Message, most: number): Promise<string | null> {
  const own = readQuestion(message);
  if (own !== '' && !isPointing(own)) return own;
  const replied = await findReplied(message);
  if (replied === null || replied.author.id === message.client.user.id) return own;
  const text = readText(replied);
  return text === '' ? null : cutWords(text, most);
}

/** The text without our mention; other mentions as the names they show. */
function readQuestion(message: Message): string {
  const { id } = message.client.user;
  const mention = new RegExp(`<@!?${id}>|<@&${findOurRole(message)?.id ?? id}>`, 'gu');
  const shown = message.content.replace(mention, ' ');
  const cleaned = cleanQuestion(shown, namesShownIn(message));
  return cleaned === '' ? readForwarded(message) : cleaned;
}
