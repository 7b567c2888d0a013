import { describeReload } from '../src/answer/reload.js';
import { defineCommand } from '../src/command.js';

/** Reads the sources again. */
export const reload = defineCommand({
  name: 'reload',
  description: 'Read the sources again (moderators)',
  options: {},
  access: 'moderators',
  isPrivate: true,
  execute: async (_options, { reload: readAgain }) => describeReload(await readAgain('shared')),
});
