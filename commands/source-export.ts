import { completeOwnSource, exportSource } from '../src/answer/own-sources.js';
import { defineCommand } from '../src/command.js';

/** The file of one of the server's own articles, as it was given. */
export const sourceExport = defineCommand({
  name: 'source export',
  description: 'Get one of this server’s own articles back, byte for byte (moderators)',
  options: {
    source: {
      description: 'The article’s name or title',
      isRequired: true,
      maxLength: 300,
      complete: completeOwnSource,
    },
  },
  access: 'moderators',
  isPrivate: true,
  execute: ({ source }, context) => exportSource(source, context),
});
