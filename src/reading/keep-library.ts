import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Article } from '../article/article.js';
import type { KeptFolder } from '../files/kept-folder.js';
import type { KeptLibrary, KeptSource, LibraryShelf } from '../library/library-shelf.js';
import { doInSlices } from '../scheduling/give-way.js';
import { countArticles, type IndexSegment } from '../search/index/index-segment.js';
import type { ServedSegment } from '../search/index/served-segment.js';
import { packArticles, unpackArticles } from './kept-articles.js';
import { packSegment, unpackSegment } from './kept-segment.js';

/** What a library is kept with. */
export interface KeepLibraryOptions {
  readonly folder: KeptFolder;
  /** Tells this program from others (see `programFingerprint`): what another one has made is not taken. */
  readonly fingerprint: () => Promise<string>;
  /** Told of what could not be read or written; the library is served all the same. */
  readonly onTrouble: (error: unknown) => void;
}

/** The file that says which segments are served, and what each of their articles was made of. It is written last. */
const LIST = 'library.list';

/** The endings of the other files: a segment of the index, and its articles, which mostly outlive it. */
const SEGMENT = '.segment';
const ARTICLES = '.articles';

/** The first line of the list. */
const titleSchema = z.strictObject({
  fingerprint: z.string(),
  segments: z.array(z.string().regex(/^[\w-]+$/u)),
});

/** Each other one: a segment's place among all, an article's number in it, and what that was made of. */
const madeSchema = z.tuple([z.int(), z.int(), z.string(), z.string(), z.string().nullable()]);

interface List {
  readonly fingerprint: string;
  readonly segments: readonly string[];
  /** For each segment its articles by their numbers. */
  readonly made: readonly ReadonlyMap<number, Omit<KeptSource, 'article'>>[];
}

const NOTHING: KeptLibrary = { sources: [], segments: [] };

/**
 * A shelf in a folder: two files for each segment, which are written once, as segments never change, and a list of them. What is damaged, or was made by
 * another program, is passed over, and goes when the next library is kept; the articles of it are then made anew.
 */
export function keepLibrary({ folder, fingerprint, onTrouble }: KeepLibraryOptions): LibraryShelf {
  const names = new WeakMap<IndexSegment, string>();
  let written = '';
  const load = async (): Promise<KeptLibrary> => {
    const bytes = await folder.read(LIST);
    const list = bytes && (await doInSlices(readList(bytes.toString())));
    if (list === null || list.fingerprint !== (await fingerprint())) return NOTHING;
    const sources: KeptSource[] = [];
    const segments: ServedSegment[] = [];
    for (const [place, name] of list.segments.entries()) {
      const made = list.made[place] ?? new Map<number, Omit<KeptSource, 'article'>>();
      const served = await readServed(folder, name, (number) => made.has(number));
      if (served === null) continue;
      names.set(served.segment, name);
      segments.push(served);
      for (const [number, article] of served.articles.entries()) {
        const source = made.get(number);
        if (article !== null && source !== undefined) sources.push({ ...source, article });
      }
    }
    return { sources, segments };
  };
  const save = async ({ sources, segments }: KeptLibrary): Promise<void> => {
    const made = new Map(sources.map((source) => [source.article, source]));
    const own = await fingerprint();
    const kept: string[] = [];
    const lines: string[] = [];
    for (const [place, served] of segments.entries()) {
      let name = names.get(served.segment);
      if (name === undefined) {
        name = nameOf(served, made, own);
        await folder.write(`${name}${ARTICLES}`, await doInSlices(packArticles(served.articles)));
        await folder.write(`${name}${SEGMENT}`, await doInSlices(packSegment(served.segment)));
        names.set(served.segment, name);
      }
      kept.push(name);
      await doInSlices(listMade(served, place, made, lines));
    }
    const text = [JSON.stringify({ fingerprint: own, segments: kept }), ...lines].join('\n');
    if (text === written) return;
    await folder.write(LIST, [Buffer.from(text)]);
    written = text;
    const stay = new Set(kept.flatMap((name) => [`${name}${ARTICLES}`, `${name}${SEGMENT}`]));
    for (const name of await folder.list())
      if (/\.(?:articles|segment)$/u.test(name) && !stay.has(name)) await folder.remove(name);
  };
  return {
    load: () =>
      load().catch((error: unknown) => {
        onTrouble(error);
        return NOTHING;
      }),
    save: (kept) => save(kept).catch(onTrouble),
  };
}

/** A segment with its articles; null if one of both is not there as it was written. */
async function readServed(
  folder: KeptFolder,
  name: string,
  isWanted: (article: number) => boolean,
): Promise<ServedSegment | null> {
  const [index, texts] = [await folder.read(`${name}${SEGMENT}`), await folder.read(`${name}${ARTICLES}`)];
  const segment = index && (await doInSlices(unpackSegment(index)));
  const articles = texts && (await doInSlices(unpackArticles(texts, isWanted)));
  if (segment === null || articles === null || articles.length !== countArticles(segment)) return null;
  return { segment, articles };
}

/** Null for what is no list. A step after each line. */
function* readList(text: string): Generator<undefined, List | null> {
  const [first = '', ...lines] = text.split('\n');
  const title = titleSchema.safeParse(parseJson(first));
  if (!title.success) return null;
  const { fingerprint, segments } = title.data;
  const made = segments.map(() => new Map<number, Omit<KeptSource, 'article'>>());
  for (const line of lines) {
    const read = madeSchema.safeParse(parseJson(line));
    if (!read.success) return null;
    const [place, number, file, key, stamp] = read.data;
    made[place]?.set(number, { file, key, stamp });
    yield;
  }
  return { fingerprint, segments, made };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Adds the lines of a segment's articles. A step after each. */
function* listMade(
  { articles }: ServedSegment,
  place: number,
  made: ReadonlyMap<Article, KeptSource>,
  lines: string[],
): Generator<undefined, void> {
  for (const [number, article] of articles.entries()) {
    const source = article === null ? undefined : made.get(article);
    if (source !== undefined)
      lines.push(JSON.stringify([place, number, source.file, source.key, source.stamp]));
    yield;
  }
}

/** A name that no other segment has: by what it was made of, and by which program. */
function nameOf(
  { articles }: ServedSegment,
  made: ReadonlyMap<Article, KeptSource>,
  fingerprint: string,
): string {
  const hash = createHash('sha256').update(fingerprint);
  for (const article of articles) {
    const source = article === null ? undefined : made.get(article);
    if (source !== undefined) hash.update(JSON.stringify([source.file, source.key]));
  }
  return hash.digest('base64url').slice(0, 32);
}
