import { completeSource } from '../src/answer/complete.js';
import { showSource } from '../src/answer/own-reading.js';
import { defineCommand } from '../src/command.js';

/** What the bot understood of an article. */
export const sourceShow = defineCommand({
  name: 'source show',
  description: 'What I understood of an article: people, quotations, facts, dates (moderators)',
  options: {
    source: {
      description: 'The article’s name or title',
      isRequired: true,
      maxLength: 300,
      complete: completeSource,
    },
  },
  access: 'moderators',
  isPrivate: true,
  execute: ({ source }, { corpus }) => showSource(source, corpus),
});
