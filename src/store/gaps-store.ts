import { sql } from 'kysely';
import { z } from 'zod';
import { type Database, momentSchema, readRows, wholeSchema, write } from './database.js';
import type { Gap, GapStore } from './records.js';

const gapSchema = z
  .object({
    id: wholeSchema,
    guild_id: z.string(),
    question: z.string(),
    kind: z.enum(['nothing', 'wrong']),
    at: momentSchema,
  })
  .transform(({ guild_id: guildId, ...row }): Gap => ({ ...row, guildId }));

/** The questions of servers that were not answered, in a database. */
export function createGapStore(database: Database): GapStore {
  return {
    async add({ guildId, question, kind, at }, origin, most) {
      const [added = 0] = await database.write([
        sql`INSERT INTO misses (guild_id, question, kind, origin, at)
          VALUES (${guildId}, ${question}, ${kind}, ${origin}, ${at.getTime()}) ON CONFLICT DO NOTHING`,
        sql`DELETE FROM misses WHERE guild_id = ${guildId} AND id NOT IN (
          SELECT id FROM misses WHERE guild_id = ${guildId} ORDER BY id DESC LIMIT ${most})`,
      ]);
      return added > 0;
    },
    list: (guildId) =>
      readRows(
        database,
        sql`SELECT id, guild_id, question, kind, at FROM misses WHERE guild_id = ${guildId} ORDER BY id DESC`,
        gapSchema,
      ),
    remove: async (guildId, ids) =>
      ids.length === 0
        ? 0
        : write(
            database,
            sql`DELETE FROM misses WHERE guild_id = ${guildId} AND id IN (${sql.join([...ids])})`,
          ),
    removeOlder: (than) => write(database, sql`DELETE FROM misses WHERE at < ${than.getTime()}`),
  };
}
