import { defineCommand } from '../src/answer/define-command.js';
import { discardSource } from '../src/answer/own-sources.js';

/** Lets go of an article that was shown to a moderator. */
export const sourceDiscard = defineCommand({
  name: 'source discard',
  description: 'Leave the article that was shown',
  options: {
    draft: { description: 'The preview that is meant', isRequired: true, maxLength: 16 },
  },
  access: 'moderators',
  isPrivate: true,
  isOffered: false,
  execute: ({ draft }, context) => discardSource(draft, context),
});
