import type { Client, InArgs, InStatement } from '@libsql/client';
import { z } from 'zod';

/** What the stores work with: statements of SQL, each of them a transaction, and several in one. */
export type Database = Pick<Client, 'execute' | 'batch'>;

/** A moment, which the database holds as milliseconds since 1970 in UTC. */
export const momentSchema = z.int().transform((milliseconds) => new Date(milliseconds));

/** Bytes, which the database gives as a buffer. */
export const bytesSchema = z.instanceof(ArrayBuffer).transform((buffer) => new Uint8Array(buffer));

/** The rows of a query, each checked. @throws where a row is not as `row` says, or the database cannot be read. */
export async function readRows<Row>(
  database: Database,
  sql: string,
  args: InArgs,
  row: z.ZodType<Row>,
): Promise<Row[]> {
  const { rows } = await database.execute({ sql, args });
  return rows.map((read) => row.parse(read));
}

/** Carries out statements in one transaction; how many rows each changed. */
export async function writeAll(database: Database, statements: readonly InStatement[]): Promise<number[]> {
  const results = await database.batch([...statements], 'write');
  return results.map(({ rowsAffected }) => rowsAffected);
}

/** Carries out one statement; how many rows it changed. */
export async function write(database: Database, sql: string, args: InArgs): Promise<number> {
  const { rowsAffected } = await database.execute({ sql, args });
  return rowsAffected;
}
