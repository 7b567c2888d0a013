import { sql } from 'kysely';
import { z } from 'zod';
import { type Database, readRows, write } from './database.js';
import type { DepartureStore } from './records.js';

const guildSchema = z.object({ guild_id: z.string() }).transform((row) => row.guild_id);

/** The servers that the bot was removed from, in a database. */
export function createDepartureStore(database: Database): DepartureStore {
  return {
    async mark(guildId, at) {
      await write(
        database,
        sql`INSERT INTO departures (guild_id, at) VALUES (${guildId}, ${at.getTime()}) ON CONFLICT DO NOTHING`,
      );
    },
    async clear(guildId) {
      await write(database, sql`DELETE FROM departures WHERE guild_id = ${guildId}`);
    },
    listOlder: (than) =>
      readRows(
        database,
        sql`SELECT guild_id FROM departures WHERE at < ${than.getTime()} ORDER BY guild_id`,
        guildSchema,
      ),
    listKnown: () => readRows(database, KNOWN, guildSchema),
  };
}

const KNOWN = sql`
  SELECT guild_id FROM sources
  UNION SELECT guild_id FROM drafts
  UNION SELECT guild_id FROM settings
  UNION SELECT guild_id FROM misses
  UNION SELECT guild_id FROM reloads WHERE guild_id IS NOT NULL
  ORDER BY guild_id`;
