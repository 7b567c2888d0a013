import type { ParsedSource } from '../article/source-file.js';
import type { ArticleReader } from '../extract/article-reader.js';
import { mapAtOnce } from '../scheduling/map-at-once.js';
import type { ReadSource, UnreadSource } from './assemble.js';
import type { KeptSource } from './library-shelf.js';
import type { ListedSource, ListedSources, PutSource } from './listed-sources.js';
import type { LoadProgress } from './load-progress.js';
import { sourceKey } from './source-key.js';

/** Files that are made articles of at the same time: as many as there are threads, so that none waits for the next one. */
const AT_ONCE = 3;

/** What became of a file, and what it was made of. */
interface KnownSource {
  readonly key: string;
  readonly stamp: string | null;
  readonly parsed: ParsedSource;
}

/** What became of each file of a library when it was last read, so that only what has changed is made an article of again. Never changed once made. */
export class ParsedSources {
  readonly #files: ReadonlyMap<string, KnownSource>;
  readonly #unread: readonly UnreadSource[];

  constructor(files: ReadonlyMap<string, KnownSource> = new Map(), unread: readonly UnreadSource[] = []) {
    this.#files = files;
    this.#unread = unread;
  }

  /** Those of a library that was kept. */
  static ofKept(sources: readonly KeptSource[]): ParsedSources {
    const files = sources.map(
      ({ file, key, stamp, article }) => [file, { key, stamp, parsed: { ok: true, article } }] as const,
    );
    return new ParsedSources(new Map(files));
  }

  /** What is to be kept of it: the files that an article could be made of. */
  get kept(): readonly KeptSource[] {
    return [...this.#files].flatMap(([file, { key, stamp, parsed }]) =>
      parsed.ok ? [{ file, key, stamp, article: parsed.article }] : [],
    );
  }

  /** What was parsed, in the order of the files' names. */
  get parsedFiles(): readonly ReadSource[] {
    return [...this.#files]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([file, { parsed }]) => ({ file, parsed }));
  }

  get unread(): readonly UnreadSource[] {
    return this.#unread;
  }

  /** Whether a file is as it was when an article was made of it; one of which none could be made is tried again each time. */
  isKnown(file: string, stamp: string): boolean {
    const known = this.#files.get(file);
    return known?.parsed.ok === true && known.stamp === stamp;
  }

  /** Those of files as they are listed now; `parse` makes an article of what is new or another. */
  async list(
    { files, unchanged = [], unread }: ListedSources,
    parse: ArticleReader['parse'],
    onProgress?: (progress: LoadProgress) => void,
  ): Promise<ParsedSources> {
    const of = files.length + unchanged.length;
    let read = unchanged.length;
    const parsed = await mapAtOnce(files, AT_ONCE, async (source) => {
      const one = await this.#parse(source, parse);
      read += 1;
      onProgress?.({ read, of });
      return [source.file, one] as const;
    });
    const kept = unchanged.flatMap((file) => {
      const known = this.#files.get(file);
      return known === undefined ? [] : [[file, known] as const];
    });
    return new ParsedSources(new Map([...kept, ...parsed]), unread);
  }

  /** These with others in place of those that are called the same but for the ending or beside them, and without some. */
  async change(
    put: readonly PutSource[],
    removed: readonly string[],
    parse: ArticleReader['parse'],
  ): Promise<ParsedSources> {
    const names = new Set(put.map(({ source }) => withoutEnding(source.file)));
    const gone = [...this.#files.keys()].filter((file) => names.has(withoutEnding(file)));
    const files = new Map(this.#files);
    for (const file of [...removed, ...gone]) files.delete(file);
    for (const { source, parsed } of put)
      files.set(
        source.file,
        await this.#parse(source, parsed === undefined ? parse : () => Promise.resolve(parsed)),
      );
    return new ParsedSources(
      files,
      this.#unread.filter(({ file }) => !removed.includes(file) && !names.has(withoutEnding(file))),
    );
  }

  async #parse(source: ListedSource, parse: ArticleReader['parse']): Promise<KnownSource> {
    const { stamp = null } = source;
    const key = sourceKey(source);
    const known = this.#files.get(source.file);
    if (known?.key === key && known.parsed.ok) return { key, stamp, parsed: known.parsed };
    return { key, stamp, parsed: await parse(source) };
  }
}

function withoutEnding(file: string): string {
  return file.replace(/\.[^./]+$/u, '');
}
