import { Hono } from 'hono';
import { z } from 'zod';
import type { Article } from '../../article/article.js';
import { locatePassage } from './locate-passage.js';

/** What the reader's panel shows; the articles are asked for anew each time, so that a reload shows. */
export interface PageLibrary {
  readonly articles: () => readonly Article[];
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

/** GET articles, article?id= and examples, POST locate: the articles behind the citations. */
export function createPageReader(library: PageLibrary): Hono {
  const reader = new Hono();
  reader.get('/articles', (context) => context.json(library.articles().map(toHead)));
  reader.get('/examples', async (context) => context.json(await library.examples()));
  reader.get('/article', (context) => {
    const id = context.req.query('id') ?? '';
    const article = library.articles().find((candidate) => candidate.id === id);
    if (article === undefined) return context.json({ error: `There is no article "${id}" any more.` }, 404);
    const { text, paragraphs, meta } = article;
    return context.json({ ...toHead(article), text, paragraphs, language: meta.language });
  });
  reader.post('/locate', async (context) => {
    if (!context.req.header('content-type')?.startsWith('application/json'))
      return context.json({ error: 'The body must be JSON.' }, 400);
    const parsed = citedSchema.safeParse(await context.req.json().catch(() => undefined));
    if (!parsed.success)
      return context.json({ error: `This is no citation: ${z.prettifyError(parsed.error)}` }, 400);
    return context.json(locatePassage(library.articles(), parsed.data));
  });
  return reader;
}

function toHead({ id, meta }: Article) {
  const byline = [meta.author, meta.publisher, meta.published].filter((part) => part !== null).join(' · ');
  return { id, title: meta.title, byline, url: meta.url };
}
