import type { Article } from '../article/article.js';
import type { Analysis } from '../extract/analysis.js';
import type { LoadProgress } from '../library/load-progress.js';
import type { Wording } from '../messages/phrase.js';
import type { SourceRecord, SourceTotals, StoredSource } from '../store/sources.js';

/** What a moderator gives to be added. */
export type GivenSource =
  | { readonly kind: 'file'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: 'text'; readonly title: string | null; readonly text: string }
  | { readonly kind: 'url'; readonly url: string };

/** What is there already and has the same text, address or name; `name` is null for an article that all servers share. */
export interface Likeness {
  readonly sameness: 'text' | 'address' | 'name';
  readonly title: string;
  readonly name: string | null;
}

/** What would be added, as the bot understands it; it waits under `draftId` for a word of who gave it. */
export interface SourcePreview {
  readonly draftId: string;
  readonly article: Article;
  readonly analysis: Analysis;
  /** Bytes of the file. */
  readonly size: number;
  /** The nearest likeness among what is seen in this server: own before shared, text before address before name. */
  readonly likeness: Likeness | null;
}

/** A source that was fetched from a page which now reads otherwise, or could not be fetched again (`reason`). */
export interface PageChange {
  readonly title: string;
  readonly url: string;
  readonly reason: Wording | null;
}

/** What a look at the pages that sources were fetched from found. */
export interface PagesLook {
  readonly changes: readonly PageChange[];
  /** Pages that there was no time left for. */
  readonly unlooked: number;
}

/** What came of something that may be refused for a reason that a moderator is told. */
export type Outcome<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly reason: Wording };

/** A server's own sources: added after a look at what the bot makes of them, and seen in that server only. */
export interface OwnSources {
  /** Whether a source may be given by its address. */
  readonly canFetch: boolean;
  /** What the server may have in all. */
  readonly limits: SourceTotals;
  /** Reads what was given and keeps it as a draft of this user's. */
  prepare(given: GivenSource, userId: string): Promise<Outcome<SourcePreview>>;
  /**
   * Adds a draft of this user's: it answers questions once this resolves. With `replaced` it takes the place of the own
   * source of that name, and is refused if it is not like that one any more; with null it is beside one of its
   * name, and is refused beside one of its text or address.
   */
  confirm(draftId: string, userId: string, replaced: string | null): Promise<Outcome<Article>>;
  /** False if there is no such draft of this user's. */
  discard(draftId: string, userId: string): Promise<boolean>;
  /** Ordered by name. */
  list(): Promise<readonly SourceRecord[]>;
  /** The source whose name, article id or title this is. */
  find(typed: string): Promise<StoredSource | null>;
  /** False if it is not there (any more). */
  remove(name: string): Promise<boolean>;
  totals(): Promise<SourceTotals>;
  /** Looks at the pages that sources were fetched from; no changes if all are as they were, or fetching is off. */
  findChangedPages(onProgress: (progress: LoadProgress) => void): Promise<PagesLook>;
}
