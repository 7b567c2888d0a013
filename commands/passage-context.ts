import { showContext } from '../src/answer/passage.js';
import { defineCommand } from '../src/command.js';

/** The text around a cited excerpt, behind the button More context. */
export const passageContext = defineCommand({
  name: 'passage context',
  description: 'The paragraphs around an excerpt',
  options: {
    article: { description: 'The print of the article', isRequired: true, maxLength: 20 },
    span: { description: 'Where the excerpt stands in it', isRequired: true, maxLength: 20 },
  },
  isOffered: false,
  execute: (place, { corpus }) => showContext(corpus, place),
});
