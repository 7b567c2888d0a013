import type { ReadableText, ReadingRoom } from 'local-discord';
import { rememberExampleQuestions } from '../answer/example-questions.js';
import type { Article } from '../article/article.js';
import type { Footnote } from './compose.js';
import { locatePassage } from './locate-passage.js';

/** What the local Discord's page reads of Footnote, as of each moment that it asks. */
export function createReadingRoom({
  context,
  contextAt,
}: Pick<Footnote, 'context' | 'contextAt'>): ReadingRoom {
  const articlesIn = async (guildId: string | null): Promise<readonly Article[]> => {
    const reader = { guildId, userId: null, isModerator: false, isOperator: false, language: 'en' } as const;
    return (await contextAt(reader)).corpus.articles;
  };
  return {
    async textsIn(guildId) {
      const shared = new Set(await articlesIn(null));
      const articles = guildId === null ? [...shared] : await articlesIn(guildId);
      return articles.map((article) => toReadable(article, !shared.has(article)));
    },
    locate: async (cited, guildId) => locatePassage(await articlesIn(guildId), cited),
    examples: rememberExampleQuestions(context),
  };
}

function toReadable({ id, meta, text, paragraphs }: Article, isOwn: boolean): ReadableText {
  const { title, url, language } = meta;
  const byline = [meta.author, meta.publisher, meta.published].filter((part) => part !== null).join(' · ');
  return { id, title, byline, url, isOwn, language, text, paragraphs };
}
