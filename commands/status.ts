import { defineCommand } from '../src/answer/define-command.js';
import { describeStatus } from '../src/answer/status.js';

/** How the bot is. */
export const status = defineCommand({
  name: 'status',
  description: 'Which version this is, what it has read, and what failed',
  options: {},
  isPrivate: true,
  isQuick: true,
  execute: (_options, context) => describeStatus(context),
});
