import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { Platform } from '../platform.js';
import { canSee, isBotIn } from '../world/world.js';
import type { ReadableTexts, TextHead } from './readable-texts.js';

/** Characters of a citation's key: more than any control holds. */
const MOST_CHARACTERS = 1_000;
const citedSchema = z.object({ key: z.string().max(MOST_CHARACTERS) });

/**
 * GET articles and article?id=, POST locate: the articles behind the citations, each for the person `as` in a `channel` that they see, whose
 * server's own articles are among them; 403 and not one of them in a channel that they do not see. GET examples.
 */
export function createPageReader(platform: Platform, texts: ReadableTexts): Hono {
  const reader = new Hono();
  /** The server that someone looks at; null if the bot is in none, undefined if they do not see the channel. */
  const findServer = (context: Context): string | null | undefined => {
    const { channel = '', as = '' } = context.req.query();
    const [place, person] = [platform.world.place(channel), platform.world.person(as)];
    if (!canSee(platform.world, place, person.user.id)) return undefined;
    return place.guildId === undefined || !isBotIn(platform.world, place) ? null : place.guildId;
  };
  const refuse = (context: Context): Response =>
    context.json({ error: 'What is read in a channel is only for those who see it.' }, 403);
  reader.get('/articles', async (context) => {
    const server = findServer(context);
    if (server === undefined) return refuse(context);
    return context.json((await texts.textsIn(server)).map(toHead));
  });
  reader.get('/examples', async (context) => context.json(await texts.examples()));
  reader.get('/article', async (context) => {
    const server = findServer(context);
    if (server === undefined) return refuse(context);
    const id = context.req.query('id') ?? '';
    const text = (await texts.textsIn(server)).find((candidate) => candidate.id === id);
    return text === undefined
      ? context.json({ error: `There is no article "${id}" here any more.` }, 404)
      : context.json(text);
  });
  reader.post('/locate', async (context) => {
    if (!context.req.header('content-type')?.startsWith('application/json'))
      return context.json({ error: 'The body must be JSON.' }, 400);
    const parsed = citedSchema.safeParse(await context.req.json().catch(() => undefined));
    if (!parsed.success)
      return context.json({ error: `This is no citation: ${z.prettifyError(parsed.error)}` }, 400);
    const server = findServer(context);
    if (server === undefined) return refuse(context);
    return context.json(await texts.locate(parsed.data.key, server));
  });
  return reader;
}

function toHead({ id, title, byline, url, isOwn }: TextHead): TextHead {
  return { id, title, byline, url, isOwn };
}
