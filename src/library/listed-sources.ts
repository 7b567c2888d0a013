import type { ParsedSource, SourceFile } from '../article/source-file.js';
import type { UnreadSource } from './assemble.js';

/** A source that was read, with what tells without reading it whether it is still the same; null if nothing does. */
export interface ListedSource extends SourceFile {
  readonly stamp?: string | null;
}

/** Sources as they are now. */
export interface ListedSources {
  readonly files: readonly ListedSource[];
  /** Files that were not read, as their stamps are those known already. */
  readonly unchanged?: readonly string[];
  readonly unread: readonly UnreadSource[];
}

/** Lists sources, and reads those whose stamp is not known. */
export type ReadSources = (isKnown: IsKnown) => Promise<ListedSources>;

/** Whether what was made of a file with this stamp is there. */
export type IsKnown = (file: string, stamp: string) => boolean;

/** What changes of the sources of a library, without a look at the others. */
export interface SourceChange {
  /** New, or in place of the one that is called the same but for its ending. */
  readonly put: readonly PutSource[];
  /** The names of files that are gone. */
  readonly removed: readonly string[];
}

/** A source with what was parsed of it before, if there is one. */
export interface PutSource {
  readonly source: ListedSource;
  readonly parsed?: ParsedSource | undefined;
}
