import type { Article } from '../article/article.js';
import type { ArticleReader } from '../extract/article-reader.js';
import type { Pages } from '../fetch/pages.js';
import { hasWords } from '../language/has-words.js';
import { normalise } from '../language/normalise.js';
import type { Corpus } from '../library/corpus.js';
import type { PutSource, SourceChange } from '../library/listed-sources.js';
import { ownArticleId, ownFile, ownSourceName, toListedFile } from '../library/own-articles.js';
import { renameArticle } from '../library/rename-article.js';
import { phrase } from '../messages/phrase.js';
import type { Draft, SourceRecord, SourceTotals } from '../store/sources.js';
import type { Store } from '../store/store.js';
import { DRAFT_LIFE, MOST_DRAFTS } from './draft-limits.js';
import { findChangedPages } from './find-changed-pages.js';
import { findLikeness, type SeenSources } from './find-likeness.js';
import { makeAndRead, makeArticle } from './make-article.js';
import { mebibytes } from './mebibytes.js';
import { freeName } from './name-source.js';
import type { Outcome, OwnSources } from './own-sources.js';
import type { Previews } from './previews.js';
import { readGiven } from './read-given.js';

/** What a server's own sources are made of. */
export interface OwnSourcesParts {
  readonly guildId: string;
  readonly store: Pick<Store, 'sources' | 'drafts'>;
  readonly limits: SourceTotals;
  /** Null if the operator allows no fetching. */
  readonly pages: Pages | null;
  readonly now: () => Date;
  /** A new draft's id: 16 random characters that may be in a custom_id. */
  readonly newDraftId: () => string;
  readonly reader: ArticleReader;
  readonly shared: () => Corpus;
  readonly own: () => Promise<Corpus>;
  /** Serves sources that were stored, and no more those that were removed. */
  readonly serve: (change: SourceChange) => Promise<unknown>;
  /** What was made of the drafts that wait, of all servers. */
  readonly previews: Previews;
}

/**
 * The own sources of one server; whatever is asked of the store names that server. What changes them is done one after
 * the other, and so is what is read for previews: one server's articles never take all the threads that read.
 */
export function createOwnSources(parts: OwnSourcesParts): OwnSources {
  const { guildId, store, limits, pages, now } = parts;
  const inTurn = createRow();
  const readInTurn = createRow();
  const see = async (): Promise<SeenSources> => ({
    records: await store.sources.list(guildId),
    own: await parts.own(),
    shared: parts.shared(),
  });
  return {
    canFetch: pages !== null,
    limits,
    async prepare(given, userId) {
      const file = await readGiven(given, pages);
      if (!file.ok) return file;
      const called = given.kind === 'file' ? given.name : file.value.title;
      const read = await readInTurn(() => makeAndRead(parts.reader, file.value, called));
      if (!read.ok) return read;
      const { article, name, analysis } = read.value;
      const likeness = findLikeness(article, name, await see());
      const isNew = likeness === null || likeness.name === null;
      const totals = await store.sources.totals(guildId);
      const size = file.value.bytes.byteLength;
      if (isNew && !isWithin(totals, size, limits))
        return refuseQuota(article.meta.title, size, totals, limits);
      const draftId = parts.newDraftId();
      const draft = { ...file.value, title: article.meta.title, id: draftId, guildId, userId, madeAt: now() };
      await store.drafts.put(draft, MOST_DRAFTS);
      parts.previews.set(draftId, { article, name });
      return { ok: true, value: { draftId, article, analysis, size, likeness } };
    },
    confirm: (draftId, userId, replaced) =>
      inTurn(async () => {
        const draft = await store.drafts.find(guildId, userId, draftId);
        if (draft === null || now().getTime() - draft.madeAt.getTime() > DRAFT_LIFE)
          return { ok: false, reason: phrase('sources.draft-gone') };
        const added = await add(parts, draft, replaced, await see());
        if (!added.ok) return added;
        await store.drafts.remove(guildId, userId, draftId);
        parts.previews.delete(draftId);
        const { name, ...put } = added.value;
        await parts.serve({ put: [put], removed: [] });
        return findServed(await parts.own(), name);
      }),
    discard: (draftId, userId) => {
      parts.previews.delete(draftId);
      return store.drafts.remove(guildId, userId, draftId);
    },
    list: () => store.sources.list(guildId),
    async find(typed) {
      const found = await store.sources.find(guildId, ownSourceName(typed) ?? typed.trim().toLowerCase());
      if (found !== null) return found;
      const meant = findMeant(typed, await store.sources.list(guildId));
      return meant === null ? null : store.sources.find(guildId, meant.name);
    },
    remove: (name) =>
      inTurn(async () => {
        const record = (await store.sources.list(guildId)).find((one) => one.name === name);
        const isRemoved = await store.sources.remove(guildId, name);
        if (isRemoved && record !== undefined) await parts.serve({ put: [], removed: [ownFile(record)] });
        return isRemoved;
      }),
    totals: () => store.sources.totals(guildId),
    findChangedPages: async (onProgress) =>
      pages === null
        ? { changes: [], unlooked: 0 }
        : findChangedPages(await store.sources.readAll(guildId), pages, onProgress),
  };
}

