import { confirmSource } from '../src/answer/own-sources.js';
import { defineCommand } from '../src/command.js';

/** Adds an article that was shown to a moderator. */
export const sourceConfirm = defineCommand({
  name: 'source confirm',
  description: 'Add the article that was shown',
  options: {
    draft: { description: 'The preview that is meant', isRequired: true, maxLength: 16 },
    replace: { kind: 'boolean', description: 'Whether it takes the place of the one it is like' },
  },
  access: 'moderators',
  isPrivate: true,
  isOffered: false,
  execute: ({ draft, replace }, context) => confirmSource(draft, replace === true, context),
});
