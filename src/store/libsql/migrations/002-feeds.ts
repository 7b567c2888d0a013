/** Feeds that servers follow, and which of their sources came from one. */
export const feeds: readonly string[] = [
  `CREATE TABLE feeds (
    guild_id TEXT NOT NULL,
    url TEXT NOT NULL,
    title TEXT NOT NULL,
    most INTEGER NOT NULL,
    when_gone TEXT NOT NULL,
    added_by TEXT,
    added_at INTEGER NOT NULL,
    due_at INTEGER NOT NULL,
    read_at INTEGER,
    failing_since INTEGER,
    failures INTEGER NOT NULL,
    problem TEXT,
    etag TEXT,
    last_modified TEXT,
    seen TEXT NOT NULL,
    PRIMARY KEY (guild_id, url)
  ) STRICT`,
  'CREATE INDEX feeds_by_due ON feeds (due_at)',
  'ALTER TABLE sources ADD COLUMN feed_url TEXT',
  'ALTER TABLE sources ADD COLUMN feed_key TEXT',
  'ALTER TABLE sources ADD COLUMN feed_stamp TEXT',
];
