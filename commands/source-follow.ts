import { defineCommand } from '../src/answer/define-command.js';
import { KEEP_OR_DROP, previewFeed } from '../src/answer/feeds.js';
import { MOST_ARTICLES, USUAL_ARTICLES } from '../src/server/feeds/feed-limits.js';

/** Follows a feed of articles, which is shown before it is followed. */
export const sourceFollow = defineCommand({
  name: 'source follow',
  description: 'Follow an RSS, Atom or JSON feed: its new articles come by themselves (moderators)',
  options: {
    address: {
      description: 'The address of the feed, or of a page that names it',
      isRequired: true,
      maxLength: 2000,
    },
    most: {
      kind: 'integer',
      description: `How many articles to keep, the newest first (${USUAL_ARTICLES} if left out)`,
      least: 1,
      most: MOST_ARTICLES,
    },
    gone: { ...KEEP_OR_DROP, description: 'What becomes of articles that the feed lists no more' },
  },
  access: 'moderators',
  isPrivate: true,
  execute: ({ address, most = USUAL_ARTICLES, gone }, context) =>
    previewFeed(address, { most, whenGone: gone === 'drop' ? 'drop' : 'keep' }, context),
});
