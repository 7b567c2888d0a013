import { setImmediate } from 'node:timers/promises';
import { sql } from 'kysely';
import { z } from 'zod';
import { bytesSchema, columns, type Database, readRows, type Statement } from './database.js';
import type { ParseStore, StoredParse } from './parses.js';
import { aloneWithSources, SOURCE_SHAPE, toRecord } from './source-rows.js';

/** Of the source, whose table has columns of the same names. */
const SOURCE_COLUMNS = columns(...Object.keys(SOURCE_SHAPE).map((name) => `sources.${name}`));

const parseSchema = z
  .object({ ...SOURCE_SHAPE, key: z.string(), bytes: bytesSchema })
  .transform(({ key, bytes, ...row }): StoredParse => ({ source: toRecord(row), key, bytes }));

/** Rows that are read in one piece, some hundreds of kilobytes. */
const READ_AT_ONCE = 16;

/** What is made of the sources of servers, a table for each sort: their articles with the index of them, and what was read in those. */
export const MADE_OF_SOURCES = ['parses', 'readings'] as const;

type Made = (typeof MADE_OF_SOURCES)[number];

/** One sort of what was made of the sources of servers, in a database. */
export function createParseStore(database: Database, made: Made): ParseStore {
  const select = sql`SELECT ${SOURCE_COLUMNS}, made.key, made.bytes FROM ${sql.table(made)} AS made
    JOIN sources ON sources.guild_id = made.guild_id AND sources.name = made.name AND sources.added_at = made.added_at`;
  return {
    async list(guildId, maker) {
      const all: StoredParse[] = [];
      for (let last = ''; ; last = all.at(-1)?.source.name ?? '') {
        const some = await readRows(
          database,
          sql`${select} WHERE made.guild_id = ${guildId} AND made.maker = ${maker} AND made.name > ${last}
            ORDER BY made.name LIMIT ${READ_AT_ONCE}`,
          parseSchema,
        );
        all.push(...some);
        if (some.length < READ_AT_ONCE) return all;
        await setImmediate();
      }
    },
    async find(guildId, maker, name) {
      const [found] = await readRows(
        database,
        sql`${select} WHERE made.guild_id = ${guildId} AND made.maker = ${maker} AND made.name = ${name}`,
        parseSchema,
      );
      return found ?? null;
    },
    async put(guildId, maker, parses, most) {
      const statements = parses.map((parse) => putOne(made, { guildId, maker, most }, parse));
      if (statements.length > 0) await database.write(statements, aloneWithSources(guildId));
    },
  };
}

/** Removes all that was made of a source. */
export function removeMade(guildId: string, name: string): Statement[] {
  return MADE_OF_SOURCES.map(
    (made) => sql`DELETE FROM ${sql.table(made)} WHERE guild_id = ${guildId} AND name = ${name}`,
  );
}

/** Looks whether the source is as it was and whether there is room, and writes, in one statement. */
function putOne(
  made: Made,
  { guildId, maker, most }: { readonly guildId: string; readonly maker: string; readonly most: number },
  { source, key, bytes }: StoredParse,
): Statement {
  const { name, addedAt } = source;
  const size = bytes.byteLength;
  const table = sql.table(made);
  return sql`
    INSERT INTO ${table} (guild_id, name, added_at, maker, key, size, bytes)
    SELECT ${guildId}, ${name}, ${addedAt.getTime()}, ${maker}, ${key}, ${size}, ${bytes}
    WHERE EXISTS (SELECT 1 FROM sources WHERE guild_id = ${guildId} AND name = ${name}
        AND added_at = ${addedAt.getTime()} AND size = ${source.size})
      AND (SELECT coalesce(sum(size), 0) FROM ${table} WHERE guild_id = ${guildId} AND name <> ${name}) + ${size} <= ${most}
    ON CONFLICT (guild_id, name) DO UPDATE SET
      added_at = excluded.added_at, maker = excluded.maker, key = excluded.key, size = excluded.size, bytes = excluded.bytes`;
}
