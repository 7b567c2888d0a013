import { defineCommand } from '../src/answer/define-command.js';
import { CITED_PLACE, showContext } from '../src/answer/passage.js';

/** The text around a cited excerpt, behind the button More context. */
export const passageContext = defineCommand({
  name: 'passage context',
  description: 'The paragraphs around an excerpt',
  options: CITED_PLACE,
  isOffered: false,
  execute: (place, { corpus }) => showContext(corpus, place),
});
