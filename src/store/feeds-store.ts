import { z } from 'zod';
import { readWording, writeWording } from '../messages/kept-wording.js';
import { type Database, momentSchema, readRows, write, writeAll } from './database.js';
import type { FeedState, FeedStore, FollowedFeed } from './store.js';

const COLUMNS =
  'guild_id, url, title, most, when_gone, added_by, added_at, due_at, read_at, failing_since, failures, problem, etag, last_modified, seen';

const feedSchema = z
  .object({
    guild_id: z.string(),
    url: z.string(),
    title: z.string(),
    most: z.int(),
    when_gone: z.enum(['keep', 'drop']),
    added_by: z.string().nullable(),
    added_at: momentSchema,
    due_at: momentSchema,
    read_at: momentSchema.nullable(),
    failing_since: momentSchema.nullable(),
    failures: z.int(),
    problem: z.string().nullable(),
    etag: z.string().nullable(),
    last_modified: z.string().nullable(),
    seen: z.string(),
  })
  .transform(
    (row): FollowedFeed => ({
      guildId: row.guild_id,
      url: row.url,
      title: row.title,
      most: row.most,
      whenGone: row.when_gone,
      addedBy: row.added_by,
      addedAt: row.added_at,
      dueAt: row.due_at,
      readAt: row.read_at,
      failingSince: row.failing_since,
      failures: row.failures,
      problem: row.problem === null ? null : readWording(row.problem),
      etag: row.etag,
      lastModified: row.last_modified,
      seen: z.array(z.string()).parse(JSON.parse(row.seen)),
    }),
  );

/** The feeds that servers follow, in a database. */
export function createFeedStore(database: Database): FeedStore {
  return {
    list: (guildId) =>
      readRows(
        database,
        `SELECT ${COLUMNS} FROM feeds WHERE guild_id = ? ORDER BY title, url`,
        [guildId],
        feedSchema,
      ),
    listDue: (now, most) =>
      readRows(
        database,
        `SELECT ${COLUMNS} FROM feeds WHERE due_at <= ? ORDER BY due_at, guild_id, url LIMIT ?`,
        [now.getTime(), most],
        feedSchema,
      ),
    async add(feed, most) {
      const added = await write(database, ADD, { ...toArguments(feed), mostFeeds: most });
      return added > 0;
    },
    async update(guildId, url, state) {
      const updated = await write(database, UPDATE, { guildId, url, ...toStateArguments(state) });
      return updated > 0;
    },
    async remove(guildId, url) {
      const [removed = 0] = await writeAll(database, [
        { sql: 'DELETE FROM feeds WHERE guild_id = ? AND url = ?', args: [guildId, url] },
        {
          sql: 'UPDATE sources SET feed_url = NULL, feed_key = NULL, feed_stamp = NULL WHERE guild_id = ? AND feed_url = ?',
          args: [guildId, url],
        },
      ]);
      return removed > 0;
    },
  };
}

/** Counts and writes in one statement, so that nothing can come between. */
const ADD = `
  INSERT INTO feeds (${COLUMNS})
  SELECT :guildId, :url, :title, :most, :whenGone, :addedBy, :addedAt, :dueAt, :readAt, :failingSince, :failures,
    :problem, :etag, :lastModified, :seen
  WHERE (SELECT count(*) FROM feeds WHERE guild_id = :guildId AND url <> :url) + 1 <= :mostFeeds
  ON CONFLICT (guild_id, url) DO UPDATE SET
    title = excluded.title, most = excluded.most, when_gone = excluded.when_gone, due_at = excluded.due_at`;

const UPDATE = `
  UPDATE feeds SET title = :title, due_at = :dueAt, read_at = :readAt, failing_since = :failingSince,
    failures = :failures, problem = :problem, etag = :etag, last_modified = :lastModified, seen = :seen
  WHERE guild_id = :guildId AND url = :url`;

function toArguments(feed: FollowedFeed) {
  const { guildId, url, most, whenGone, addedBy, addedAt } = feed;
  return { guildId, url, most, whenGone, addedBy, addedAt: addedAt.getTime(), ...toStateArguments(feed) };
}

function toStateArguments({
  title,
  dueAt,
  readAt,
  failingSince,
  failures,
  problem,
  etag,
  lastModified,
  seen,
}: FeedState) {
  return {
    title,
    dueAt: dueAt.getTime(),
    readAt: readAt?.getTime() ?? null,
    failingSince: failingSince?.getTime() ?? null,
    failures,
    problem: problem === null ? null : writeWording(problem),
    etag,
    lastModified,
    seen: JSON.stringify(seen),
  };
}
