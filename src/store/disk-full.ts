/** What SQLite and PostgreSQL call a disk without space (https://www.postgresql.org/docs/current/errcodes-appendix.html), and what the system does. */
const CODES = new Set(['SQLITE_FULL', '53100', 'ENOSPC']);

/** Whether something could not be kept because there is no space left on the disk of the database. */
export function isDiskFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && CODES.has(String(error.code))) return true;
  return isDiskFull(error.cause);
}
