import { defineCommand } from '../src/answer/define-command.js';
import { explainPrivacy } from '../src/answer/privacy.js';

/** What is kept of whoever uses the bot. */
export const privacy = defineCommand({
  name: 'privacy',
  description: 'What is kept about you and how long, and how to have it deleted',
  options: {},
  isPrivate: true,
  isQuick: true,
  execute: (_options, context) => explainPrivacy(context),
});
