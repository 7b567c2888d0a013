import { defineCommand } from '../src/answer/define-command.js';
import { forgetUser } from '../src/answer/privacy.js';

/** Deletes what is kept about who asks. */
export const privacyForget = defineCommand({
  name: 'privacy forget',
  description: 'Delete what is kept about me',
  options: {},
  isPrivate: true,
  isOffered: false,
  isQuick: true,
  execute: (_options, context) => forgetUser(context),
});
