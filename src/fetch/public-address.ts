import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import { parseUrl } from '../article/parse-url.js';

/** Addresses in public ranges that are a cloud's own all the same: Azure's WireServer answers every machine there. */
const CLOUD_ADDRESSES: ReadonlySet<string> = new Set(['168.63.129.16']);

/** Global unicast, the only block from which public IPv6 addresses are given out (RFC 4291, 2.4). */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3');

/** What NAT64 puts in front of IPv4 addresses: where a network has IPv6 alone, DNS names every IPv4 host by it (RFC 6052). */
const NAT64 = ipaddr.IPv6.parseCIDR('64:ff9b::/96');

/**
 * Whether an IP address, as DNS gives it, is of the public internet: no private, local, shared, reserved or multicast one,
 * and no tunnel that could lead to one (6to4, Teredo). IPv4 addresses within IPv6 ones (mapped, NAT64) are judged for
 * themselves. False for what is no address.
 *
 * The ranges are those of the IANA registries of special-purpose addresses, as ipaddr.js has them. Gets wrong: a public
 * address that a network routes to something of its own.
 */
export function isPublicAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return isPublicIpv4(ipaddr.IPv4.parse(address));
    case 6: {
      // In hexadecimal throughout, as ipaddr.js takes `::8.8.8.8` for a mapped address; and never with a zone.
      const url = parseUrl(`http://[${address}]`);
      return url !== null && isPublicIpv6(ipaddr.IPv6.parse(url.hostname.slice(1, -1)));
    }
    default:
      return false;
  }
}

function isPublicIpv4(address: ipaddr.IPv4): boolean {
  return address.range() === 'unicast' && !CLOUD_ADDRESSES.has(address.toString());
}

function isPublicIpv6(address: ipaddr.IPv6): boolean {
  if (address.isIPv4MappedAddress()) return isPublicIpv4(address.toIPv4Address());
  if (address.match(NAT64)) return isPublicIpv4(new ipaddr.IPv4(address.toByteArray().slice(-4)));
  return address.match(GLOBAL_UNICAST) && address.range() === 'unicast';
}
