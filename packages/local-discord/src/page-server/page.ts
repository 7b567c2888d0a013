import { readFile } from 'node:fs/promises';
import { Hono } from 'hono';
import type { Platform } from '../platform.js';
import { createPageActions } from './actions.js';
import { createPageEvents } from './page-events.js';
import { createPageQueries } from './queries.js';
import type { ReadableTexts } from './readable-texts.js';
import { createPageReader } from './reader.js';

/** Where the build puts the page: the same folder whether this module runs from its source or compiled. */
const PAGE_FOLDER = new URL('../../dist/page/', import.meta.url);

/** The kinds of files that the page is made of; nothing else is served. */
const CONTENT_TYPES: ReadonlyMap<string, string> = new Map([
  ['html', 'text/html; charset=utf-8'],
  ['css', 'text/css; charset=utf-8'],
  ['js', 'text/javascript; charset=utf-8'],
  ['svg', 'image/svg+xml'],
]);

/** Nothing but the page's own files runs or is fetched, and no other page may frame it. */
const PAGE_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types lit-html",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
};

/** The page at `/`, its JSON API and events below `/sandbox/`, and attached files below `/attachments/` and `/ephemeral-attachments/`. */
export function createPage(platform: Platform, texts: ReadableTexts): Hono {
  const page = new Hono();
  page.use(async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(PAGE_HEADERS)) context.header(name, value);
  });
  // An unknown channel or person is the asker's mistake, and the sentence says which there are.
  page.onError((error, context) => context.json({ error: error.message }, 400));
  page.route('/sandbox', createPageQueries(platform, texts));
  page.route('/sandbox', createPageActions(platform));
  page.route('/sandbox', createPageEvents(platform, texts));
  page.route('/sandbox', createPageReader(platform, texts));
  for (const folder of ['attachments', 'ephemeral-attachments']) {
    page.get(`/${folder}/:owner/:id/:name`, (context) => {
      const { pathname, searchParams } = new URL(context.req.url);
      const bytes = platform.attachments.read(pathname, searchParams);
      if (bytes === undefined) return context.text('This content is no longer available.', 404);
      // Whatever was uploaded, it is downloaded and never shown, so that it cannot run as part of the page.
      return context.body(new Uint8Array(bytes), 200, {
        'content-type': 'application/octet-stream',
        'content-disposition': 'attachment',
      });
    });
  }
  page.get('/:file?', async (context) => {
    const file = context.req.param('file') ?? 'index.html';
    const type = CONTENT_TYPES.get(/^[a-z-]+\.(?<ending>[a-z]+)$/.exec(file)?.groups?.ending ?? '');
    const bytes = type === undefined ? undefined : await findPageFile(file);
    if (type === undefined || bytes === undefined) return context.notFound();
    return context.body(new Uint8Array(bytes), 200, { 'content-type': type });
  });
  return page;
}

/** The bytes of a file of the page; undefined if the build made no such file. */
function findPageFile(name: string): Promise<Buffer | undefined> {
  return readFile(new URL(name, PAGE_FOLDER)).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  });
}
