/** States of PostgreSQL (SQLSTATE) that pass: it stops or starts, has too many connections, or two transactions were in each other's way. */
const PASSING_STATES = new Set(['57P01', '57P02', '57P03', '53300', '40001', '40P01']);

/** Connections that break off or cannot be made, SQLSTATE class 08 and the system's own words for it. */
const BROKEN =
  /^(?:08...|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/u;

/** What the client itself says of a connection that is gone, which has no code. */
const SAID =
  /^(?:Connection terminated|Client has encountered a connection error|timeout exceeded|timeout expired)/u;

/** Whether the same may succeed a little later, and nothing was confirmed. */
export function isPassing(error: unknown): boolean {
  const code = codeOf(error);
  if (PASSING_STATES.has(code) || BROKEN.test(code)) return true;
  return error instanceof Error && SAID.test(error.message);
}

/** PostgreSQL's or the system's word for an error; empty if it has none. */
export function codeOf(error: unknown): string {
  if (error instanceof AggregateError) return codeOf(error.errors[0]);
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
