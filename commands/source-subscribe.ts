import { defineCommand } from '../src/answer/define-command.js';
import { followFeed } from '../src/answer/feeds.js';

/** Follows the feed that was shown to a moderator. */
export const sourceSubscribe = defineCommand({
  name: 'source subscribe',
  description: 'Follow the feed that was shown',
  options: {
    draft: { description: 'The preview that is meant', isRequired: true, maxLength: 16 },
  },
  access: 'moderators',
  isPrivate: true,
  isOffered: false,
  execute: ({ draft }, context) => followFeed(draft, context),
});
