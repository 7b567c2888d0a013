import { defineCommand } from '../src/answer/define-command.js';
import { explainCommands } from '../src/answer/help.js';

/** What the bot can do, with examples that work on the loaded articles. */
export const help = defineCommand({
  name: 'help',
  description: 'What Footnote can do, with examples',
  options: {},
  isPrivate: true,
  isQuick: true,
  execute: (_options, context) => explainCommands(context),
});
