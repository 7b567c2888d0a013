import { CITED_PLACE, showContext } from '../src/answer/passage.js';
import { defineCommand } from '../src/bot/command.js';

/** The text around a cited excerpt, behind the button More context. */
export const passageContext = defineCommand({
  name: 'passage context',
  description: 'The paragraphs around an excerpt',
  options: CITED_PLACE,
  isOffered: false,
  execute: (place, { corpus }) => showContext(corpus, place),
});
