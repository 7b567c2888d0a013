import { listSources } from '../src/answer/sources.js';
import { defineCommand } from '../src/bot/command.js';

/** The articles that are loaded. */
export const sources = defineCommand({
  name: 'sources',
  description: 'The articles that are loaded, and what failed to load',
  options: {},
  execute: (_options, { corpus }) => listSources(corpus),
});
