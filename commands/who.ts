import { completeName, completeSource } from '../src/answer/complete.js';
import { answerWho } from '../src/answer/who.js';
import { defineCommand } from '../src/command.js';

/** Who or what somebody is, from the articles. */
export const who = defineCommand({
  name: 'who',
  description: 'Who or what that is, from the articles',
  options: {
    name: {
      description: 'A name, or words that describe them',
      isRequired: true,
      maxLength: 200,
      complete: completeName,
    },
    source: { description: 'Keep to one article', maxLength: 300, complete: completeSource },
  },
  execute: (query, { corpus }) => answerWho(corpus, query),
});
