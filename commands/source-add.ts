import { defineCommand } from '../src/answer/define-command.js';
import { prepareSource } from '../src/answer/own-sources.js';
import { LONGEST_PASTE } from '../src/answer/pasted-text.js';
import { phrase } from '../src/messages/phrase.js';

/** Gives an article to the server, which is shown as the bot understands it before it is added. */
export const sourceAdd = defineCommand({
  name: 'source add',
  description: 'Add an article to this server: a file, pasted text or an address (moderators)',
  options: {},
  access: 'moderators',
  isPrivate: true,
  form: {
    title: phrase('sources.form'),
    fields: {
      file: {
        kind: 'file',
        label: phrase('sources.form-file'),
        description: phrase('sources.form-file-description'),
      },
      text: {
        kind: 'text',
        label: phrase('sources.form-text'),
        description: phrase('sources.form-text-description', { most: LONGEST_PASTE }),
        maxLength: LONGEST_PASTE,
      },
      title: {
        kind: 'line',
        label: phrase('sources.form-title'),
        description: phrase('sources.form-title-description'),
        maxLength: 200,
      },
      url: {
        kind: 'line',
        label: phrase('sources.form-url'),
        description: phrase('sources.form-url-description'),
        maxLength: 2000,
        isOffered: ({ server }) => server?.sources.canFetch === true,
      },
    },
  },
  execute: (_options, context) => prepareSource(context),
});
