import { defineCommand } from '../src/answer/define-command.js';
import { RELOADS, reloadSources } from '../src/answer/reload.js';

/** Reads the sources again. */
export const reload = defineCommand({
  name: 'reload',
  description: 'Read the sources again (moderators)',
  options: {
    which: {
      description: 'This server’s own, or those that all servers share',
      maxLength: 10,
      choices: RELOADS.map((which) => ({ name: which, value: which })),
    },
  },
  access: 'moderators',
  isPrivate: true,
  worksAlone: true,
  execute: ({ which }, context) =>
    reloadSources(
      RELOADS.find((known) => known === which),
      context,
    ),
});
