import { completeSource } from '../src/answer/complete.js';
import { answerTimeline } from '../src/answer/timeline.js';
import { defineCommand } from '../src/command.js';

/** Dated statements in the order of the time they speak of. */
export const timeline = defineCommand({
  name: 'timeline',
  description: 'Dated statements in the order of what happened',
  options: {
    topic: { description: 'What they are about', maxLength: 200 },
    source: { description: 'Keep to one article', maxLength: 300, complete: completeSource },
  },
  execute: (query, { corpus }) => answerTimeline(corpus, query),
});
