import { defineCommand } from '../src/answer/define-command.js';
import { settleGap } from '../src/answer/gaps.js';

/** Takes a question off the list, behind the buttons of /gaps. */
export const gapsDone = defineCommand({
  name: 'gaps done',
  description: 'Takes a question off the list of those not answered',
  options: { gap: { description: 'The number of the question', isRequired: true, maxLength: 20 } },
  access: 'moderators',
  isPrivate: true,
  isOffered: false,
  isQuick: true,
  execute: ({ gap }, { server }) => settleGap(gap, server),
});
