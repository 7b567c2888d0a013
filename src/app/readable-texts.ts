import type { ReadableText, ReadableTexts } from 'local-discord';
import { rememberExampleQuestions } from '../answer/example-questions.js';
import type { Article } from '../article/article.js';
import { readCitedSections, readPlace } from '../discord/controls/cited-places.js';
import type { Footnote } from './footnote.js';
import { locatePassage } from './locate-passage.js';

/** What the local Discord's page reads of Footnote, as of each moment that it asks. */
export function createReadableTexts({
  context,
  contextAt,
}: Pick<Footnote, 'context' | 'contextAt'>): ReadableTexts {
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
    citedIn: ({ components = [] }) =>
      readCitedSections(components).map(({ section, id }) => ({ component: section, key: id })),
    locate: async (id, guildId) => {
      const place = readPlace(id);
      return place === null ? null : locatePassage(await articlesIn(guildId), place);
    },
    examples: rememberExampleQuestions(context),
  };
}

function toReadable({ id, meta, text, paragraphs, asides }: Article, isOwn: boolean): ReadableText {
  const { title, url, language } = meta;
  const byline = [meta.author, meta.publisher, meta.published].filter((part) => part !== null).join(' · ');
  const counted = paragraphs.map(({ start, end, kind, number }) => {
    const isHeading = kind === 'heading';
    return { start, end, number: isHeading ? null : number, kind: isHeading ? 'heading' : 'text' } as const;
  });
  const beside = asides.map(({ start, end }) => ({ start, end, number: null, kind: 'aside' }) as const);
  const all = [...counted, ...beside].toSorted((a, b) => a.start - b.start);
  return { id, title, byline, url, isOwn, language, text, paragraphs: all };
}
