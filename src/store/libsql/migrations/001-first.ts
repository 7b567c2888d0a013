/** Everything of the first version. Large columns are last, so that a listing does not read through them. */
export const first: readonly string[] = [
  `CREATE TABLE sources (
    guild_id TEXT NOT NULL,
    name TEXT NOT NULL,
    title TEXT NOT NULL,
    ending TEXT NOT NULL,
    size INTEGER NOT NULL,
    fetched_from TEXT,
    fetched_at INTEGER,
    added_by TEXT,
    added_at INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (guild_id, name)
  ) STRICT`,
  `CREATE TABLE drafts (
    id TEXT NOT NULL PRIMARY KEY,
    guild_id TEXT NOT NULL,
    user_id TEXT NOT NULL,
    title TEXT NOT NULL,
    ending TEXT NOT NULL,
    fetched_from TEXT,
    fetched_at INTEGER,
    made_at INTEGER NOT NULL,
    bytes BLOB NOT NULL
  ) STRICT`,
  'CREATE INDEX drafts_by_user ON drafts (guild_id, user_id, made_at)',
  `CREATE TABLE settings (
    guild_id TEXT NOT NULL PRIMARY KEY,
    moderator_role_id TEXT,
    open_channel_ids TEXT NOT NULL,
    are_replies_private INTEGER NOT NULL,
    cooldown_seconds INTEGER,
    language TEXT
  ) STRICT`,
  `CREATE TABLE misses (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    guild_id TEXT NOT NULL,
    question TEXT NOT NULL,
    kind TEXT NOT NULL,
    origin TEXT NOT NULL,
    at INTEGER NOT NULL,
    UNIQUE (guild_id, origin)
  ) STRICT`,
  `CREATE TABLE reloads (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    guild_id TEXT,
    user_id TEXT,
    at INTEGER NOT NULL,
    milliseconds INTEGER NOT NULL,
    added INTEGER NOT NULL,
    removed INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    unchanged INTEGER NOT NULL,
    failed INTEGER NOT NULL
  ) STRICT`,
  'CREATE INDEX reloads_by_guild ON reloads (guild_id, id)',
  'CREATE TABLE departures (guild_id TEXT NOT NULL PRIMARY KEY, at INTEGER NOT NULL) STRICT',
];
