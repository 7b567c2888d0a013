import { type Client, PermissionFlagsBits } from 'discord.js';
import type { Connection } from '../bot/connection.js';
import type { Place } from '../bot/place.js';

/** What an answer in a channel needs. */
const ANSWERING = [PermissionFlagsBits.ViewChannel, PermissionFlagsBits.SendMessages] as const;

/** How the bot is with Discord at this moment, as seen from one place: names of that server alone. */
export function describeConnection(
  client: Client<true>,
  { guildId }: Place,
  { isReadingMessages }: { readonly isReadingMessages: boolean },
): Connection {
  const guild = guildId === null ? undefined : client.guilds.cache.get(guildId);
  const isKnown = guild === undefined || guild.available;
  const shard = guild?.shardId ?? 0;
  const latency = client.ws.shards.get(shard)?.ping ?? -1;
  return {
    servers: client.guilds.cache.size,
    shard,
    shards: client.ws.shards.size,
    latency: latency < 0 ? null : latency,
    uptime: process.uptime() * 1000,
    memory: process.memoryUsage.rss(),
    isReadingMessages,
    // Of a server in an outage Discord tells nothing: what is not known is not gone.
    nameRole: (id) => guild?.roles.cache.get(id)?.name ?? (isKnown ? null : id),
    nameChannel: (id) => guild?.channels.cache.get(id)?.name ?? (isKnown ? null : id),
    mayAnswerIn: (id) => guild?.channels.cache.get(id)?.permissionsFor(client.user)?.has(ANSWERING) ?? false,
  };
}
