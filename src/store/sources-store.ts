import { setImmediate } from 'node:timers/promises';
import { sql } from 'kysely';
import { z } from 'zod';
import { bytesSchema, columns, type Database, readRows, type Statement, wholeSchema } from './database.js';
import { removeMade } from './parses-store.js';
import { aloneWithSources, SOURCE_SHAPE, toRecord } from './source-rows.js';
import type { SourceStore, SourceTotals, StoredSource } from './sources.js';

const COLUMNS = columns(...Object.keys(SOURCE_SHAPE));

const recordSchema = z.object(SOURCE_SHAPE).transform(toRecord);

const sourceSchema = z
  .object({ ...SOURCE_SHAPE, bytes: bytesSchema })
  .transform(({ bytes, ...row }): StoredSource => ({ ...toRecord(row), bytes }));

const totalsSchema = z.object({ count: wholeSchema, bytes: wholeSchema });

/** Sources that are read with their bytes in one piece: 50 MB of one server would hold up all others. */
const READ_AT_ONCE = 16;

/** The sources of servers in a database. */
export function createSourceStore(database: Database): SourceStore {
  return {
    list: (guildId) =>
      readRows(
        database,
        sql`SELECT ${COLUMNS} FROM sources WHERE guild_id = ${guildId} ORDER BY name`,
        recordSchema,
      ),
    async readAll(guildId) {
      const all: StoredSource[] = [];
      for (let last = ''; ; last = all.at(-1)?.name ?? '') {
        const some = await readRows(
          database,
          sql`SELECT ${COLUMNS}, bytes FROM sources WHERE guild_id = ${guildId} AND name > ${last}
            ORDER BY name LIMIT ${READ_AT_ONCE}`,
          sourceSchema,
        );
        all.push(...some);
        if (some.length < READ_AT_ONCE) return all;
        await setImmediate();
      }
    },
    async find(guildId, name) {
      const [found] = await readRows(
        database,
        sql`SELECT ${COLUMNS}, bytes FROM sources WHERE guild_id = ${guildId} AND name = ${name}`,
        sourceSchema,
      );
      return found ?? null;
    },
    async put(source, limits) {
      const { guildId, name } = source;
      const [put = 0] = await database.write(
        [putWithin(source, limits), ...removeMade(guildId, name)],
        aloneWithSources(guildId),
      );
      return put > 0;
    },
    async remove(guildId, name) {
      const [removed = 0] = await database.write(
        [
          sql`DELETE FROM sources WHERE guild_id = ${guildId} AND name = ${name}`,
          ...removeMade(guildId, name),
        ],
        aloneWithSources(guildId),
      );
      return removed > 0;
    },
    async totals(guildId) {
      const [totals] = await readRows(
        database,
        sql`SELECT count(*) AS count, CAST(coalesce(sum(size), 0) AS BIGINT) AS bytes
          FROM sources WHERE guild_id = ${guildId}`,
        totalsSchema,
      );
      return totals ?? { count: 0, bytes: 0 };
    },
  };
}

/** Looks at the totals and writes in one statement. */
function putWithin(source: Omit<StoredSource, 'size'>, limits: SourceTotals): Statement {
  const { guildId, name, title, ending, bytes, fetchedFrom, fetchedAt, addedBy, addedAt, feed } = source;
  const size = bytes.byteLength;
  const others = sql`FROM sources WHERE guild_id = ${guildId} AND name <> ${name}`;
  return sql`
    INSERT INTO sources (${COLUMNS}, bytes)
    SELECT ${guildId}, ${name}, ${title}, ${ending}, ${size}, ${fetchedFrom}, ${fetchedAt?.getTime() ?? null},
      ${addedBy}, ${addedAt.getTime()}, ${feed?.url ?? null}, ${feed?.key ?? null}, ${feed?.stamp ?? null}, ${bytes}
    WHERE (SELECT count(*) ${others}) + 1 <= ${limits.count}
      AND (SELECT coalesce(sum(size), 0) ${others}) + ${size} <= ${limits.bytes}
    ON CONFLICT (guild_id, name) DO UPDATE SET
      title = excluded.title, ending = excluded.ending, size = excluded.size, fetched_from = excluded.fetched_from,
      fetched_at = excluded.fetched_at, added_by = excluded.added_by, added_at = excluded.added_at,
      feed_url = excluded.feed_url, feed_key = excluded.feed_key, feed_stamp = excluded.feed_stamp,
      bytes = excluded.bytes`;
}
