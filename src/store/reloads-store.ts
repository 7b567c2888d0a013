import { sql } from 'kysely';
import { z } from 'zod';
import { columns, type Database, momentSchema, readRows, type Statement, wholeSchema } from './database.js';
import type { ReloadRecord, ReloadStore } from './records.js';

const shape = {
  guild_id: z.string().nullable(),
  user_id: z.string().nullable(),
  at: momentSchema,
  milliseconds: wholeSchema,
  added: wholeSchema,
  removed: wholeSchema,
  changed: wholeSchema,
  unchanged: wholeSchema,
  failed: wholeSchema,
};

const COLUMNS = columns(...Object.keys(shape));

const reloadSchema = z
  .object(shape)
  .transform(({ guild_id: guildId, user_id: userId, ...row }): ReloadRecord => ({ guildId, userId, ...row }));

/** The history of reloads in a database. */
export function createReloadStore(database: Database): ReloadStore {
  return {
    async add(record, most) {
      const { guildId, userId, at, added, removed, changed, unchanged, failed } = record;
      const milliseconds = Math.round(record.milliseconds);
      await database.write([
        sql`INSERT INTO reloads (${COLUMNS}) VALUES (${guildId}, ${userId}, ${at.getTime()}, ${milliseconds}, ${added},
          ${removed}, ${changed}, ${unchanged}, ${failed})`,
        sql`DELETE FROM reloads WHERE ${areOf(guildId)} AND id NOT IN (
          SELECT id FROM reloads WHERE ${areOf(guildId)} ORDER BY id DESC LIMIT ${most})`,
      ]);
    },
    list: (guildId) =>
      readRows(
        database,
        sql`SELECT ${COLUMNS} FROM reloads WHERE ${areOf(guildId)} ORDER BY id DESC`,
        reloadSchema,
      ),
  };
}

function areOf(guildId: string | null): Statement {
  return guildId === null ? sql`guild_id IS NULL` : sql`guild_id = ${guildId}`;
}
