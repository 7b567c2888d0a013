import { rememberExampleQuestions } from './answer/example-questions.js';
import type { Footnote } from './footnote.js';
import type { PageLibrary } from './sandbox/page-server/reader.js';

/** What the local Discord's page reads of Footnote, as of each moment that it asks. */
export function createPageLibrary({
  context,
  contextAt,
}: Pick<Footnote, 'context' | 'contextAt'>): PageLibrary {
  return {
    async articlesIn(guildId) {
      const reader = {
        guildId,
        userId: null,
        isModerator: false,
        isOperator: false,
        language: 'en',
      } as const;
      return (await contextAt(reader)).corpus.articles;
    },
    examples: rememberExampleQuestions(context),
  };
}
