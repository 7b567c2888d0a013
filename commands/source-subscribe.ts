import { followFeed } from '../src/answer/feeds.js';
import { defineCommand } from '../src/bot/command.js';

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
