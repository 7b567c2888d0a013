import { completeSource, completeSpeaker } from '../src/answer/complete.js';
import { answerQuote } from '../src/answer/quote.js';
import { defineCommand } from '../src/command.js';

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
    source: { description: 'Keep to one article', maxLength: 300, complete: completeSource },
  },
  execute: (query, { corpus }) => answerQuote(corpus, query),
});
