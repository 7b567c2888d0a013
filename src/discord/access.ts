import { type BaseInteraction, PermissionFlagsBits } from 'discord.js';
import type { Command } from '../command.js';
import type { RefusedReply } from '../reply.js';

/**
 * Why this user may not run the command here; null where they may. Checked whenever a command runs, as a server's
 * admins can change who is offered it.
 */
export function refuseAccess(
  command: Command,
  interaction: BaseInteraction,
  moderatorRoleId: string | null,
): RefusedReply | null {
  if (command.access === 'everyone' || isModerator(interaction, moderatorRoleId)) return null;
  const who = moderatorRoleId === null ? '' : ', or this server’s moderator role for Footnote';
  return {
    kind: 'refused',
    reason: `/${command.name} is for moderators: it needs the permission Manage Server${who}.`,
  };
}

/** Whether this user looks after the server they are in. */
export function isModerator({ memberPermissions, member }: BaseInteraction, roleId: string | null): boolean {
  if (memberPermissions?.has(PermissionFlagsBits.ManageGuild) === true) return true;
  if (roleId === null || member === null) return false;
  return Array.isArray(member.roles) ? member.roles.includes(roleId) : member.roles.cache.has(roleId);
}
