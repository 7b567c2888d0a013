import { ApplicationCommandType, PermissionFlagsBits } from 'discord-api-types/v10';
import { Hono } from 'hono';
import { findUsableCommands } from '../driver/find-command.js';
import { seeMessages } from '../messages/seen-message.js';
import type { Platform } from '../platform.js';
import { CLIENT_LOCALES } from '../world/client-locales.js';
import { canSee, isBotIn } from '../world/world.js';
import { withCitations } from './cited.js';
import type { ReadableTexts } from './readable-texts.js';

/** What the page asks: the world, a channel's messages as one sees them, the commands offered there, the breaches. */
export function createPageQueries(platform: Platform, texts: ReadableTexts): Hono {
  const { world } = platform;
  const queries = new Hono();
  queries.get('/world', (context) =>
    context.json({
      bot: world.bot,
      isBotOnline: platform.gateway.isOnline(),
      people: world.people.map(({ key, user, locale, hasInstalled }) => ({
        key,
        id: user.id,
        name: user.global_name ?? user.username,
        standing: describeStanding(platform, user.id),
        locale,
        hasInstalled,
        channels: world
          .places()
          .filter((place) => canSee(world, place, user.id))
          .map(({ id }) => id),
      })),
      locales: CLIENT_LOCALES,
      servers: world.servers.map(({ id, key, name, hasBot, roles }) => ({
        id,
        key,
        name,
        hasBot,
        roles: roles.map((role) => ({ id: role.id, name: role.name })),
      })),
      channels: world.places().map((place) => {
        const { id, key, name, kind, guildId, topic } = place;
        return { id, key, name, kind, guildId, topic, hasBot: isBotIn(world, place) };
      }),
    }),
  );
  queries.get('/messages', (context) => {
    const { channel = '', as = '' } = context.req.query();
    const seen = seeMessages(platform, world.place(channel), world.person(as));
    return context.json(seen.map((message) => withCitations(texts, message)));
  });
  queries.get('/commands', (context) => {
    const { channel = '', as = '' } = context.req.query();
    const offered = (type: ApplicationCommandType) =>
      findUsableCommands(platform, world.person(as), world.place(channel), type).map(
        ({ command }) => command,
      );
    return context.json({
      chat: offered(ApplicationCommandType.ChatInput),
      message: offered(ApplicationCommandType.Message),
    });
  });
  queries.get('/payload', (context) => {
    const { message = '', as = '' } = context.req.query();
    const person = world.person(as);
    const stored = platform.messages.find(message);
    const seen =
      stored === undefined ? [] : seeMessages(platform, world.place(stored.message.channel_id), person);
    const found = seen.find((candidate) => candidate.message.id === message);
    if (found === undefined) return context.json({ error: 'This message is not there any more.' }, 404);
    return context.json({ message: found.message, requests: platform.requests.about(message) });
  });
  queries.get('/breaches', (context) => context.json(platform.requests.breaches()));
  return queries;
}

/** What someone is in the bot's servers, in a word for the page's list of people. */
function describeStanding({ world }: Platform, userId: string): string {
  const servers = world.servers.filter(({ hasBot }) => hasBot);
  if (servers.some(({ ownerId }) => ownerId === userId)) return 'owner';
  const mayManage = servers.some(
    ({ id }) => (world.permissions(id, userId) & PermissionFlagsBits.ManageGuild) !== 0n,
  );
  return mayManage ? 'moderator' : 'member';
}
