import { z } from 'zod';
import { bytesSchema, type Database, momentSchema, readRows, write, writeAll } from './database.js';
import type { Draft, DraftStore } from './store.js';

const COLUMNS = 'id, guild_id, user_id, title, ending, fetched_from, fetched_at, made_at, bytes';

const draftSchema = z
  .object({
    id: z.string(),
    guild_id: z.string(),
    user_id: z.string(),
    title: z.string(),
    ending: z.string(),
    fetched_from: z.string().nullable(),
    fetched_at: momentSchema.nullable(),
    made_at: momentSchema,
    bytes: bytesSchema,
  })
  .transform(
    (row): Draft => ({
      id: row.id,
      guildId: row.guild_id,
      userId: row.user_id,
      title: row.title,
      ending: row.ending,
      fetchedFrom: row.fetched_from,
      fetchedAt: row.fetched_at,
      madeAt: row.made_at,
      bytes: row.bytes,
    }),
  );

/** What moderators of servers have given and not yet confirmed, in a database. */
export function createDraftStore(database: Database): DraftStore {
  return {
    async put({ id, guildId, userId, title, ending, bytes, fetchedFrom, fetchedAt, madeAt }, most) {
      await writeAll(database, [
        {
          sql: `INSERT INTO drafts (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
          args: [
            id,
            guildId,
            userId,
            title,
            ending,
            fetchedFrom,
            fetchedAt?.getTime() ?? null,
            madeAt.getTime(),
            bytes,
          ],
        },
        {
          sql: `DELETE FROM drafts WHERE guild_id = ?1 AND user_id = ?2 AND id NOT IN (
            SELECT id FROM drafts WHERE guild_id = ?1 AND user_id = ?2 ORDER BY made_at DESC, rowid DESC LIMIT ?3)`,
          args: [guildId, userId, most],
        },
      ]);
    },
    async find(guildId, userId, id) {
      const [draft] = await readRows(
        database,
        `SELECT ${COLUMNS} FROM drafts WHERE guild_id = ? AND user_id = ? AND id = ?`,
        [guildId, userId, id],
        draftSchema,
      );
      return draft ?? null;
    },
    async remove(guildId, userId, id) {
      const removed = await write(
        database,
        'DELETE FROM drafts WHERE guild_id = ? AND user_id = ? AND id = ?',
        [guildId, userId, id],
      );
      return removed > 0;
    },
    removeOlder: (than) => write(database, 'DELETE FROM drafts WHERE made_at < ?', [than.getTime()]),
  };
}
