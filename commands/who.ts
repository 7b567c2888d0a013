import { KEEP_TO_ARTICLE } from '../src/answer/article-options.js';
import { completeName } from '../src/answer/complete.js';
import { defineCommand } from '../src/answer/define-command.js';
import { answerWho } from '../src/answer/who.js';

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
    source: KEEP_TO_ARTICLE,
  },
  execute: (query, { corpus }) => answerWho(corpus, query),
});
