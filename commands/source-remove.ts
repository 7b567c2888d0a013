import { OWN_ARTICLE } from '../src/answer/article-options.js';
import { defineCommand } from '../src/answer/define-command.js';
import { askToRemove } from '../src/answer/own-sources.js';

/** Asks whether one of the server's own articles is to go. */
export const sourceRemove = defineCommand({
  name: 'source remove',
  description: 'Remove one of this server’s own articles (moderators)',
  options: { source: OWN_ARTICLE },
  access: 'moderators',
  isPrivate: true,
  execute: ({ source }, context) => askToRemove(source, context),
});
