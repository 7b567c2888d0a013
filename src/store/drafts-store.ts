import { sql } from 'kysely';
import { z } from 'zod';
import { bytesSchema, columns, type Database, momentSchema, readRows, write } from './database.js';
import type { Draft, DraftStore } from './sources.js';

const shape = {
  id: z.string(),
  guild_id: z.string(),
  user_id: z.string(),
  title: z.string(),
  ending: z.string(),
  fetched_from: z.string().nullable(),
  fetched_at: momentSchema.nullable(),
  made_at: momentSchema,
  bytes: bytesSchema,
};

const COLUMNS = columns(...Object.keys(shape));

const draftSchema = z.object(shape).transform(
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
      const theirs = sql`guild_id = ${guildId} AND user_id = ${userId}`;
      await database.write([
        sql`INSERT INTO drafts (${COLUMNS}) VALUES (${id}, ${guildId}, ${userId}, ${title}, ${ending}, ${fetchedFrom},
          ${fetchedAt?.getTime() ?? null}, ${madeAt.getTime()}, ${bytes})`,
        sql`DELETE FROM drafts WHERE ${theirs} AND id <> ${id} AND id NOT IN (
          SELECT id FROM drafts WHERE ${theirs} AND id <> ${id} ORDER BY made_at DESC, id DESC LIMIT ${most - 1})`,
      ]);
    },
    async find(guildId, userId, id) {
      const [draft] = await readRows(
        database,
        sql`SELECT ${COLUMNS} FROM drafts WHERE guild_id = ${guildId} AND user_id = ${userId} AND id = ${id}`,
        draftSchema,
      );
      return draft ?? null;
    },
    async remove(guildId, userId, id) {
      const removed = await write(
        database,
        sql`DELETE FROM drafts WHERE guild_id = ${guildId} AND user_id = ${userId} AND id = ${id}`,
      );
      return removed > 0;
    },
    removeOlder: (than) => write(database, sql`DELETE FROM drafts WHERE made_at < ${than.getTime()}`),
  };
}
