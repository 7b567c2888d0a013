import { defineCommand } from '../src/answer/define-command.js';
import { listSources } from '../src/answer/sources.js';

/** The articles that are loaded. */
export const sources = defineCommand({
  name: 'sources',
  description: 'The articles that are loaded, and what failed to load',
  options: {},
  isQuick: true,
  execute: (_options, { corpus }) => listSources(corpus),
});
