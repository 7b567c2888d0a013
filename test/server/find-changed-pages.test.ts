import { describe, expect, it } from 'vitest';
import type { Pages } from '../../src/fetch/pages.js';
import { findChangedPages } from '../../src/server/find-changed-pages.js';

const FETCHED_AT = new Date('2031-06-30T12:00:00Z');

const slow: Pick<Pages, 'hasChanged'> = {
  hasChanged: () =>
    new Promise((resolve) => {
      setTimeout(() => resolve({ ok: true, hasChanged: true }), 30);
    }),
};

describe('looking at pages again', () => {
  it('starts on no further page once its time is over, and counts those that are left', async () => {
    const sources = Array.from({ length: 6 }, (_, i) => ({
      name: `page-${i}`,
      title: `Page ${i}`,
      ending: 'html',
      bytes: new Uint8Array(),
      fetchedFrom: `https://site.example/${i}`,
      fetchedAt: FETCHED_AT,
    }));
    const look = await findChangedPages(sources, slow, () => undefined, 20);
    expect(look.changes.map(({ title }) => title)).toEqual(['Page 0', 'Page 1', 'Page 2', 'Page 3']);
    expect(look.unlooked).toBe(2);
    expect((await findChangedPages(sources, slow, () => undefined)).unlooked).toBe(0);
  });
});
