import { sql } from 'kysely';
import { z } from 'zod';
import { type Database, readRows, wholeSchema, write } from './database.js';
import type { ServerSettings, SettingsStore } from './server-settings.js';

const settingsSchema = z
  .object({
    moderator_role_id: z.string().nullable(),
    open_channel_ids: z.string().transform((text): unknown => JSON.parse(text)),
    are_replies_private: wholeSchema,
    cooldown_seconds: wholeSchema.nullable(),
    language: z.string().nullable(),
  })
  .transform(
    (row): ServerSettings => ({
      moderatorRoleId: row.moderator_role_id,
      openChannelIds: z.array(z.string()).parse(row.open_channel_ids),
      areRepliesPrivate: row.are_replies_private !== 0,
      cooldownSeconds: row.cooldown_seconds,
      language: row.language,
    }),
  );

/** The settings of servers in a database. */
export function createSettingsStore(database: Database): SettingsStore {
  return {
    async read(guildId) {
      const [settings] = await readRows(
        database,
        sql`SELECT * FROM settings WHERE guild_id = ${guildId}`,
        settingsSchema,
      );
      return settings ?? null;
    },
    async write(guildId, settings) {
      const { moderatorRoleId, openChannelIds, areRepliesPrivate, cooldownSeconds, language } = settings;
      await write(
        database,
        sql`INSERT INTO settings
          (guild_id, moderator_role_id, open_channel_ids, are_replies_private, cooldown_seconds, language)
          VALUES (${guildId}, ${moderatorRoleId}, ${JSON.stringify(openChannelIds)}, ${areRepliesPrivate ? 1 : 0},
            ${cooldownSeconds}, ${language})
          ON CONFLICT (guild_id) DO UPDATE SET
            moderator_role_id = excluded.moderator_role_id, open_channel_ids = excluded.open_channel_ids,
            are_replies_private = excluded.are_replies_private, cooldown_seconds = excluded.cooldown_seconds,
            language = excluded.language`,
      );
    },
  };
}
