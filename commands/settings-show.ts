import { defineCommand } from '../src/answer/define-command.js';
import { showSettings } from '../src/answer/settings.js';

/** How the bot behaves in this server. */
export const settingsShow = defineCommand({
  name: 'settings show',
  description: 'How the bot is set up in this server (moderators)',
  options: {},
  access: 'moderators',
  isPrivate: true,
  isQuick: true,
  execute: (_options, context) => showSettings(context),
});
