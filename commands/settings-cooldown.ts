import { defineCommand } from '../src/answer/define-command.js';
import { changeSettings } from '../src/answer/settings.js';

/** An hour: a longer wait is a ban, which is the moderators' to give and not the bot's. */
const LONGEST_SECONDS = 3_600;

/** How often one person may ask. */
export const settingsCooldown = defineCommand({
  name: 'settings cooldown',
  description: 'Seconds between the questions of one person, after a first few (moderators)',
  options: {
    seconds: {
      kind: 'integer',
      description: 'Seconds, 0 for no limit; leave it out for the usual ones',
      least: 0,
      most: LONGEST_SECONDS,
    },
  },
  access: 'moderators',
  isPrivate: true,
  isQuick: true,
  execute: ({ seconds }, context) =>
    changeSettings(context, () => ({ changes: { cooldownSeconds: seconds ?? null } })),
});
