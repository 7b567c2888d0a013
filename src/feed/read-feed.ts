import { parseFeed } from 'feedsmith';
import { parseHTML } from 'linkedom';
import { parseUrl } from '../article/parse-url.js';
import { type Feed, type FeedEntry, MOST_ENTRIES, type ParsedFeed } from './feed.js';

const FEED_TYPES = /^application\/(?:rss\+xml|atom\+xml|rdf\+xml|feed\+json)$/iu;

type Parsed = ReturnType<typeof parseFeed>;

/** An entry as its format has it, before what is missing is made up for. */
interface RawEntry {
  readonly id?: string | undefined;
  readonly link?: string | undefined;
  readonly title?: string | undefined;
  readonly published?: unknown;
  readonly updated?: unknown;
  readonly html?: string | undefined;
}

/**
 * Reads what was fetched from `address`: a feed, or a page that names its feeds in its head. Relative addresses are
 * resolved against it; entries without an id, an address and a title are left out.
 */
export function readFeed(text: string, address: string): ParsedFeed {
  let parsed: Parsed;
  try {
    parsed = parseFeed(text);
  } catch {
    // The library throws for whatever is no feed, a page among it.
    const feeds = findFeedLinks(text, address);
    return feeds.length === 0 ? { kind: 'neither' } : { kind: 'page', feeds };
  }
  return { kind: 'feed', feed: toFeed(parsed, address) };
}

function toFeed(parsed: Parsed, address: string): Feed {
  const base = parseUrl(address) ?? undefined;
  const { title, raw, minutes } = readParts(parsed);
  return {
    title: toPlain(title) ?? base?.hostname ?? address,
    entries: raw.slice(0, MOST_ENTRIES).flatMap((entry) => toEntry(entry, base)),
    minutes,
  };
}

function readParts(parsed: Parsed): { title: string | undefined; raw: RawEntry[]; minutes: number | null } {
  switch (parsed.format) {
    case 'rss': {
      const { title, items = [], ttl } = parsed.feed;
      return {
        title,
        minutes: ttl ?? null,
        raw: items.map((item) => ({
          id: item.guid?.value,
          link: item.link ?? (item.guid?.isPermaLink === false ? undefined : item.guid?.value),
          title: item.title,
          published: item.pubDate ?? item.dc?.dates?.[0],
          html: item.content?.encoded ?? item.description,
        })),
      };
    }
    case 'atom': {
      const { title, entries = [] } = parsed.feed;
      return {
        title: title?.value,
        minutes: null,
        raw: entries.map((entry) => ({
          id: entry.id,
          link: entry.links?.find(({ rel = 'alternate' }) => rel === 'alternate')?.href,
          title: entry.title?.value,
          published: entry.published ?? entry.updated,
          updated: entry.updated,
          html: entry.content?.value ?? entry.summary?.value,
        })),
      };
    }
    case 'rdf': {
      const { title, items = [] } = parsed.feed;
      return {
        title,
        minutes: null,
        raw: items.map((item) => ({
          id: item.rdf?.about,
          link: item.link,
          title: item.title,
          published: item.dc?.dates?.[0],
          html: item.content?.encoded ?? item.description,
        })),
      };
    }
    case 'json': {
      const { title, items = [] } = parsed.feed;
      return {
        title,
        minutes: null,
        raw: items.map((item) => ({
          id: item.id,
          link: item.url ?? item.external_url,
          title: item.title,
          published: item.date_published,
          updated: item.date_modified,
          html:
            item.content_html ??
            (item.content_text === undefined ? undefined : escapeText(item.content_text)),
        })),
      };
    }
  }
}

function toEntry(raw: RawEntry, base: URL | undefined): FeedEntry[] {
  const title = toPlain(raw.title);
  const url = raw.link === undefined ? null : parseUrl(raw.link.trim(), base);
  const key = fold(raw.id) ?? url?.href ?? title;
  if (key === null) return [];
  return [
    {
      key,
      title,
      url: url === null || !/^https?:$/u.test(url.protocol) ? null : url.href,
      published: toDay(raw.published),
      stamp: JSON.stringify([raw.updated ?? raw.published ?? null, title, raw.html?.length ?? 0]),
      html: fold(raw.html) === null ? null : (raw.html ?? null),
    },
  ];
}

/** The words of a title, which may hold markup and character references. */
function toPlain(text: string | undefined): string | null {
  if (text === undefined) return null;
  if (!/[<&]/u.test(text)) return fold(text);
  return fold(parseHTML(`<!doctype html><html><body>${text}</body></html>`).document.body.textContent ?? '');
}

function fold(text: string | undefined): string | null {
  const folded = (text ?? '').replace(/\s+/gu, ' ').trim();
  return folded === '' ? null : folded;
}

/** The day of a moment in RFC 822's or RFC 3339's form, in UTC. */
function toDay(moment: unknown): string | null {
  const time = typeof moment === 'string' ? Date.parse(moment) : Number.NaN;
  return Number.isNaN(time) ? null : new Date(time).toISOString().slice(0, 10);
}

function escapeText(text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return escaped
    .split(/\n{2,}/u)
    .map((paragraph) => `<p>${paragraph}</p>`)
    .join('');
}

/** The feeds that a page names in its head, in its order, each once. */
function findFeedLinks(html: string, address: string): string[] {
  if (!/<link\b/iu.test(html)) return [];
  const base = parseUrl(address) ?? undefined;
  const links = Array.from(parseHTML(html).document.querySelectorAll('link[rel~="alternate" i]'));
  const found = links.flatMap((link) => {
    if (!FEED_TYPES.test(link.getAttribute('type') ?? '')) return [];
    const url = parseUrl(link.getAttribute('href') ?? '', base);
    return url === null ? [] : [url.href];
  });
  return [...new Set(found)];
}
