import { z } from 'zod';
import { momentSchema, wholeSchema } from './database.js';
import type { SourceFeed, SourceRecord } from './sources.js';

/** A row of a source without its bytes. */
export const SOURCE_SHAPE = {
  guild_id: z.string(),
  name: z.string(),
  title: z.string(),
  ending: z.string(),
  size: wholeSchema,
  fetched_from: z.string().nullable(),
  fetched_at: momentSchema.nullable(),
  added_by: z.string().nullable(),
  added_at: momentSchema,
  feed_url: z.string().nullable(),
  feed_key: z.string().nullable(),
  feed_stamp: z.string().nullable(),
};

/** What writes a server's sources, or what was made of them, is alone with, so that nothing comes between what it looks at and what it writes. */
export function aloneWithSources(guildId: string): string {
  return `sources of ${guildId}`;
}

/** The source of a row. */
export function toRecord(row: z.infer<z.ZodObject<typeof SOURCE_SHAPE>>): SourceRecord {
  return {
    guildId: row.guild_id,
    name: row.name,
    title: row.title,
    ending: row.ending,
    size: row.size,
    fetchedFrom: row.fetched_from,
    fetchedAt: row.fetched_at,
    addedBy: row.added_by,
    addedAt: row.added_at,
    feed: toFeed(row.feed_url, row.feed_key, row.feed_stamp),
  };
}

function toFeed(url: string | null, key: string | null, stamp: string | null): SourceFeed | null {
  return url === null || key === null || stamp === null ? null : { url, key, stamp };
}
