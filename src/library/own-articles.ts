import type { SourceFile } from '../article/source-file.js';
import { phrase } from '../messages/phrase.js';
import type { SourceRecord, StoredSource } from '../store/sources.js';
import type { ListedSource, ListedSources } from './listed-sources.js';

/** What the ids of a server's own articles begin with; a file of the shared ones that is called so gives way to them. */
const OWN = 'server:';

/** The id of the article of a server's own source. */
export function ownArticleId(name: string): string {
  return `${OWN}${name}`;
}

/** The name of the own source behind an article's id or a file of `toSourceFile`; null for those that all servers share. */
export function ownSourceName(idOrFile: string): string | null {
  return idOrFile.startsWith(OWN) ? idOrFile.slice(OWN.length).replace(/\.[^.]*$/u, '') : null;
}

/** Shared files without those whose names would make them a server's own; these are told among those that could not be read. */
export function refuseReserved({ files, unchanged = [], unread }: ListedSources): ListedSources {
  const isReserved = ({ file }: { readonly file: string }): boolean => file.startsWith(OWN);
  const reason = phrase('articles.reserved-name', { prefix: OWN });
  const refused = files.filter(isReserved).map(({ file }) => ({ file: `./${file}`, reason }));
  return { files: files.filter((one) => !isReserved(one)), unchanged, unread: [...unread, ...refused] };
}

/** The name of the file that `toSourceFile` makes of a source. */
export function ownFile({ name, ending }: Pick<StoredSource, 'name' | 'ending'>): string {
  return `${ownArticleId(name)}.${ending}`;
}

/** A server's own source as a file to read an article of. */
export function toSourceFile({
  name,
  ending,
  title,
  bytes,
  fetchedFrom,
}: Pick<StoredSource, 'name' | 'ending' | 'title' | 'bytes' | 'fetchedFrom'>): SourceFile {
  return { file: ownFile({ name, ending }), bytes, title, fetchedFrom };
}

/** The same of one that is stored, with what tells without its bytes whether it is still the same. */
export function toListedFile(source: StoredFile): ListedSource {
  return { ...toSourceFile(source), stamp: stampOf({ ...source, size: source.bytes.byteLength }) };
}

/** What tells a stored source from another of its name. */
export function stampOf({
  addedAt,
  size,
  title,
  fetchedFrom,
  feed,
}: Omit<SourceRecord, 'guildId' | 'name' | 'ending' | 'fetchedAt' | 'addedBy'>): string {
  return JSON.stringify([addedAt.getTime(), size, title, fetchedFrom, feed?.stamp ?? null]);
}

type StoredFile = Omit<StoredSource, 'guildId' | 'size' | 'fetchedAt' | 'addedBy'>;
