import { defineCommand } from '../src/answer/define-command.js';
import { removeSource } from '../src/answer/own-sources.js';
import { LONGEST_NAME } from '../src/server/name-source.js';

/** Removes one of the server's own articles, after the question whether it is to go. */
export const sourceDelete = defineCommand({
  name: 'source delete',
  description: 'Remove the article that was asked about',
  options: {
    source: { description: 'The article’s name', isRequired: true, maxLength: LONGEST_NAME },
  },
  access: 'moderators',
  isPrivate: true,
  isOffered: false,
  execute: ({ source }, context) => removeSource(source, context),
});
