import ipaddr from 'ipaddr.js';
import { parseUrl } from '../article/parse-url.js';
import { type Phrase, phrase } from '../messages/phrase.js';

/** An address that may be fetched, or why not. */
export type CheckedAddress =
  | { readonly ok: true; readonly url: URL }
  | { readonly ok: false; readonly reason: Phrase };

/** Characters of an address; longer ones are no addresses of articles. Browsers and servers take at least as many. */
const MOST_CHARACTERS = 2_000;

/**
 * Reads an address as browsers do and says whether it may be fetched: https, by a host's name and not by a number in
 * whatever spelling, on the usual port, without a user's name. Gives it without its fragment, which servers are not told.
 */
export function checkAddress(address: string, base?: URL): CheckedAddress {
  const refuse = (message: Phrase['message']): CheckedAddress => ({
    ok: false,
    reason: phrase(message, { address: shorten(address) }),
  });
  const url = address.length > MOST_CHARACTERS ? null : parseUrl(address, base);
  // A host of nothing but dots is a URL by the standard, and the address of nothing.
  if (url === null || /^\.+$/u.test(url.hostname)) return refuse('fetch.no-address');
  if (url.protocol !== 'https:') return refuse('fetch.not-https');
  if (url.username !== '' || url.password !== '') return refuse('fetch.credentials');
  if (url.port !== '') return refuse('fetch.port');
  // The URL standard has turned every spelling of an IPv4 address (octal, hexadecimal, one number) into the usual one.
  if (url.hostname.startsWith('[') || ipaddr.IPv4.isValid(url.hostname)) return refuse('fetch.number');
  url.hash = '';
  return { ok: true, url };
}

/** Characters of an address in a sentence; what tells it apart is at its beginning. */
const SHOWN_CHARACTERS = 200;

/** An address as a sentence of ours names it. */
export function shorten(address: string): string {
  const points = Array.from(address);
  return points.length <= SHOWN_CHARACTERS ? address : `${points.slice(0, SHOWN_CHARACTERS - 1).join('')}…`;
}
