/** What was read in the articles of servers’ sources. */
export const readings: readonly string[] = [
  `CREATE TABLE readings (
    guild_id TEXT NOT NULL,
    name TEXT NOT NULL,
    added_at INTEGER NOT NULL,
    maker TEXT NOT NULL,
    key TEXT NOT NULL,
    size INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (guild_id, name)
  ) STRICT`,
];
