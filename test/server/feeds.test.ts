import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createPages } from '../../src/fetch/pages.js';
import type { ServerDesks } from '../../src/server/create-server-desk.js';
import { FEED_PAUSE, LONGEST_PAUSE, MOST_FEEDS, pauseOf } from '../../src/server/feeds/feed-limits.js';
import { serve, startSites, type TestSites } from '../fetch/test-site.js';
import { inEnglishWords } from '../in-english.js';
import { openTemporary, type TemporaryStore } from '../store/open-temporary.js';
import { accepted, inPlace, openDesks, reasonOf } from './desk-bench.js';

const FEED = 'https://site.example/feed';
const DAY = 24 * 60 * 60 * 1000;

let sites: TestSites;
beforeAll(async () => {
  sites = await startSites();
});
afterAll(() => sites.close());

let temporary: TemporaryStore;
let desks: ServerDesks;
let clock: { now: Date };
beforeEach(async () => {
  sites.pages.clear();
  sites.asked.length = 0;
  temporary = await openTemporary();
  clock = { now: new Date('2031-05-01T08:00:00Z') };
  desks = await openDesks({ store: temporary.store, pages: createPages(sites.options, inPlace), clock });
});
afterEach(() => temporary.remove());

/** An entry: its number, and what it says. */
type Entry = readonly [number: number, text: string];

function list(entries: readonly Entry[]): string {
  const items = entries.map(
    ([number, text]) =>
      `<item><title>Report ${number}</title><guid isPermaLink="false">r${number}</guid>
      <pubDate>2031-04-${String(number).padStart(2, '0')}T08:00:00Z</pubDate>
      <description><![CDATA[<p>${text}</p>]]></description></item>`,
  );
  return `<rss version="2.0"><channel><title>The Port Post</title>${items.join('')}</channel></rss>`;
}

function publish(entries: readonly Entry[], headers: Record<string, string> = {}): void {
  sites.pages.set('site.example/feed', serve('application/rss+xml', list(entries), headers));
}

async function follow(how: { most?: number; whenGone?: 'keep' | 'drop' } = {}, guild = 'g'): Promise<void> {
  const { feeds } = desks.deskOf(guild);
  const { most = 10, whenGone = 'keep' } = how;
  const preview = accepted(await feeds.prepare(FEED, { most, whenGone }, 'u'));
  accepted(await feeds.confirm(preview.draftId, 'u'));
  await desks.readDueFeeds();
}

async function later(milliseconds = FEED_PAUSE): Promise<string[]> {
  clock.now = new Date(clock.now.getTime() + milliseconds);
  return (await desks.readDueFeeds()).map(({ turn }) => turn);
}

async function titles(guild = 'g'): Promise<string[]> {
  return (await desks.deskOf(guild).sources.list()).map(({ title }) => title);
}

async function texts(guild = 'g'): Promise<string[]> {
  const { articles } = await desks.corpusAt(guild);
  return articles.map(({ text }) => text);
}

