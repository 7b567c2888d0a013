import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Feed } from '../../src/feed/feed.js';
import { MOST_ENTRIES } from '../../src/feed/feed.js';
import { readFeed } from '../../src/feed/read-feed.js';

const ADDRESS = 'https://post.example/news/feed';

function feedOf(text: string): Feed {
  const parsed = readFeed(text, ADDRESS);
  if (parsed.kind !== 'feed') throw new Error(`No feed but ${parsed.kind}.`);
  return parsed.feed;
}

const RSS = `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>The Port Post</title><ttl>90</ttl>
<item><title>Pier &amp; wall</title><link>https://post.example/pier</link><guid isPermaLink="false">p-1</guid>
<pubDate>Mon, 03 Mar 2031 10:00:00 GMT</pubDate><description>Short.</description>
<content:encoded><![CDATA[<p>The pier fell.</p>]]></content:encoded></item>
<item><title>Ferry</title><guid>https://post.example/ferry</guid></item>
<item><description>Nothing tells which this is.</description></item></channel></rss>`;

const ATOM = `<feed xmlns="http://www.w3.org/2005/Atom"><title type="html">Moe &amp;amp; Lind</title><id>f</id>
<updated>2031-03-03T10:00:00Z</updated><entry><title type="html">&lt;b&gt;Wall&lt;/b&gt; stands</title><id>tag:e1</id>
<link rel="self" href="https://post.example/self"/><link href="../wall"/><updated>2031-03-05T00:00:00Z</updated>
<published>2031-03-02T23:30:00-02:00</published><content type="html">&lt;p&gt;It stands.&lt;/p&gt;</content></entry></feed>`;

const JSON_FEED = JSON.stringify({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Minutes',
  items: [
    { id: '1', url: 'https://post.example/1', title: 'One', content_text: 'Fees < 3 & up.\n\nNo more.' },
    { id: '2', title: 'Two', date_modified: '2031-01-02T00:00:00Z' },
  ],
});

const RDF = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
<channel rdf:about="c"><title>Old news</title></channel>
<item rdf:about="https://post.example/r"><title>Rain</title><link>https://post.example/r</link></item></rdf:RDF>`;

describe('a feed', () => {
  it('of RSS has its ids, addresses, days and whole texts; an entry that nothing tells apart is left out', () => {
    const { title, minutes, entries } = feedOf(RSS);
    expect([title, minutes]).toEqual(['The Port Post', 90]);
    expect(entries).toMatchObject([
      {
        key: 'p-1',
        title: 'Pier & wall',
        url: 'https://post.example/pier',
        published: '2031-03-03',
        html: '<p>The pier fell.</p>',
      },
      { key: 'https://post.example/ferry', url: 'https://post.example/ferry', published: null, html: null },
    ]);
  });

  it('of Atom has plain titles, addresses resolved against its own, and the day in UTC', () => {
    expect(feedOf(ATOM)).toMatchObject({
      title: 'Moe & Lind',
      minutes: null,
      entries: [
        {
          key: 'tag:e1',
          title: 'Wall stands',
          url: 'https://post.example/wall',
          published: '2031-03-03',
          html: '<p>It stands.</p>',
        },
      ],
    });
  });

  it('of JSON keeps what stands in plain text as it stands', () => {
    expect(feedOf(JSON_FEED).entries).toMatchObject([
      { key: '1', html: '<p>Fees &lt; 3 &amp; up.</p><p>No more.</p>' },
      { key: '2', url: null, html: null },
    ]);
  });

  it('of RDF has its entries', () => {
    expect(feedOf(RDF)).toMatchObject({
      title: 'Old news',
      entries: [{ key: 'https://post.example/r', title: 'Rain' }],
    });
  });

  it.each([
    ['a later moment', ATOM.replace('2031-03-05', '2031-03-06')],
    ['another title', ATOM.replace('stands', 'stood')],
    ['a longer text', ATOM.replace('It stands.', 'It stands there.')],
  ])('gives an entry another stamp for %s, under the same key', (_, changed) => {
    const [before, after] = [feedOf(ATOM).entries[0], feedOf(changed).entries[0]];
    expect(after?.key).toBe(before?.key);
    expect(after?.stamp).not.toBe(before?.stamp);
    expect(feedOf(ATOM).entries[0]?.stamp).toBe(before?.stamp);
  });

  it('is looked at as far as its newest entries', () => {
    const items = Array.from({ length: MOST_ENTRIES + 5 }, (_, i) => `<item><title>T${i}</title></item>`);
    const { entries } = feedOf(`<rss version="2.0"><channel>${items.join('')}</channel></rss>`);
    expect(entries).toHaveLength(MOST_ENTRIES);
  });

  it('leads nowhere but to the web', () => {
    const script = `<rss version="2.0"><channel><item><title>A</title><link>javascript:alert(1)</link></item></channel></rss>`;
    expect(feedOf(script).entries[0]?.url).toBeNull();
  });
});

describe('what is no feed', () => {
  it('names the feeds of a page', () => {
    const page = `<html><head><link rel="alternate" type="application/rss+xml" href="/feed.xml">
      <link rel="stylesheet" href="/a.css"><link rel="alternate" hreflang="de" href="/de">
      <link rel="alternate" type="application/atom+xml" href="https://post.example/atom"></head><body>News</body></html>`;
    expect(readFeed(page, ADDRESS)).toEqual({
      kind: 'page',
      feeds: ['https://post.example/feed.xml', 'https://post.example/atom'],
    });
  });

  it.each(['', 'The pier fell.', '{"a": 1}', '<html><body>News</body></html>', '<rss>', '[]', '<?xml?>'])(
    'is told: %j',
    (text) => {
      expect(readFeed(text, ADDRESS)).toEqual({ kind: 'neither' });
    },
  );

  it('never throws, whatever stands there', () => {
    const pieces = fc.constantFrom(
      ...RSS.split(/(?=<)/u),
      ...ATOM.split(/(?=<)/u),
      '&',
      '<![CDATA[',
      ']]>',
      '<!DOCTYPE a [',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string()), { maxLength: 40 }), (parts) => {
        expect(['feed', 'page', 'neither']).toContain(readFeed(parts.join(''), ADDRESS).kind);
      }),
      { numRuns: 400 },
    );
  });
});
