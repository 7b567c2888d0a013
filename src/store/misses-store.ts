import { z } from 'zod';
import { type Database, momentSchema, readRows, write, writeAll } from './database.js';
import type { Miss, MissStore } from './store.js';

const missSchema = z
  .object({
    id: z.int(),
    guild_id: z.string(),
    question: z.string(),
    kind: z.enum(['nothing', 'wrong']),
    at: momentSchema,
  })
  .transform(({ guild_id: guildId, ...row }): Miss => ({ ...row, guildId }));

/** The questions of servers that were not answered, in a database. */
export function createMissStore(database: Database): MissStore {
  return {
    async add({ guildId, question, kind, at }, origin, most) {
      const [added = 0] = await writeAll(database, [
        {
          sql: 'INSERT OR IGNORE INTO misses (guild_id, question, kind, origin, at) VALUES (?, ?, ?, ?, ?)',
          args: [guildId, question, kind, origin, at.getTime()],
        },
        {
          sql: `DELETE FROM misses WHERE guild_id = ?1 AND id NOT IN (
            SELECT id FROM misses WHERE guild_id = ?1 ORDER BY id DESC LIMIT ?2)`,
          args: [guildId, most],
        },
      ]);
      return added > 0;
    },
    list: (guildId) =>
      readRows(
        database,
        'SELECT id, guild_id, question, kind, at FROM misses WHERE guild_id = ? ORDER BY id DESC',
        [guildId],
        missSchema,
      ),
    remove: (guildId, ids) =>
      write(database, 'DELETE FROM misses WHERE guild_id = ? AND id IN (SELECT value FROM json_each(?))', [
        guildId,
        JSON.stringify(ids),
      ]),
    removeOlder: (than) => write(database, 'DELETE FROM misses WHERE at < ?', [than.getTime()]),
  };
}
