import type { Client, Guild, Message } from 'discord.js';
import { cleanQuestion, type ShownNames } from '../../language/clean-question.js';

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

/** A message's text as people read it, or that of the message it forwards; empty where neither has any. */
export function readText(message: Message): string {
  const own = cleanQuestion(message.content, namesShownIn(message));
  return own === '' ? readForwarded(message) : own;
}

/** The text of what a message forwards, which carries its own copy of it; empty where it forwards no text. */
export function readForwarded(message: Message): string {
  const names = namesShownIn(message);
  return message.messageSnapshots
    .map(({ content }) => cleanQuestion(content ?? '', names))
    .join(' ')
    .trim();
}
