/**
 * Everything of the first version. Words are compared by their code points, as in the other database. What changes a server's
 * sources or settings, this program or a hand, is noted under the next number in the same transaction: the numbers are given out
 * at its very end, one transaction after the other, so that whoever has seen one has seen all before it.
 */
export const first: readonly string[] = [
  `CREATE TABLE sources (
    guild_id TEXT COLLATE "C" NOT NULL,
    name TEXT COLLATE "C" NOT NULL,
    title TEXT COLLATE "C" NOT NULL,
    ending TEXT NOT NULL,
    size BIGINT NOT NULL,
    fetched_from TEXT,
    fetched_at BIGINT,
    added_by TEXT,
    added_at BIGINT NOT NULL,
    feed_url TEXT,
    feed_key TEXT,
    feed_stamp TEXT,
    bytes BYTEA NOT NULL,
    PRIMARY KEY (guild_id, name)
  )`,
  `CREATE TABLE drafts (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    guild_id TEXT COLLATE "C" NOT NULL,
    user_id TEXT COLLATE "C" NOT NULL,
    title TEXT NOT NULL,
    ending TEXT NOT NULL,
    fetched_from TEXT,
    fetched_at BIGINT,
    made_at BIGINT NOT NULL,
    bytes BYTEA NOT NULL
  )`,
  'CREATE INDEX drafts_by_user ON drafts (guild_id, user_id, made_at)',
  'CREATE INDEX drafts_by_age ON drafts (made_at)',
  `CREATE TABLE settings (
    guild_id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    moderator_role_id TEXT,
    open_channel_ids TEXT NOT NULL,
    are_replies_private INTEGER NOT NULL,
    cooldown_seconds INTEGER,
    language TEXT
  )`,
  `CREATE TABLE misses (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    guild_id TEXT COLLATE "C" NOT NULL,
    question TEXT NOT NULL,
    kind TEXT NOT NULL,
    origin TEXT COLLATE "C" NOT NULL,
    at BIGINT NOT NULL,
    UNIQUE (guild_id, origin)
  )`,
  'CREATE INDEX misses_by_guild ON misses (guild_id, id)',
  'CREATE INDEX misses_by_age ON misses (at)',
  `CREATE TABLE reloads (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    guild_id TEXT COLLATE "C",
    user_id TEXT,
    at BIGINT NOT NULL,
    milliseconds BIGINT NOT NULL,
    added INTEGER NOT NULL,
    removed INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    unchanged INTEGER NOT NULL,
    failed INTEGER NOT NULL
  )`,
  'CREATE INDEX reloads_by_guild ON reloads (guild_id, id)',
  'CREATE TABLE departures (guild_id TEXT COLLATE "C" NOT NULL PRIMARY KEY, at BIGINT NOT NULL)',
  `CREATE TABLE feeds (
    guild_id TEXT COLLATE "C" NOT NULL,
    url TEXT COLLATE "C" NOT NULL,
    title TEXT COLLATE "C" NOT NULL,
    most INTEGER NOT NULL,
    when_gone TEXT NOT NULL,
    added_by TEXT,
    added_at BIGINT NOT NULL,
    due_at BIGINT NOT NULL,
    read_at BIGINT,
    failing_since BIGINT,
    failures INTEGER NOT NULL,
    problem TEXT,
    etag TEXT,
    last_modified TEXT,
    seen TEXT NOT NULL,
    claimed_until BIGINT,
    PRIMARY KEY (guild_id, url)
  )`,
  'CREATE INDEX feeds_by_due ON feeds (due_at)',

  // The last number given out, and the last one whose note is gone.
  'CREATE TABLE change_counter (last BIGINT NOT NULL, pruned BIGINT NOT NULL)',
  'INSERT INTO change_counter (last, pruned) VALUES (0, 0)',
  `CREATE TABLE changes (
    guild_id TEXT COLLATE "C" NOT NULL,
    part TEXT NOT NULL,
    version BIGINT NOT NULL,
    at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (guild_id, part)
  )`,
  'CREATE INDEX changes_by_version ON changes (version)',
  `CREATE FUNCTION count_change(whose TEXT, what TEXT) RETURNS VOID LANGUAGE plpgsql AS $$
    DECLARE
      number BIGINT;
    BEGIN
      UPDATE change_counter SET last = last + 1 RETURNING last INTO number;
      INSERT INTO changes (guild_id, part, version, at) VALUES (whose, what, number, now())
        ON CONFLICT (guild_id, part) DO UPDATE SET version = excluded.version, at = excluded.at;
      PERFORM pg_notify('footnote_changes', number::TEXT);
    END
  $$`,
  `CREATE FUNCTION note_change() RETURNS TRIGGER LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM count_change(coalesce(NEW.guild_id, OLD.guild_id), TG_ARGV[0]);
      RETURN NULL;
    END
  $$`,
  // Who added a source is no part of what is served.
  `CREATE CONSTRAINT TRIGGER sources_changed
    AFTER INSERT OR DELETE OR UPDATE OF name, title, ending, bytes, fetched_from, fetched_at, feed_url ON sources
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION note_change('sources')`,
  `CREATE CONSTRAINT TRIGGER settings_changed
    AFTER INSERT OR DELETE OR UPDATE ON settings
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION note_change('settings')`,
];
