import { isIP } from 'node:net';
import type { Network } from './network.js';

/** An address of a host to connect to, checked; or why there is none. */
export type FoundHost =
  | { readonly ok: true; readonly address: string; readonly family: 4 | 6 }
  | { readonly ok: false; readonly problem: 'unknown-host' | 'not-public' };

/**
 * Resolves a host once. Every address that it has must be allowed, as a host that names one of our own among public ones
 * has nothing good in mind; the first IPv4 address is taken if there is one, since not every network has IPv6.
 */
export async function findHost(host: string, network: Network): Promise<FoundHost> {
  const addresses = await network.resolve(host).catch(() => []);
  if (addresses.length === 0) return { ok: false, problem: 'unknown-host' };
  if (!addresses.every((address) => network.isAllowed(address))) return { ok: false, problem: 'not-public' };
  const address = addresses.find((candidate) => isIP(candidate) === 4) ?? addresses[0] ?? '';
  return { ok: true, address, family: isIP(address) === 6 ? 6 : 4 };
}
