import { SEEN_ARTICLE } from '../src/answer/article-options.js';
import { defineCommand } from '../src/answer/define-command.js';
import { showSource } from '../src/answer/own-analysis.js';

/** What the bot understood of an article. */
export const sourceShow = defineCommand({
  name: 'source show',
  description: 'What I understood of an article: people, quotations, facts, dates (moderators)',
  options: { source: SEEN_ARTICLE },
  access: 'moderators',
  isPrivate: true,
  execute: ({ source }, { corpus }) => showSource(source, corpus),
});
