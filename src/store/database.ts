import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';

/** A statement of SQL with its values apart, which each database writes in its own way. */
export type Statement = RawBuilder<unknown>;

/** What the stores work with. */
export interface Database {
  /** The rows of one statement, which is a transaction. */
  read(statement: Statement): Promise<readonly unknown[]>;
  /**
   * Carries out statements in one transaction; how many rows each changed. Of those that are `alone` with the same word one
   * goes on at a time, so that nothing comes between what they look at and what they write.
   */
  write(statements: readonly Statement[], alone?: string): Promise<readonly number[]>;
}

/** Whole numbers, which one of the databases gives as text if they do not fit 32 bits. */
export const wholeSchema = z.int();

/** A moment, which the database holds as milliseconds since 1970 in UTC. */
export const momentSchema = wholeSchema.transform((milliseconds) => new Date(milliseconds));

/** Bytes, of which each database gives another view. */
export const bytesSchema = z.union([
  z.instanceof(ArrayBuffer).transform((buffer) => new Uint8Array(buffer)),
  z
    .instanceof(Uint8Array)
    .transform(({ buffer, byteOffset, byteLength }) => new Uint8Array(buffer, byteOffset, byteLength)),
]);

/** The rows of a query, each checked. @throws if a row is not as `row` says, or the database cannot be read. */
export async function readRows<Row>(
  database: Database,
  statement: Statement,
  row: z.ZodType<Row>,
): Promise<Row[]> {
  return (await database.read(statement)).map((read) => row.parse(read));
}

/** Carries out one statement; how many rows it changed. */
export async function write(database: Database, statement: Statement, alone?: string): Promise<number> {
  const [changed = 0] = await database.write([statement], alone);
  return changed;
}

/** A text as each database keeps it whole: neither keeps NUL, which is shown as the sign for what cannot be shown. */
export function withoutNul(value: unknown): unknown {
  return typeof value === 'string' ? value.replaceAll('\0', '\uFFFD') : value;
}

/** The names of columns, side by side. */
export function columns(...names: readonly string[]): RawBuilder<unknown> {
  return sql.join(names.map((name) => sql.ref(name)));
}
