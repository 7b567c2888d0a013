import type { Article } from '../../article/article.js';
import type { ArticleReader } from '../../extract/article-reader.js';
import type { FeedEntry } from '../../feed/feed.js';
import type { Pages } from '../../fetch/pages.js';
import type { Corpus } from '../../library/corpus.js';
import type { PutSource } from '../../library/listed-sources.js';
import { ownArticleId, toListedFile } from '../../library/own-articles.js';
import { renameArticle } from '../../library/rename-article.js';
import { phrase, type Wording } from '../../messages/phrase.js';
import type { SourceFeed, SourceRecord, SourceTotals } from '../../store/sources.js';
import type { Store } from '../../store/store.js';
import { findLikeness } from '../find-likeness.js';
import { makeArticle } from '../make-article.js';
import { freeName } from '../name-source.js';
import type { Outcome } from '../own-sources.js';
import { type GivenFile, readGiven } from '../read-given.js';

/** What an entry of a feed becomes a source with. */
export interface EntryParts {
  readonly guildId: string;
  readonly store: Pick<Store, 'sources'>;
  readonly limits: SourceTotals;
  readonly pages: Pages;
  readonly reader: Pick<ArticleReader, 'parse'>;
  readonly now: () => Date;
  readonly own: () => Promise<Corpus>;
  readonly shared: () => Corpus;
  /** Texts that came by the same reading of the feed, which are not served yet. */
  readonly texts: Set<string>;
  /** What was taken by the same reading, by the files' names: it is served together. */
  readonly taken: Map<string, PutSource>;
}

/** A page with less than this share of the text that the feed itself has is none of the article: a wall, or a list. */
const SHARE_OF_FEED = 0.5;

/**
 * Makes a source of an entry: of its page, or of the text in the feed if there is no page or less on it. What is there
 * already under another name is left as it is. Why it cannot be taken, or null.
 */
export async function takeEntry(
  entry: FeedEntry,
  from: SourceFeed,
  replaced: SourceRecord | null,
  parts: EntryParts,
): Promise<Wording | null> {
  const { guildId, store, limits, now } = parts;
  const made = await makeEntry(entry, parts);
  if (!made.ok) return made.reason;
  const { file, article, name } = made.value;
  const records = await store.sources.list(guildId);
  const likeness = findLikeness(article, name, { records, own: await parts.own(), shared: parts.shared() });
  const isElsewhere = likeness !== null && likeness.sameness !== 'name' && likeness.name !== replaced?.name;
  if (isElsewhere || parts.texts.has(article.text)) return null;
  const taken = new Set(records.map((record) => record.name));
  const source = {
    guildId,
    name: replaced?.name ?? freeName(name, taken),
    title: article.meta.title,
    ending: file.ending,
    bytes: file.bytes,
    fetchedFrom: file.fetchedFrom,
    fetchedAt: file.fetchedAt,
    addedBy: replaced?.addedBy ?? null,
    addedAt: replaced?.addedAt ?? now(),
    feed: from,
  };
  if (await store.sources.put(source, limits)) {
    parts.texts.add(article.text);
    const parsed = { ok: true, article: renameArticle(article, ownArticleId(source.name)) } as const;
    const served = toListedFile(source);
    parts.taken.set(served.file, { source: served, parsed });
    return null;
  }
  return phrase('sources.feed-no-room', { title: article.meta.title });
}

interface Made {
  readonly file: GivenFile;
  readonly article: Article;
  readonly name: string;
}

async function makeEntry(entry: FeedEntry, { pages, reader, now }: EntryParts): Promise<Outcome<Made>> {
  const called = entry.title ?? entry.key;
  const inFeed = entry.html === null ? null : await make(toFile(entry, entry.html, now()), called, reader);
  if (entry.url === null)
    return inFeed ?? { ok: false, reason: phrase('sources.feed-empty', { title: called }) };
  const given = await readGiven({ kind: 'url', url: entry.url }, pages);
  const onPage = given.ok ? await make(given.value, called, reader) : given;
  if (!onPage.ok) return inFeed?.ok === true ? inFeed : onPage;
  const isWhole =
    inFeed?.ok !== true ||
    onPage.value.article.text.length >= inFeed.value.article.text.length * SHARE_OF_FEED;
  return isWhole ? onPage : inFeed;
}

async function make(file: GivenFile, called: string, reader: EntryParts['reader']): Promise<Outcome<Made>> {
  const made = await makeArticle(reader, file, called);
  return made.ok ? { ok: true, value: { file, ...made.value } } : made;
}

/** The text of an entry as a page that says what the feed says of it. */
function toFile({ title, key, url, published }: FeedEntry, html: string, now: Date): GivenFile {
  const called = title ?? key;
  const day = published === null ? '' : `<meta property="article:published_time" content="${published}">`;
  const page = `<!doctype html><html><head><meta charset="utf-8"><title>${escapeText(called)}</title>${day}</head><body><article>${html}</article></body></html>`;
  const bytes = new TextEncoder().encode(page);
  return { title: called, ending: 'html', bytes, fetchedFrom: url, fetchedAt: url === null ? null : now };
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
