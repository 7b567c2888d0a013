import { lookup } from 'node:dns/promises';
import { isPublicAddress } from './public-address.js';

/** The network that pages are fetched from. Tests put servers of their own behind it; the program has `PUBLIC_INTERNET`. */
export interface Network {
  /** Every address of a host; rejects if DNS has none. */
  resolve(host: string): Promise<readonly string[]>;
  /** Whether a connection to an address is allowed. */
  isAllowed(address: string): boolean;
  /** The port of connections. */
  readonly port: number;
  /** The certificate authority, in PEM, that servers are trusted by; undefined for those of Node. */
  readonly authority?: string;
}

/** The public internet, by port 443 alone. */
export const PUBLIC_INTERNET: Network = {
  async resolve(host) {
    const found = await lookup(host, { all: true });
    return found.map(({ address }) => address);
  },
  isAllowed: isPublicAddress,
  port: 443,
};
