import { Hono } from 'hono';
import type { Platform } from './platform.js';

/** The page and its own small API. */
export function createPage(platform: Platform): Hono {
  const page = new Hono();
  page.get('/attachments/:id/:name', (context) => {
    const file = platform.attachments.find(context.req.param('id'));
    if (file === undefined) return context.notFound();
    return context.body(new Uint8Array(file.bytes), 200, {
      'content-type': 'application/octet-stream',
      'content-disposition': 'attachment',
      'x-content-type-options': 'nosniff',
    });
  });
  return page;
}
