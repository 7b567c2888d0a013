import { showSettings } from '../src/answer/settings.js';
import { defineCommand } from '../src/bot/command.js';

/** How the bot behaves in this server. */
export const settingsShow = defineCommand({
  name: 'settings show',
  description: 'How the bot is set up in this server (moderators)',
  options: {},
  access: 'moderators',
  isPrivate: true,
  execute: (_options, context) => showSettings(context),
});
