import { openPassage } from '../src/answer/passage.js';
import { defineCommand } from '../src/command.js';

/** The paragraph of a cited excerpt, behind the buttons under an answer. */
export const passageOpen = defineCommand({
  name: 'passage open',
  description: 'The paragraph of an excerpt, with the excerpt highlighted',
  options: {
    article: { description: 'The print of the article', isRequired: true, maxLength: 20 },
    span: { description: 'Where the excerpt stands in it', isRequired: true, maxLength: 20 },
  },
  isOffered: false,
  execute: (place, { corpus }) => openPassage(corpus, place),
});
