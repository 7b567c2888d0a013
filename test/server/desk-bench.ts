import { afterEach, beforeEach } from 'vitest';
import type { ArticleReader } from '../../src/extract/article-reader.js';
import type { Pages } from '../../src/fetch/pages.js';
import { corpusBuilder } from '../../src/library/build-corpus.js';
import type { Corpus } from '../../src/library/corpus.js';
import type { LibraryShelf } from '../../src/library/library-shelf.js';
import { FULL_ROOM } from '../../src/library/memory-room.js';
import { loadNameModel } from '../../src/reading/load-name-model.js';
import { readInPlace } from '../../src/reading/read-in-place.js';
import { createServerDesks, type ServerDesks } from '../../src/server/create-server-desk.js';
import type { GivenSource, Outcome, OwnSources } from '../../src/server/own-sources.js';
import { createSettingsBook } from '../../src/server/settings-book.js';
import type { SourceTotals } from '../../src/store/sources.js';
import type { Store } from '../../src/store/store.js';
import { type ArticleSketch, LOADED_AT, sketchArticle } from '../corpus-builder.js';
import { inEnglish } from '../in-english.js';
import { openTemporary, type TemporaryStore } from '../store/open-temporary.js';

/** What the desks of a test are made with; the clock stands until it is moved. */
export interface BenchOptions {
  readonly store: Store;
  readonly limits?: SourceTotals;
  readonly pages?: Pages;
  readonly shared?: readonly ArticleSketch[];
  readonly clock?: { now: Date };
  /** Left out, articles are read in place. */
  readonly reader?: ArticleReader;
  /** Left out, articles are made anew each time. */
  readonly shelfOf?: (guildId: string) => LibraryShelf;
}

/** Reads articles where nobody waits. */
export const inPlace = readInPlace({ names: loadNameModel() });

/** The desks of servers over a store, with the parts of the program itself. */
export async function openDesks(options: BenchOptions): Promise<ServerDesks> {
  const { store, limits = { count: 20, bytes: 100_000 }, pages = null, clock = { now: LOADED_AT } } = options;
  const { reader = inPlace } = options;
  const buildCorpus = corpusBuilder(reader);
  const articles = (options.shared ?? []).map(sketchArticle);
  const shared: Corpus = await buildCorpus({ articles, problems: [], loadedAt: LOADED_AT });
  let drafts = 0;
  return createServerDesks({
    store,
    limits,
    pages,
    settings: createSettingsBook(store.settings, { moderatorRoleId: null, cooldownSeconds: 0 }),
    now: () => clock.now,
    newDraftId: () => {
      drafts += 1;
      return `draft-${clock.now.getTime()}-${drafts}`;
    },
    reader,
    buildCorpus,
    keptPassages: FULL_ROOM.passages,
    shelfOf: options.shelfOf,
    shared: () => shared,
  });
}

/** The sources of one server, in a store that each test of a file has anew. */
export interface SourcesBench {
  readonly store: Store;
  /** The sources of the server `g`. */
  readonly open: (options?: Omit<BenchOptions, 'store'>) => Promise<OwnSources>;
}

/** Opens a store before each test of a file, and removes it behind. */
export function createSourcesBench(): SourcesBench {
  let temporary: TemporaryStore;
  beforeEach(async () => {
    temporary = await openTemporary();
  });
  afterEach(() => temporary.remove());
  return {
    get store() {
      return temporary.store;
    },
    open: async (options = {}) =>
      (await openDesks({ ...options, store: temporary.store })).deskOf('g').sources,
  };
}

/** A text that was pasted. */
export function pasted(text: string, title: string | null = null): GivenSource {
  return { kind: 'text', title, text };
}

/** A file that was attached. */
export function attached(name: string, text: string): GivenSource {
  return { kind: 'file', name, bytes: new TextEncoder().encode(text) };
}

/** What came of something; throws with the reason if it was refused. */
export function accepted<Value>(outcome: Outcome<Value>): Value {
  if (!outcome.ok) throw new Error(reasonOf(outcome));
  return outcome.value;
}

/** Why something was refused, in English; throws if it was not. */
export function reasonOf(outcome: Outcome<unknown>): string {
  if (outcome.ok) throw new Error('It was not refused.');
  const said = inEnglish({ kind: 'refused', reason: outcome.reason });
  return said.kind === 'refused' ? said.reason : '';
}

/** Gives a text and adds it; its article's id. */
export async function addText(
  sources: OwnSources,
  text: string,
  title: string,
  replaced: string | null = null,
): Promise<string> {
  const { draftId } = accepted(await sources.prepare(pasted(text, title), 'u'));
  return accepted(await sources.confirm(draftId, 'u', replaced)).id;
}
