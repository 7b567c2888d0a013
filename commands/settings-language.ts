import { defineCommand } from '../src/answer/define-command.js';
import { changeSettings } from '../src/answer/settings.js';
import { LANGUAGES } from '../src/messages/language.js';
import { LANGUAGE_NAMES } from '../src/messages/language-names.js';

/** The language of the bot's own sentences; excerpts stay in the language of their article. */
export const settingsLanguage = defineCommand({
  name: 'settings language',
  description: 'The language of the bot’s own sentences in this server (moderators)',
  options: {
    language: {
      description: 'The language; leave it out for each reader’s own',
      maxLength: 20,
      choices: LANGUAGES.map((language) => ({ name: LANGUAGE_NAMES[language], value: language })),
    },
  },
  access: 'moderators',
  isPrivate: true,
  isQuick: true,
  execute: ({ language }, context) =>
    changeSettings(context, () => ({ changes: { language: language ?? null } })),
});
