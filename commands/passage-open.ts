import { defineCommand } from '../src/answer/define-command.js';
import { CITED_PLACE, openPassage } from '../src/answer/passage.js';

/** The paragraph of a cited excerpt, behind the buttons under an answer. */
export const passageOpen = defineCommand({
  name: 'passage open',
  description: 'The paragraph of an excerpt, with the excerpt highlighted',
  options: CITED_PLACE,
  isOffered: false,
  execute: (place, { corpus }) => openPassage(corpus, place),
});
