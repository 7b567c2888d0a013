import { codeOf } from './passing-trouble.js';

/** Certificates that this machine does not trust, by OpenSSL's words for them. */
const UNTRUSTED = new Set([
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'CERT_HAS_EXPIRED',
]);

/**
 * What an operator does about a database that could not be opened, by its address without the password. `problem` is a sentence's end, or what
 * was thrown; null if nobody knows what to do about that.
 */
export function explainOpening(url: string, problem: string): string;
export function explainOpening(url: string, problem: unknown): string | null;
export function explainOpening(url: string, problem: unknown): string | null {
  const end = typeof problem === 'string' ? problem : explain(problem);
  return end === null ? null : `The database ${nameOf(url)} (DATABASE_URL) ${end}`;
}

function explain(error: unknown): string | null {
  const code = codeOf(error);
  const said = error instanceof Error ? error.message : String(error);
  if (code === '28P01' || code === '28000' || said.includes('password'))
    return 'refuses the user or the password: check both in DATABASE_URL, and pg_hba.conf there.';
  if (code === '3D000') return 'is not there: create it, as with createdb, or correct its name.';
  if (code === '42501')
    return 'lets its user create no tables: let it own the database, or GRANT CREATE ON SCHEMA public to it.';
  if (code === '53300')
    return 'takes no more connections: raise max_connections there, or run fewer processes.';
  if (code === '57P03') return 'is still starting, or stopping: start again in a moment.';
  if (UNTRUSTED.has(code))
    return `has a certificate that is not trusted here (${code}): add sslrootcert=FILE to DATABASE_URL.`;
  if (said.includes('does not support SSL'))
    return 'speaks no TLS: take sslmode out of DATABASE_URL, or switch TLS on there.';
  if (/^(?:E[A-Z_]+|08...)$/u.test(code) || /terminated|timeout/u.test(said))
    return `cannot be reached (${code || said}): check the address, and that PostgreSQL runs there.`;
  return null;
}

/** Host, port and database of an address; never the user's name or password. */
function nameOf(url: string): string {
  const { host, pathname, searchParams } = new URL(url);
  return `${host || searchParams.get('host') || 'on this machine'}${decodeURIComponent(pathname)}`;
}
