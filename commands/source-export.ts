import { OWN_ARTICLE } from '../src/answer/article-options.js';
import { defineCommand } from '../src/answer/define-command.js';
import { exportSource } from '../src/answer/own-sources.js';

/** The file of one of the server's own articles, as it was given. */
export const sourceExport = defineCommand({
  name: 'source export',
  description: 'Get one of this server’s own articles back, byte for byte (moderators)',
  options: { source: OWN_ARTICLE },
  access: 'moderators',
  isPrivate: true,
  execute: ({ source }, context) => exportSource(source, context),
});
