import { defineCommand } from '../src/answer/define-command.js';
import { recordWrong } from '../src/answer/gaps.js';

/** Notes that an answer is not what was asked for, behind the button Wrong passage. */
export const passageWrong = defineCommand({
  name: 'passage wrong',
  description: 'Notes that the excerpts do not answer the question',
  options: {
    question: { description: 'What was asked', isRequired: true, maxLength: 500 },
    message: { description: 'The message with the answer', isRequired: true, maxLength: 30 },
  },
  isPrivate: true,
  isOffered: false,
  execute: (press, { server, previous }) => recordWrong(press, previous, server),
});
