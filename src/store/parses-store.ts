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

/** What was made of the sources of servers, in a database. */
export function createParseStore(database: Database): ParseStore {
  return {
    async list(guildId, maker) {
      const all: StoredParse[] = [];
      for (let last = ''; ; last = all.at(-1)?.source.name ?? '') {
        const some = await readRows(
          database,
          sql`SELECT ${SOURCE_COLUMNS}, parses.key, parses.bytes FROM parses
            JOIN sources ON sources.guild_id = parses.guild_id AND sources.name = parses.name
              AND sources.added_at = parses.added_at
            WHERE parses.guild_id = ${guildId} AND parses.maker = ${maker} AND parses.name > ${last}
            ORDER BY parses.name LIMIT ${READ_AT_ONCE}`,
          parseSchema,
        );
        all.push(...some);
        if (some.length < READ_AT_ONCE) return all;
        await setImmediate();
      }
    },
    async put(guildId, maker, parses, most) {
      const statements = parses.map((parse) => putOne(guildId, maker, parse, most));
      if (statements.length > 0) await database.write(statements, aloneWithSources(guildId));
    },
  };
}

/** Removes what was made of a source. */
export function removeParse(guildId: string, name: string): Statement {
  return sql`DELETE FROM parses WHERE guild_id = ${guildId} AND name = ${name}`;
}

/** Looks whether the source is as it was and whether there is room, and writes, in one statement. */
function putOne(
  guildId: string,
  maker: string,
  { source, key, bytes }: StoredParse,
  most: number,
): Statement {
  const { name, addedAt } = source;
  const size = bytes.byteLength;
  return sql`
    INSERT INTO parses (guild_id, name, added_at, maker, key, size, bytes)
    SELECT ${guildId}, ${name}, ${addedAt.getTime()}, ${maker}, ${key}, ${size}, ${bytes}
    WHERE EXISTS (SELECT 1 FROM sources WHERE guild_id = ${guildId} AND name = ${name}
        AND added_at = ${addedAt.getTime()} AND size = ${source.size})
      AND (SELECT coalesce(sum(size), 0) FROM parses WHERE guild_id = ${guildId} AND name <> ${name}) + ${size} <= ${most}
    ON CONFLICT (guild_id, name) DO UPDATE SET
      added_at = excluded.added_at, maker = excluded.maker, key = excluded.key, size = excluded.size, bytes = excluded.bytes`;
}
