import { ARTICLE_LIMITS } from '../article/limits.js';
import { DOCUMENT_ENDINGS, ENDINGS, largestOf, NAMED_ENDINGS, readableName } from '../article/source-file.js';
import type { PageFetch } from '../fetch/fetch-page.js';
import type { Pages } from '../fetch/pages.js';
import { phrase } from '../messages/phrase.js';
import type { Draft } from '../store/sources.js';
import type { GivenSource, Outcome } from './own-sources.js';

/** What was given, as the file that is kept of it; `title` is what it is called if it does not say so itself. */
export type GivenFile = Pick<Draft, 'title' | 'ending' | 'bytes' | 'fetchedFrom' | 'fetchedAt'>;

/** Characters of an article's text at most, and so bytes of a file without markup. */
export const { ownText: LONGEST_TEXT } = ARTICLE_LIMITS;

/** The file that was given, written or fetched; or what is wrong with it and what to do. `pages` is null if the operator allows none. */
export async function readGiven(given: GivenSource, pages: Pages | null): Promise<Outcome<GivenFile>> {
  switch (given.kind) {
    case 'file':
      return readFile(given.name, given.bytes);
    case 'text':
      return readPasted(given.text, given.title);
    case 'url':
      return pages === null ? refuse('sources.no-fetching', {}) : readFetched(await pages.fetch(given.url));
  }
}

function readFile(name: string, bytes: Uint8Array): Outcome<GivenFile> {
  const stem = name.replace(/\.[^.]*$/u, '');
  const ending = name.slice(stem.length + 1).toLowerCase();
  if (!ENDINGS.some((known) => known === ending)) {
    return refuse('sources.wrong-ending', { file: name, endings: NAMED_ENDINGS.map((known) => `.${known}`) });
  }
  if (bytes.byteLength === 0) return refuse('sources.empty-file', { file: name });
  const hasMarkup = /^html?$/u.test(ending) || DOCUMENT_ENDINGS.some((known) => known === ending);
  const most = hasMarkup ? largestOf(name) : LONGEST_TEXT;
  if (bytes.byteLength > most) return tooLarge(name, bytes, most);
  return keep({ title: readableName(stem), ending, bytes });
}

async function readPasted(text: string, title: string | null): Promise<Outcome<GivenFile>> {
  if (text.trim() === '') return refuse('sources.empty-text', {});
  // What reads YAML is needed for nothing else outside the threads.
  const { readFrontMatter } = await import('../article/front-matter.js');
  const front = readFrontMatter(text);
  const stated = front.ok ? front.meta.title : null;
  if (title !== null && stated !== null && title !== stated)
    return refuse('sources.two-titles', { title, stated });
  const own = title ?? stated;
  if (own === null) return refuse('sources.no-title', {});
  const bytes = new TextEncoder().encode(text);
  return bytes.byteLength > LONGEST_TEXT
    ? tooLarge(own, bytes, LONGEST_TEXT)
    : keep({ title: own, ending: 'txt', bytes });
}

function readFetched(page: PageFetch): Outcome<GivenFile> {
  if (!page.ok) return page;
  const { file, url, retrievedAt } = page;
  const read = readFile(file.name, file.bytes);
  return read.ok
    ? { ok: true, value: { ...read.value, fetchedFrom: url, fetchedAt: new Date(retrievedAt) } }
    : read;
}

function keep(file: Pick<GivenFile, 'title' | 'ending' | 'bytes'>): Outcome<GivenFile> {
  return { ok: true, value: { ...file, fetchedFrom: null, fetchedAt: null } };
}

function tooLarge(file: string, { byteLength }: Uint8Array, most: number): Outcome<GivenFile> {
  return refuse('sources.too-large', { file, bytes: byteLength, most });
}

function refuse(...[message, values]: Parameters<typeof phrase>): Outcome<GivenFile> {
  return { ok: false, reason: phrase(message, values) };
}
