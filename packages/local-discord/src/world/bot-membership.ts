import type { Platform } from '../platform.js';
import { createMember } from './build-world.js';
import type { Server } from './world.js';

/** Adds the bot to a server, as when an admin invites it; nothing happens when it is there. */
export function addBot({ world, gateway, events }: Platform, server: Server): void {
  if (server.hasBot) return;
  server.hasBot = true;
  server.members.set(world.bot.id, createMember(world.bot, []));
  gateway.announceGuild(server);
  events.emit({ kind: 'world-changed' });
}

/** Removes the bot from a server, as when an admin kicks it; nothing happens when it is not there. */
export function removeBot({ world, gateway, commands, events }: Platform, server: Server): void {
  if (!server.hasBot) return;
  server.hasBot = false;
  server.members.delete(world.bot.id);
  commands.replace(server.id, []);
  gateway.dispatch('GUILD_DELETE', { id: server.id }, { guildId: server.id });
  events.emit({ kind: 'world-changed' });
}

/**
 * Begins or ends an outage of a server: nobody can use it meanwhile, and the bot is told that it is unavailable
 * (GUILD_DELETE with `unavailable`) and, in the end, all of it anew (GUILD_CREATE).
 */
export function setOutage({ gateway, events }: Platform, server: Server, isOut: boolean): void {
  if (server.isOut === isOut) return;
  server.isOut = isOut;
  if (server.hasBot && isOut)
    gateway.dispatch('GUILD_DELETE', { id: server.id, unavailable: true }, { guildId: server.id });
  if (server.hasBot && !isOut) gateway.announceGuild(server);
  events.emit({ kind: 'world-changed' });
}
