import { sql } from 'kysely';
import { z } from 'zod';
import type { Turns } from '../changes.js';
import { type Database, readRows } from '../database.js';

const waitSchema = z.object({ wait: z.number() });

/** Turns by the database's clock, so that those of the machines do not matter. */
export function createTurns(database: Database): Turns {
  return {
    async take(bucket, pause) {
      const span = sql`make_interval(secs => ${pause / 1_000})`;
      const [row] = await readRows(
        database,
        sql`INSERT INTO turns (bucket, next_at) VALUES (${bucket}, clock_timestamp() + ${span})
          ON CONFLICT (bucket) DO UPDATE SET next_at = greatest(turns.next_at, clock_timestamp()) + ${span}
          RETURNING CAST(extract(epoch FROM next_at - ${span} - clock_timestamp()) * 1000 AS DOUBLE PRECISION) AS wait`,
        waitSchema,
      );
      return Math.max(0, row?.wait ?? 0);
    },
  };
}
