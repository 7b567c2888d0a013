import { z } from 'zod';

/** What a page's JSON-LD says of the article (schema.org/Article); null if it says nothing. */
export interface LinkedData {
  readonly title: string | null;
  readonly author: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly url: string | null;
  readonly language: string | null;
  /** The whole text of the article, as far as the page gives it there; its line breaks kept. */
  readonly body: string | null;
}

const NONE: LinkedData = {
  title: null,
  author: null,
  publisher: null,
  published: null,
  url: null,
  language: null,
  body: null,
};

const TEXT = z
  .string()
  .transform((value) => value.replace(/\s+/gu, ' ').trim() || null)
  .nullable()
  .catch(null);
const NAMED = z
  .union([z.string(), z.object({ name: z.string() }).transform((thing) => thing.name)])
  .nullable()
  .catch(null);
const NAMES = z.union([z.array(NAMED), NAMED.transform((name) => [name])]).catch([]);
const ADDRESS = z
  .union([z.string(), z.object({ '@id': z.string() }).transform((page) => page['@id'])])
  .nullable()
  .catch(null);

const ARTICLE = z.object({
  '@type': z
    .union([z.string(), z.array(z.string())])
    .transform((types) => [types].flat())
    .refine((types) => types.some((type) => /(?:Article|Posting|Report)$/u.test(type))),
  headline: TEXT.default(null),
  author: NAMES.default([]),
  publisher: NAMED.default(null),
  datePublished: TEXT.default(null),
  url: ADDRESS.default(null),
  mainEntityOfPage: ADDRESS.default(null),
  inLanguage: TEXT.default(null),
  articleBody: z.string().nullable().catch(null).default(null),
});

/** The first article in a page's JSON-LD blocks; scripts that are not valid JSON are passed over, as search engines do. */
export function findLinkedData(document: Document): LinkedData {
  for (const script of Array.from(document.querySelectorAll('script[type="application/ld+json" i]'))) {
    for (const node of flatten(parseJson(script.textContent ?? ''))) {
      const article = ARTICLE.safeParse(node);
      if (article.success) return toLinkedData(article.data);
    }
  }
  return NONE;
}

function toLinkedData(article: z.infer<typeof ARTICLE>): LinkedData {
  const authors = article.author.filter((name) => name !== null);
  return {
    title: article.headline,
    author: authors.length > 0 ? authors.join(', ') : null,
    publisher: article.publisher,
    published: article.datePublished,
    url: article.url ?? article.mainEntityOfPage,
    language: article.inLanguage,
    body: article.articleBody,
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const LIST = z.array(z.unknown());
const GRAPH = z.object({ '@graph': LIST });

/** A block holds one thing, a list of things, or a graph of them. */
function flatten(data: unknown): unknown[] {
  const graph = GRAPH.safeParse(data);
  if (graph.success) return graph.data['@graph'];
  const list = LIST.safeParse(data);
  return list.success ? list.data.flatMap(flatten) : [data];
}
