import { z } from 'zod';
import { type Database, readRows, write } from './database.js';
import type { ServerSettings, SettingsStore } from './store.js';

const settingsSchema = z
  .object({
    moderator_role_id: z.string().nullable(),
    open_channel_ids: z.string().transform((text): unknown => JSON.parse(text)),
    are_replies_private: z.int(),
    cooldown_seconds: z.int().nullable(),
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
        'SELECT * FROM settings WHERE guild_id = ?',
        [guildId],
        settingsSchema,
      );
      return settings ?? null;
    },
    async write(guildId, settings) {
      await write(database, 'INSERT OR REPLACE INTO settings VALUES (?, ?, ?, ?, ?, ?)', [
        guildId,
        settings.moderatorRoleId,
        JSON.stringify(settings.openChannelIds),
        settings.areRepliesPrivate ? 1 : 0,
        settings.cooldownSeconds,
        settings.language,
      ]);
    },
  };
}
