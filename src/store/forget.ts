import { sql } from 'kysely';
import type { Database } from './database.js';
import { MADE_OF_SOURCES } from './parses-store.js';
import { aloneWithSources } from './source-rows.js';

/** The tables with rows of servers: a new one belongs here too. */
const TABLES_OF_SERVERS = [
  'sources',
  ...MADE_OF_SOURCES,
  'drafts',
  'settings',
  'misses',
  'reloads',
  'departures',
  'feeds',
] as const;

/** Removes all that is kept of a server, in one transaction. */
export async function forgetServer(database: Database, guildId: string): Promise<void> {
  await database.write(
    TABLES_OF_SERVERS.map((table) => sql`DELETE FROM ${sql.table(table)} WHERE guild_id = ${guildId}`),
    aloneWithSources(guildId),
  );
}

/** Removes a user's id wherever it is, and their drafts, in one transaction; the number of records that held it. */
export async function forgetUser(database: Database, userId: string): Promise<number> {
  const changed = await database.write([
    sql`UPDATE sources SET added_by = NULL WHERE added_by = ${userId}`,
    sql`UPDATE feeds SET added_by = NULL WHERE added_by = ${userId}`,
    sql`UPDATE reloads SET user_id = NULL WHERE user_id = ${userId}`,
    sql`DELETE FROM drafts WHERE user_id = ${userId}`,
  ]);
  return changed.reduce((sum, count) => sum + count, 0);
}
