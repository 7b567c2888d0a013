import { defineCommand } from '../src/answer/define-command.js';
import { completeFeed, unfollowFeed } from '../src/answer/feeds.js';

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
    articles: {
      description: 'Whether its articles stay (the default) or go',
      maxLength: 4,
      choices: [
        { name: 'keep', value: 'keep' },
        { name: 'drop', value: 'drop' },
      ],
    },
  },
  access: 'moderators',
  isPrivate: true,
  execute: ({ feed, articles }, context) =>
    unfollowFeed(feed, articles === 'drop' ? 'drop' : 'keep', context),
});
