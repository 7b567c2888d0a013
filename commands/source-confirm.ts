import { defineCommand } from '../src/answer/define-command.js';
import { confirmSource } from '../src/answer/own-sources.js';
import { LONGEST_NAME } from '../src/server/name-source.js';

/** Adds an article that was shown to a moderator. */
export const sourceConfirm = defineCommand({
  name: 'source confirm',
  description: 'Add the article that was shown',
  options: {
    draft: { description: 'The preview that is meant', isRequired: true, maxLength: 16 },
    replace: { description: 'The one whose place it takes', maxLength: LONGEST_NAME },
  },
  access: 'moderators',
  isPrivate: true,
  isOffered: false,
  execute: ({ draft, replace }, context) => confirmSource(draft, replace ?? null, context),
});
