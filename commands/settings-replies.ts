import { defineCommand } from '../src/answer/define-command.js';
import { changeSettings } from '../src/answer/settings.js';

/** Who sees replies that their user did not ask to be one or the other. */
export const settingsReplies = defineCommand({
  name: 'settings replies',
  description: 'Who sees replies, unless the option private says otherwise (moderators)',
  options: {
    visibility: {
      description: 'Who sees them',
      isRequired: true,
      maxLength: 20,
      choices: [
        { name: 'Everybody in the channel', value: 'public' },
        { name: 'Only who asked', value: 'private' },
      ],
    },
  },
  access: 'moderators',
  isPrivate: true,
  isQuick: true,
  execute: ({ visibility }, context) =>
    changeSettings(context, () => ({ changes: { areRepliesPrivate: visibility === 'private' } })),
});
