import type { SourceFile } from '../article/source-file.js';
import type { UnreadSource } from './assemble.js';
import { phrase } from '../messages/phrase.js';
import type { StoredSource } from '../store/store.js';

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
export function refuseReserved({ files, unread }: SharedSources): SharedSources {
  const isReserved = ({ file }: { readonly file: string }): boolean => file.startsWith(OWN);
  const reason = phrase('articles.reserved-name', { prefix: OWN });
  const refused = files.filter(isReserved).map(({ file }) => ({ file: `./${file}`, reason }));
  return { files: files.filter((one) => !isReserved(one)), unread: [...unread, ...refused] };
}

/** What a folder of shared articles holds. */
interface SharedSources {
  readonly files: readonly SourceFile[];
  readonly unread: readonly UnreadSource[];
}

/** A server's own source as a file to read an article of. */
export function toSourceFile({
  name,
  ending,
  title,
  bytes,
  fetchedFrom,
}: Pick<StoredSource, 'name' | 'ending' | 'title' | 'bytes' | 'fetchedFrom'>): SourceFile {
  return { file: `${ownArticleId(name)}.${ending}`, bytes, title, fetchedFrom };
}
