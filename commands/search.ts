import { KEEP_TO_ARTICLE } from '../src/answer/article-options.js';
import { defineCommand } from '../src/answer/define-command.js';
import { searchWords } from '../src/answer/search-words.js';

/** Passages with the words looked for. */
export const search = defineCommand({
  name: 'search',
  description: 'Passages with these words; “quotation marks” ask for the exact phrase',
  options: {
    words: { description: 'Words to look for', isRequired: true, maxLength: 300 },
    source: KEEP_TO_ARTICLE,
  },
  execute: (query, { corpus }) => searchWords(corpus, query),
});
