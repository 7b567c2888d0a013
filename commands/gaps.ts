import { defineCommand } from '../src/answer/define-command.js';
import { listGaps } from '../src/answer/gaps.js';

/** What the articles did not answer: it tells moderators which article to add. */
export const gaps = defineCommand({
  name: 'gaps',
  description: 'Questions that the articles did not answer (moderators)',
  options: {},
  access: 'moderators',
  isPrivate: true,
  execute: (_options, { server }) => listGaps(server),
});
