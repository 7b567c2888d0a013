import { defineCommand } from '../src/answer/define-command.js';
import { changeSettings } from '../src/answer/settings.js';
import { phrase } from '../src/messages/phrase.js';

/** The role whose members may use the moderators' commands. */
export const settingsRole = defineCommand({
  name: 'settings role',
  description: 'The role that may use the moderators’ commands, beside Manage Server (moderators)',
  options: { role: { kind: 'role', description: 'The role; leave it out for none' } },
  access: 'moderators',
  isPrivate: true,
  isQuick: true,
  execute: ({ role }, context) =>
    changeSettings(context, () => {
      if (role === undefined) return { changes: { moderatorRoleId: null } };
      // The role of everybody has the id of its server.
      if (role === context.place.guildId) return { refusal: phrase('settings.role-of-all') };
      if (context.connection?.nameRole(role) === null)
        return { refusal: phrase('settings.role-unknown', { role }) };
      return { changes: { moderatorRoleId: role }, remarks: [phrase('settings.role-hint')] };
    }),
});
