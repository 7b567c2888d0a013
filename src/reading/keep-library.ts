import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { KeptFolder } from '../files/kept-folder.js';
import type { KeptLibrary, KeptSource, LibraryShelf } from '../library/library-shelf.js';
import { doInSlices } from '../scheduling/give-way.js';
import type { IndexSegment } from '../search/index/index-segment.js';
import type { ServedSegment } from '../search/index/served-segment.js';
import { packSegment, unpackSegment } from './kept-segment.js';

/** What a library is kept with. */
export interface KeepLibraryOptions {
  readonly folder: KeptFolder;
  /** Tells this program from others (see `programPrint`): what another one has made is not taken. */
  readonly print: () => Promise<string>;
  /** Told of what could not be read or written; the library is served all the same. */
  readonly onTrouble: (error: unknown) => void;
}

/** The file that says which segments are served, and what each of their articles was made of. It is written last. */
const LIST = 'library.json';

/** The ending of the other files. */
const SEGMENT = '.segment';

const listSchema = z.strictObject({
  print: z.string(),
  segments: z.array(
    z.strictObject({
      name: z.string().regex(/^[\w-]+\.segment$/u),
      articles: z.array(
        z.strictObject({
          number: z.int().nonnegative(),
          file: z.string(),
          key: z.string(),
          stamp: z.string().nullable(),
        }),
      ),
    }),
  ),
});
type List = z.infer<typeof listSchema>;

const NOTHING: KeptLibrary = { sources: [], segments: [] };

/**
 * A shelf in a folder: a file for each segment, which is written once, as segments never change, and a list of them. What is damaged, or was made by
 * another program, is passed over, and goes when the next library is kept; the articles of it are then made anew.
 */
export function keepLibrary({ folder, print, onTrouble }: KeepLibraryOptions): LibraryShelf {
  const names = new WeakMap<IndexSegment, string>();
  let written = '';
  const load = async (): Promise<KeptLibrary> => {
    const list = readList(await folder.read(LIST));
    if (list === null || list.print !== (await print())) return NOTHING;
    const sources: KeptSource[] = [];
    const segments: ServedSegment[] = [];
    for (const { name, articles } of list.segments) {
      const bytes = await folder.read(name);
      const wanted = new Map(articles.map((one) => [one.number, one]));
      const read = bytes && (await doInSlices(unpackSegment(bytes, (number) => wanted.has(number))));
      if (read === null) continue;
      names.set(read.segment, name);
      segments.push(read);
      for (const [number, article] of read.articles.entries()) {
        const { file = '', key = '', stamp = null } = wanted.get(number) ?? {};
        if (article !== null) sources.push({ file, key, stamp, article });
      }
    }
    return { sources, segments };
  };
  const save = async ({ sources, segments }: KeptLibrary): Promise<void> => {
    const made = new Map(sources.map((source) => [source.article, source]));
    const list: List = { print: await print(), segments: [] };
    for (const served of segments) {
      const articles = served.articles.flatMap((article, number) => {
        const source = article === null ? undefined : made.get(article);
        return source === undefined
          ? []
          : [{ number, file: source.file, key: source.key, stamp: source.stamp }];
      });
      let name = names.get(served.segment);
      if (name === undefined) {
        name = nameOf(articles, list.print);
        await folder.write(name, await doInSlices(packSegment(served)));
        names.set(served.segment, name);
      }
      list.segments.push({ name, articles });
    }
    const text = JSON.stringify(list);
    if (text === written) return;
    await folder.write(LIST, [Buffer.from(text)]);
    written = text;
    const kept = new Set(list.segments.map(({ name }) => name));
    for (const name of await folder.list())
      if (name.endsWith(SEGMENT) && !kept.has(name)) await folder.remove(name);
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

function readList(bytes: Buffer | null): List | null {
  if (bytes === null) return null;
  const read = listSchema.safeParse(JSON.parse(bytes.toString()));
  return read.success ? read.data : null;
}

/** A name that no other segment has: by what it was made of, and by which program. */
function nameOf(articles: readonly { readonly file: string; readonly key: string }[], print: string): string {
  const hash = createHash('sha256').update(print);
  for (const { file, key } of articles) hash.update(JSON.stringify([file, key]));
  return `${hash.digest('base64url').slice(0, 32)}${SEGMENT}`;
}
