import { defineCommand } from '../src/answer/define-command.js';
import { completeFeed, KEEP_OR_DROP, unfollowFeed } from '../src/answer/feeds.js';

/** Follows one of the server's feeds no more. */
export const sourceUnfollow = defineCommand({
  name: 'source unfollow',
  description: 'Stop following a feed (moderators)',
  options: {
    feed: {
      description: 'The feed’s title or address',
      isRequired: true,
      maxLength: 2000,
      complete: completeFeed,
    },
    articles: { ...KEEP_OR_DROP, description: 'Whether its articles stay (the default) or go' },
  },
  access: 'moderators',
  isPrivate: true,
  execute: ({ feed, articles }, context) =>
    unfollowFeed(feed, articles === 'drop' ? 'drop' : 'keep', context),
});
