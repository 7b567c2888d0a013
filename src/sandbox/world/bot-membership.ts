import type { Platform } from '../platform.js';
import { createMember } from './build-world.js';
import type { Server } from './world.js';

/** Adds the bot to a server, as when an admin invites it; nothing happens when it is there. */
export function addBot({ world, gateway }: Platform, server: Server): void {
  if (server.hasBot) return;
  server.hasBot = true;
  server.members.set(world.bot.id, createMember(world.bot, []));
  gateway.announceGuild(server);
}

/** Removes the bot from a server, as when an admin kicks it; nothing happens when it is not there. */
export function removeBot({ world, gateway, commands }: Platform, server: Server): void {
  if (!server.hasBot) return;
  server.hasBot = false;
  server.members.delete(world.bot.id);
  commands.replace(server.id, []);
  gateway.dispatch('GUILD_DELETE', { id: server.id }, { guildId: server.id });
}
