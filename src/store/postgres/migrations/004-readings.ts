/** What was read in the articles of servers’ sources; the key has none stay that another machine writes while its source is removed. */
export const readings: readonly string[] = [
  `CREATE TABLE readings (
    guild_id TEXT COLLATE "C" NOT NULL,
    name TEXT COLLATE "C" NOT NULL,
    added_at BIGINT NOT NULL,
    maker TEXT NOT NULL,
    key TEXT NOT NULL,
    size BIGINT NOT NULL,
    bytes BYTEA NOT NULL,
    PRIMARY KEY (guild_id, name),
    FOREIGN KEY (guild_id, name) REFERENCES sources ON DELETE CASCADE
  )`,
  // The bytes are compressed as they come.
  'ALTER TABLE readings ALTER COLUMN bytes SET STORAGE EXTERNAL',
];
