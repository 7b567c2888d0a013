import { sql } from 'kysely';
import { z } from 'zod';
import { readWording, writeWording } from '../messages/kept-wording.js';
import { columns, type Database, momentSchema, readRows, wholeSchema, write } from './database.js';
import type { FeedStore, FollowedFeed } from './feeds.js';

const shape = {
  guild_id: z.string(),
  url: z.string(),
  title: z.string(),
  most: wholeSchema,
  when_gone: z.enum(['keep', 'drop']),
  added_by: z.string().nullable(),
  added_at: momentSchema,
  due_at: momentSchema,
  read_at: momentSchema.nullable(),
  failing_since: momentSchema.nullable(),
  failures: wholeSchema,
  problem: z.string().nullable(),
  etag: z.string().nullable(),
  last_modified: z.string().nullable(),
  seen: z.string(),
};

const COLUMNS = columns(...Object.keys(shape));

const feedSchema = z.object(shape).transform(
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
        sql`SELECT ${COLUMNS} FROM feeds WHERE guild_id = ${guildId} ORDER BY title, url`,
        feedSchema,
      ),
    claimDue: (now, until, most) => {
      const isDue = sql`due_at <= ${now.getTime()} AND (claimed_until IS NULL OR claimed_until <= ${now.getTime()})`;
      // Due is asked twice: whoever waited for another machine's claim looks at the row as that left it.
      return readRows(
        database,
        sql`UPDATE feeds SET claimed_until = ${until.getTime()}
          WHERE (guild_id, url) IN (SELECT guild_id, url FROM feeds WHERE ${isDue} ORDER BY due_at, guild_id, url LIMIT ${most})
            AND ${isDue}
          RETURNING ${COLUMNS}`,
        feedSchema,
      );
    },
    async add(feed, most) {
      const { guildId, url, title, whenGone, addedBy, addedAt, dueAt, readAt, failingSince, failures } = feed;
      const { problem, etag, lastModified, seen } = feed;
      const added = await write(
        database,
        sql`
          INSERT INTO feeds (${COLUMNS})
          SELECT ${guildId}, ${url}, ${title}, ${feed.most}, ${whenGone}, ${addedBy}, ${addedAt.getTime()}, ${dueAt.getTime()},
            ${toTime(readAt)}, ${toTime(failingSince)}, ${failures}, ${problem === null ? null : writeWording(problem)},
            ${etag}, ${lastModified}, ${JSON.stringify(seen)}
          WHERE (SELECT count(*) FROM feeds WHERE guild_id = ${guildId} AND url <> ${url}) + 1 <= ${most}
          ON CONFLICT (guild_id, url) DO UPDATE SET
            title = excluded.title, most = excluded.most, when_gone = excluded.when_gone, due_at = excluded.due_at,
            claimed_until = NULL`,
        `feeds of ${guildId}`,
      );
      return added > 0;
    },
    async update(guildId, url, state) {
      const { title, dueAt, readAt, failingSince, failures, problem, etag, lastModified, seen } = state;
      const updated = await write(
        database,
        sql`
          UPDATE feeds SET title = ${title}, due_at = ${dueAt.getTime()}, read_at = ${toTime(readAt)},
            failing_since = ${toTime(failingSince)}, failures = ${failures},
            problem = ${problem === null ? null : writeWording(problem)}, etag = ${etag},
            last_modified = ${lastModified}, seen = ${JSON.stringify(seen)}, claimed_until = NULL
          WHERE guild_id = ${guildId} AND url = ${url}`,
      );
      return updated > 0;
    },
    async remove(guildId, url) {
      const [removed = 0] = await database.write([
        sql`DELETE FROM feeds WHERE guild_id = ${guildId} AND url = ${url}`,
        sql`UPDATE sources SET feed_url = NULL, feed_key = NULL, feed_stamp = NULL
          WHERE guild_id = ${guildId} AND feed_url = ${url}`,
      ]);
      return removed > 0;
    },
  };
}

function toTime(moment: Date | null): number | null {
  return moment?.getTime() ?? null;
}