describe('a feed', () => {
  it('is shown before it is followed, and its newest articles answer from then on, in that server alone', async () => {
    publish([
      [3, 'The ferry has a new hull.'],
      [2, 'The wall stands.'],
      [1, 'The pier fell.'],
    ]);
    const { feeds } = desks.deskOf('g');
    const preview = accepted(await feeds.prepare(FEED, { most: 2, whenGone: 'keep' }, 'u'));
    expect(preview).toMatchObject({
      title: 'The Port Post',
      url: FEED,
      count: 3,
      newest: ['Report 3', 'Report 2', 'Report 1'],
      isFollowed: false,
    });
    expect(await feeds.list()).toEqual([]);
    accepted(await feeds.confirm(preview.draftId, 'u'));
    await desks.readDueFeeds();
    expect(await texts()).toEqual(['The wall stands.', 'The ferry has a new hull.']);
    expect(await texts('h')).toEqual([]);
    expect(await desks.deskOf('g').sources.find('report-3')).toMatchObject({
      addedBy: null,
      feed: { url: FEED, key: 'r3' },
    });
  });

  it('is found by the page that names it', async () => {
    publish([[1, 'The pier fell.']]);
    const page = `<html><head><link rel="alternate" type="application/rss+xml" href="/feed"></head><body>News</body></html>`;
    sites.pages.set('site.example/', serve('text/html', page));
    const preview = await desks
      .deskOf('g')
      .feeds.prepare('https://site.example/', { most: 1, whenGone: 'keep' }, 'u');
    expect(accepted(preview).url).toBe(FEED);
  });

  it('brings new articles as they come, and lets the oldest go beyond the number that is kept', async () => {
    publish([[1, 'The pier fell.']]);
    await follow({ most: 2 });
    publish([
      [3, 'The ferry has a new hull.'],
      [2, 'The wall stands.'],
      [1, 'The pier fell.'],
    ]);
    expect(await later(FEED_PAUSE - 1)).toEqual([]);
    expect(await titles()).toEqual(['Report 1']);
    await later(1);
    expect(await titles()).toEqual(['Report 2', 'Report 3']);
  });

  it('replaces an article that the feed says has changed, under the same name', async () => {
    publish([[1, 'The pier fell.']]);
    await follow();
    publish([[1, 'The pier fell on Monday night.']]);
    await later();
    expect(await titles()).toEqual(['Report 1']);
    expect(await texts()).toEqual(['The pier fell on Monday night.']);
  });

  it.each([
    ['keep', ['Report 1', 'Report 2']],
    ['drop', ['Report 2']],
  ] as const)('may %s what it lists no more', async (whenGone, left) => {
    publish([
      [2, 'The wall stands.'],
      [1, 'The pier fell.'],
    ]);
    await follow({ whenGone });
    publish([[2, 'The wall stands.']]);
    await later();
    expect(await titles()).toEqual(left);
  });

  it('does not bring back what a moderator has removed', async () => {
    publish([
      [2, 'The wall stands.'],
      [1, 'The pier fell.'],
    ]);
    await follow();
    await desks.deskOf('g').sources.remove('report-1');
    await later();
    expect(await titles()).toEqual(['Report 2']);
  });

  it('reads the page of an entry where there is more on it, and what stands in the feed where there is not', async () => {
    const long = 'The pier of Port Arden fell on Monday night. Nobody was hurt, the harbour master said.';
    const entry = (number: number, html: string): string =>
      `<item><title>Report ${number}</title><link>https://site.example/${number}</link><description><![CDATA[${html}]]></description></item>`;
    const feed = `<rss version="2.0"><channel><title>P</title>${entry(1, 'In short.')}${entry(2, `<p>${long}</p>`)}${entry(3, 'Only this.')}</channel></rss>`;
    sites.pages.set('site.example/feed', serve('application/rss+xml', feed));
    sites.pages.set(
      'site.example/1',
      serve('text/html', `<html><body><article><p>${long}</p></article></body></html>`),
    );
    sites.pages.set(
      'site.example/2',
      serve('text/html', '<html><body><p>Subscribe to read.</p></body></html>'),
    );
    await follow();
    const { articles } = await desks.corpusAt('g');
    // The second has the text of the first by then, which is there under another address.
    expect(articles.map(({ text, meta }) => [text, meta.url])).toEqual([
      [long, 'https://site.example/2'],
      ['Only this.', 'https://site.example/3'],
    ]);
  });

  it('asks its server whether anything is new, and keeps what it has where nothing is', async () => {
    const conditions: (string | undefined)[] = [];
    sites.pages.set('site.example/feed', (request, response) => {
      conditions.push(request.headers['if-none-match']);
      if (request.headers['if-none-match'] === '"v1"') response.writeHead(304).end();
      else serve('application/rss+xml', list([[1, 'The pier fell.']]), { etag: '"v1"' })(request, response);
    });
    await follow();
    await later();
    expect(conditions).toEqual([undefined, undefined, '"v1"']);
    expect(await titles()).toEqual(['Report 1']);
  });

  it('is read once by each server that follows it, within the room of each', async () => {
    publish([[1, 'The pier fell.']]);
    await follow({}, 'g');
    await follow({}, 'h');
    await desks.deskOf('g').feeds.unfollow(FEED, 'drop');
    expect([await titles('g'), await titles('h')]).toEqual([[], ['Report 1']]);
  });

  it('leaves its articles behind, or takes them away, when it is followed no more', async () => {
    publish([[1, 'The pier fell.']]);
    await follow();
    const { feeds } = desks.deskOf('g');
    expect((await feeds.find('port post'))?.url).toBe(FEED);
    expect(await feeds.unfollow(FEED, 'keep')).toBe(0);
    expect(await titles()).toEqual(['Report 1']);
    expect(await feeds.unfollow(FEED, 'drop')).toBeNull();
    await follow();
    publish([[2, 'The wall stands.']]);
    await later();
    expect(await feeds.unfollow(FEED, 'drop')).toBe(1);
    expect(await titles()).toEqual(['Report 1']);
  });
});