/** Puts a draft among the sources: the name it has there, and what is to be served. */
async function add(
  { guildId, store, limits, now, reader, previews }: OwnSourcesParts,
  draft: Draft,
  replaced: string | null,
  seen: SeenSources,
): Promise<Outcome<PutSource & { readonly name: string }>> {
  const shown = previews.get(draft.id);
  // After a restart the preview is gone, and the draft is still there.
  const read =
    shown === undefined
      ? await makeArticle(reader, draft, draft.title)
      : ({ ok: true, value: shown } as const);
  if (!read.ok) return read;
  const { article } = read.value;
  const likeness = findLikeness(article, read.value.name, seen);
  const own = likeness?.name ?? null;
  if (replaced !== null && own !== replaced) return { ok: false, reason: phrase('sources.other-by-now') };
  if (likeness !== null && own !== null && replaced === null && likeness.sameness !== 'name')
    return { ok: false, reason: phrase('sources.there-by-now', { title: likeness.title, name: own }) };
  const taken = new Set(seen.records.map(({ name }) => name));
  const name = replaced ?? freeName(read.value.name, taken);
  const { title, ending, bytes, fetchedFrom, fetchedAt, userId } = draft;
  const source = {
    guildId,
    name,
    title,
    ending,
    bytes,
    fetchedFrom,
    fetchedAt,
    addedBy: userId,
    addedAt: now(),
    feed: null,
  };
  if (await store.sources.put(source, limits)) {
    const parsed = { ok: true, article: renameArticle(article, ownArticleId(name)) } as const;
    return { ok: true, value: { name, source: toListedFile(source), parsed } };
  }
  return refuseQuota(title, bytes.byteLength, await store.sources.totals(guildId), limits);
}

/** One piece of work after the other; what fails holds up nothing. */
function createRow(): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
}

/** The source with this title, else the only one whose title or name has all the words typed at the beginnings of its words. */
function findMeant(typed: string, records: readonly SourceRecord[]): SourceRecord | null {
  const title = normalise(typed.trim());
  const named = records.find((record) => normalise(record.title) === title);
  if (named !== undefined) return named;
  const found = records.filter((record) => hasWords(`${record.title} ${record.name}`, typed));
  return found.length === 1 ? (found[0] ?? null) : null;
}

function findServed(own: Corpus, name: string): Outcome<Article> {
  const article = own.findArticle(ownArticleId(name));
  if (article !== undefined) return { ok: true, value: article };
  const problem = own.problems.find(({ file }) => ownSourceName(file) === name);
  return { ok: false, reason: phrase('sources.not-served', { name, reason: problem?.reason ?? '' }) };
}

function isWithin({ count, bytes }: SourceTotals, size: number, limits: SourceTotals): boolean {
  return count + 1 <= limits.count && bytes + size <= limits.bytes;
}

/** Which limit is reached, by how much, and what to do. */
function refuseQuota(
  title: string,
  size: number,
  totals: SourceTotals,
  limits: SourceTotals,
): Outcome<never> {
  const reason =
    totals.count >= limits.count
      ? phrase('sources.too-many', { title, most: limits.count })
      : phrase('sources.too-much', {
          title,
          size: mebibytes(size),
          used: mebibytes(totals.bytes),
          most: mebibytes(limits.bytes),
        });
  return { ok: false, reason };
}
