import { type Database, writeAll } from './database.js';

/** The tables with rows of servers: a new one belongs here too. */
const TABLES_OF_SERVERS = [
  'sources',
  'drafts',
  'settings',
  'misses',
  'reloads',
  'departures',
  'feeds',
] as const;

/** Removes all that is kept of a server, in one transaction. */
export async function forgetServer(database: Database, guildId: string): Promise<void> {
  await writeAll(
    database,
    TABLES_OF_SERVERS.map((table) => ({ sql: `DELETE FROM ${table} WHERE guild_id = ?`, args: [guildId] })),
  );
}

/** Removes a user's id wherever it stands, and their drafts, in one transaction; the number of records that held it. */
export async function forgetUser(database: Database, userId: string): Promise<number> {
  const changed = await writeAll(database, [
    { sql: 'UPDATE sources SET added_by = NULL WHERE added_by = ?', args: [userId] },
    { sql: 'UPDATE feeds SET added_by = NULL WHERE added_by = ?', args: [userId] },
    { sql: 'UPDATE reloads SET user_id = NULL WHERE user_id = ?', args: [userId] },
    { sql: 'DELETE FROM drafts WHERE user_id = ?', args: [userId] },
  ]);
  return changed.reduce((sum, count) => sum + count, 0);
}
