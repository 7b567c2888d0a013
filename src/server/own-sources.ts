import type { Article } from '../article/article.js';
import type { Reading } from '../extract/reading.js';
import type { Wording } from '../messages/phrase.js';
import type { SourceTotals, StoredSource } from '../store/store.js';

/** What a moderator gives to be added. */
export type GivenSource =
  | { readonly kind: 'file'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: 'text'; readonly title: string | null; readonly text: string }
  | { readonly kind: 'url'; readonly url: string };

/** What would be added, as the bot understands it; it waits under `draftId` for a word of who gave it. */
export interface SourcePreview {
  readonly draftId: string;
  readonly article: Article;
  readonly reading: Reading;
  /** An article seen in this server that has the same text, address or name, if any. */
  readonly duplicate: Article | null;
}

/** What came of something that may be refused for a reason that a moderator is told. */
export type Outcome<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly reason: Wording };

/** A server's own sources: added after a look at what the bot makes of them, and seen in that server only. */
export interface OwnSources {
  /** Reads what was given and keeps it as a draft of this user's. */
  prepare(given: GivenSource, userId: string): Promise<Outcome<SourcePreview>>;
  /** Adds a draft of this user's: it answers questions once this resolves. */
  confirm(draftId: string, userId: string): Promise<Outcome<Article>>;
  discard(draftId: string): Promise<void>;
  /** Ordered by name. */
  list(): Promise<readonly StoredSource[]>;
  /** The source whose name, article id or title this is. */
  find(typed: string): Promise<StoredSource | null>;
  /** False where it is not there (any more). */
  remove(name: string): Promise<boolean>;
  totals(): Promise<SourceTotals>;
}
