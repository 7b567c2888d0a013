import { KEEP_TO_ARTICLE } from '../src/answer/article-options.js';
import { completeSpeaker } from '../src/answer/complete.js';
import { defineCommand } from '../src/answer/define-command.js';
import { answerQuote } from '../src/answer/quote.js';

/** What was said, word for word, and by whom. */
export const quote = defineCommand({
  name: 'quote',
  description: 'Quotations, with who said them and how',
  options: {
    speaker: {
      description: 'Who said it: a name, or words that describe them',
      maxLength: 200,
      complete: completeSpeaker,
    },
    topic: { description: 'What it is about', maxLength: 200 },
    source: KEEP_TO_ARTICLE,
  },
  execute: (query, { corpus }) => answerQuote(corpus, query),
});
