import { z } from 'zod';
import { bytesSchema, type Database, momentSchema, readRows, write } from './database.js';
import type { SourceFeed, SourceRecord, SourceStore, SourceTotals, StoredSource } from './store.js';

const COLUMNS =
  'guild_id, name, title, ending, size, fetched_from, fetched_at, added_by, added_at, feed_url, feed_key, feed_stamp';

const columns = {
  guild_id: z.string(),
  name: z.string(),
  title: z.string(),
  ending: z.string(),
  size: z.int(),
  fetched_from: z.string().nullable(),
  fetched_at: momentSchema.nullable(),
  added_by: z.string().nullable(),
  added_at: momentSchema,
  feed_url: z.string().nullable(),
  feed_key: z.string().nullable(),
  feed_stamp: z.string().nullable(),
};

const recordSchema = z.object(columns).transform(toRecord);

const sourceSchema = z
  .object({ ...columns, bytes: bytesSchema })
  .transform(({ bytes, ...row }): StoredSource => ({ ...toRecord(row), bytes }));

const totalsSchema = z.object({ count: z.int(), bytes: z.int() });

/** The sources of servers in a database. */
export function createSourceStore(database: Database): SourceStore {
  return {
    list: (guildId) =>
      readRows(
        database,
        `SELECT ${COLUMNS} FROM sources WHERE guild_id = ? ORDER BY name`,
        [guildId],
        recordSchema,
      ),
    readAll: (guildId) =>
      readRows(
        database,
        `SELECT ${COLUMNS}, bytes FROM sources WHERE guild_id = ? ORDER BY name`,
        [guildId],
        sourceSchema,
      ),
    async find(guildId, name) {
      const [found] = await readRows(
        database,
        `SELECT ${COLUMNS}, bytes FROM sources WHERE guild_id = ? AND name = ?`,
        [guildId, name],
        sourceSchema,
      );
      return found ?? null;
    },
    async put(source, limits) {
      return (await write(database, PUT, { ...toArguments(source), ...toLimits(limits) })) > 0;
    },
    async remove(guildId, name) {
      const removed = await write(database, 'DELETE FROM sources WHERE guild_id = ? AND name = ?', [
        guildId,
        name,
      ]);
      return removed > 0;
    },
    async totals(guildId) {
      const [totals] = await readRows(
        database,
        'SELECT count(*) AS count, coalesce(sum(size), 0) AS bytes FROM sources WHERE guild_id = ?',
        [guildId],
        totalsSchema,
      );
      return totals ?? { count: 0, bytes: 0 };
    },
  };
}

/** Looks at the totals and writes in one statement, so that nothing can come between. */
const PUT = `
  INSERT INTO sources (${COLUMNS}, bytes)
  SELECT :guildId, :name, :title, :ending, :size, :fetchedFrom, :fetchedAt, :addedBy, :addedAt,
    :feedUrl, :feedKey, :feedStamp, :bytes
  WHERE (SELECT count(*) FROM sources WHERE guild_id = :guildId AND name <> :name) + 1 <= :mostCount
    AND (SELECT coalesce(sum(size), 0) FROM sources WHERE guild_id = :guildId AND name <> :name) + :size <= :mostBytes
  ON CONFLICT (guild_id, name) DO UPDATE SET
    title = excluded.title, ending = excluded.ending, size = excluded.size, fetched_from = excluded.fetched_from,
    fetched_at = excluded.fetched_at, added_by = excluded.added_by, added_at = excluded.added_at,
    feed_url = excluded.feed_url, feed_key = excluded.feed_key, feed_stamp = excluded.feed_stamp,
    bytes = excluded.bytes`;

function toArguments({ fetchedAt, addedAt, ...rest }: Omit<StoredSource, 'size'>) {
  return {
    guildId: rest.guildId,
    name: rest.name,
    title: rest.title,
    ending: rest.ending,
    size: rest.bytes.byteLength,
    fetchedFrom: rest.fetchedFrom,
    fetchedAt: fetchedAt?.getTime() ?? null,
    addedBy: rest.addedBy,
    addedAt: addedAt.getTime(),
    feedUrl: rest.feed?.url ?? null,
    feedKey: rest.feed?.key ?? null,
    feedStamp: rest.feed?.stamp ?? null,
    bytes: rest.bytes,
  };
}

function toLimits({ count, bytes }: SourceTotals) {
  return { mostCount: count, mostBytes: bytes };
}

function toRecord(row: z.infer<z.ZodObject<typeof columns>>): SourceRecord {
  return {
    guildId: row.guild_id,
    name: row.name,
    title: row.title,
    ending: row.ending,
    size: row.size,
    fetchedFrom: row.fetched_from,
    fetchedAt: row.fetched_at,
    addedBy: row.added_by,
    addedAt: row.added_at,
    feed: toFeed(row.feed_url, row.feed_key, row.feed_stamp),
  };
}

function toFeed(url: string | null, key: string | null, stamp: string | null): SourceFeed | null {
  return url === null || key === null || stamp === null ? null : { url, key, stamp };
}
