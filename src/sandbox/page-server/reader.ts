import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { Article } from '../../article/article.js';
import type { Platform } from '../platform.js';
import { canSee, isBotIn } from '../world/world.js';
import { locatePassage } from './locate-passage.js';

/** What the reader's panel shows; the articles are asked for anew each time, so that a reload shows. */
export interface PageLibrary {
  /** What is read in the server of this id: its own articles and those that all servers share; the shared ones alone for null. */
  readonly articlesIn: (guildId: string | null) => Promise<readonly Article[]>;
  /** Questions that the articles answer, for a first visit; checked by asking them. */
  readonly examples: () => Promise<readonly string[]>;
}

/** Characters of an excerpt and of a footnote: more than any embed holds. */
const MOST_CHARACTERS = 6_000;
const citedSchema = z.object({
  source: z.string().max(MOST_CHARACTERS),
  paragraph: z.number().int().positive(),
  words: z.string().max(MOST_CHARACTERS),
});

/** Articles that someone may read where they are, and those of them that are their server's own. */
interface Readable {
  readonly articles: readonly Article[];
  readonly isOwn: (article: Article) => boolean;
}

/**
 * GET articles and article?id=, POST locate: the articles behind the citations, each for the person `as` in a `channel` that they see, whose
 * server's own articles are among them; 403 and not one of them in a channel that they do not see. GET examples.
 */
export function createPageReader(platform: Platform, library: PageLibrary): Hono {
  const reader = new Hono();
  const findReadable = async (context: Context): Promise<Readable | null> => {
    const { channel = '', as = '' } = context.req.query();
    const [place, person] = [platform.world.place(channel), platform.world.person(as)];
    if (!canSee(platform.world, place, person.user.id)) return null;
    const shared = await library.articlesIn(null);
    if (place.guildId === undefined || !isBotIn(platform.world, place))
      return { articles: shared, isOwn: () => false };
    const common = new Set(shared);
    return {
      articles: await library.articlesIn(place.guildId),
      isOwn: (article) => !common.has(article),
    };
  };
  const refuse = (context: Context): Response =>
    context.json({ error: 'What is read in a channel is only for those who see it.' }, 403);
  reader.get('/articles', async (context) => {
    const readable = await findReadable(context);
    if (readable === null) return refuse(context);
    return context.json(readable.articles.map((article) => toHead(article, readable)));
  });
  reader.get('/examples', async (context) => context.json(await library.examples()));
  reader.get('/article', async (context) => {
    const readable = await findReadable(context);
    if (readable === null) return refuse(context);
    const id = context.req.query('id') ?? '';
    const article = readable.articles.find((candidate) => candidate.id === id);
    if (article === undefined)
      return context.json({ error: `There is no article "${id}" here any more.` }, 404);
    const { text, paragraphs, meta } = article;
    return context.json({ ...toHead(article, readable), text, paragraphs, language: meta.language });
  });
  reader.post('/locate', async (context) => {
    if (!context.req.header('content-type')?.startsWith('application/json'))
      return context.json({ error: 'The body must be JSON.' }, 400);
    const parsed = citedSchema.safeParse(await context.req.json().catch(() => undefined));
    if (!parsed.success)
      return context.json({ error: `This is no citation: ${z.prettifyError(parsed.error)}` }, 400);
    const readable = await findReadable(context);
    if (readable === null) return refuse(context);
    return context.json(locatePassage(readable.articles, parsed.data));
  });
  return reader;
}

function toHead(article: Article, { isOwn }: Readable) {
  const { id, meta } = article;
  const byline = [meta.author, meta.publisher, meta.published].filter((part) => part !== null).join(' · ');
  return { id, title: meta.title, byline, url: meta.url, isOwn: isOwn(article) };
}
