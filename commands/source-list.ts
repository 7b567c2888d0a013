import { defineCommand } from '../src/answer/define-command.js';
import { listOwnSources } from '../src/answer/own-sources.js';

/** The server's own articles. */
export const sourceList = defineCommand({
  name: 'source list',
  description: 'This server’s own articles: size, when and by whom added, room left (moderators)',
  options: {},
  access: 'moderators',
  isPrivate: true,
  isQuick: true,
  execute: (_options, context) => listOwnSources(context),
});
