import { z } from 'zod';
import { type Database, momentSchema, readRows, writeAll } from './database.js';
import type { ReloadRecord, ReloadStore } from './store.js';

const COLUMNS = 'guild_id, user_id, at, milliseconds, added, removed, changed, unchanged, failed';

const reloadSchema = z
  .object({
    guild_id: z.string().nullable(),
    user_id: z.string().nullable(),
    at: momentSchema,
    milliseconds: z.int(),
    added: z.int(),
    removed: z.int(),
    changed: z.int(),
    unchanged: z.int(),
    failed: z.int(),
  })
  .transform(({ guild_id: guildId, user_id: userId, ...row }): ReloadRecord => ({ guildId, userId, ...row }));

/** The history of reloads in a database. */
export function createReloadStore(database: Database): ReloadStore {
  return {
    async add(record, most) {
      const { guildId, userId, at, added, removed, changed, unchanged, failed } = record;
      const milliseconds = Math.round(record.milliseconds);
      await writeAll(database, [
        {
          sql: `INSERT INTO reloads (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
          args: [guildId, userId, at.getTime(), milliseconds, added, removed, changed, unchanged, failed],
        },
        {
          sql: `DELETE FROM reloads WHERE guild_id IS ?1 AND id NOT IN (
            SELECT id FROM reloads WHERE guild_id IS ?1 ORDER BY id DESC LIMIT ?2)`,
          args: [guildId, most],
        },
      ]);
    },
    list: (guildId) =>
      readRows(
        database,
        `SELECT ${COLUMNS} FROM reloads WHERE guild_id IS ? ORDER BY id DESC`,
        [guildId],
        reloadSchema,
      ),
  };
}