describe('a feed that fails', () => {
  it('says so once, waits longer each time, keeps its articles, and says once that it is well again', async () => {
    publish([[1, 'The pier fell.']]);
    await follow();
    sites.pages.delete('site.example/feed');
    expect(await later()).toEqual(['failing']);
    const [feed] = await desks.deskOf('g').feeds.list();
    expect(feed?.failingSince).toEqual(clock.now);
    expect(inEnglishWords(feed?.problem ?? '')).toBe(
      'https://site.example/feed was answered with HTTP status 404 instead of a page; open it in a browser to see whether it is there, or upload the page as a file.',
    );
    expect(await later(FEED_PAUSE)).toEqual([]);
    expect(sites.asked.filter((address) => address === 'site.example/feed')).toHaveLength(3);
    expect(await later(FEED_PAUSE)).toEqual([]);
    expect(sites.asked.filter((address) => address === 'site.example/feed')).toHaveLength(4);
    publish([[2, 'The wall stands.']]);
    expect(await later(DAY)).toEqual(['well']);
    expect(await titles()).toEqual(['Report 1', 'Report 2']);
    expect((await desks.deskOf('g').feeds.list())[0]).toMatchObject({
      failingSince: null,
      failures: 0,
      problem: null,
    });
  });

  it('is told from one that the site has taken away for good', async () => {
    publish([[1, 'The pier fell.']]);
    await follow();
    sites.pages.set('site.example/feed', (_, response) => response.writeHead(410).end());
    await later();
    const [feed] = await desks.deskOf('g').feeds.list();
    expect(inEnglishWords(feed?.problem ?? '')).toBe('The site says that this feed is gone for good.');
  });

  it('is told where its articles have no room left, and takes them once there is', async () => {
    const text = 'The pier fell. '.repeat(3_000);
    publish([
      [3, `${text}3`],
      [2, `${text}2`],
      [1, `${text}1`],
    ]);
    await follow();
    expect(await titles()).toEqual(['Report 1', 'Report 2']);
    const { feeds, sources } = desks.deskOf('g');
    expect(inEnglishWords((await feeds.list())[0]?.problem ?? '')).toBe(
      'There is no room left for “Report 3”: remove an article, or keep fewer of this feed.',
    );
    await sources.remove('report-1');
    await later();
    expect(await titles()).toEqual(['Report 2', 'Report 3']);
    expect((await feeds.list())[0]?.problem).toBeNull();
  });

  it('is refused where there is none, and beyond the number that a server may follow', async () => {
    const { feeds } = desks.deskOf('g');
    const how = { most: 1, whenGone: 'keep' } as const;
    sites.pages.set('site.example/page', serve('text/html', '<html><body>News</body></html>'));
    expect(reasonOf(await feeds.prepare('https://site.example/page', how, 'u'))).toBe(
      'There is no feed at https://site.example/page, and the page there names none: look on the site for the address of its RSS or Atom feed.',
    );
    for (let n = 0; n < MOST_FEEDS; n += 1) {
      sites.pages.set(`site.example/${n}.xml`, serve('application/xml', list([])));
      const preview = accepted(await feeds.prepare(`https://site.example/${n}.xml`, how, `u${n}`));
      accepted(await feeds.confirm(preview.draftId, `u${n}`));
    }
    publish([[1, 'The pier fell.']]);
    expect(reasonOf(await feeds.prepare(FEED, how, 'u'))).toBe(
      'This server follows 10 feeds already, which are the most: unfollow one first.',
    );
  });
});

it('a pause grows with what the feed asks and with each failure, up to a day', () => {
  expect([pauseOf(null, 0), pauseOf(5, 0), pauseOf(90, 0), pauseOf(null, 2), pauseOf(90, 9)]).toEqual([
    FEED_PAUSE,
    FEED_PAUSE,
    3 * FEED_PAUSE,
    4 * FEED_PAUSE,
    LONGEST_PAUSE,
  ]);
});
