import { KEEP_TO_ARTICLE } from '../src/answer/article-options.js';
import { defineCommand } from '../src/answer/define-command.js';
import { answerTimeline } from '../src/answer/timeline.js';

/** Dated statements in the order of the time they speak of. */
export const timeline = defineCommand({
  name: 'timeline',
  description: 'Dated statements in the order of what happened',
  options: {
    topic: { description: 'What they are about', maxLength: 200 },
    source: KEEP_TO_ARTICLE,
  },
  execute: (query, { corpus }) => answerTimeline(corpus, query),
});
