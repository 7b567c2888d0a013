import fc from 'fast-check';
import ipaddr from 'ipaddr.js';
import { expect, test } from 'vitest';
import { isPublicAddress } from '../../src/fetch/public-address.js';

test.each([
  ['this network', '0.0.0.0'],
  ['this network', '0.1.2.3'],
  ['loopback', '127.0.0.1'],
  ['loopback', '127.255.255.254'],
  ['private', '10.0.0.1'],
  ['private', '172.16.0.1'],
  ['private', '172.31.255.255'],
  ['private', '192.168.1.1'],
  ['link-local, where clouds tell of their machines', '169.254.169.254'],
  ['shared by a carrier', '100.64.0.1'],
  ['shared by a carrier, where a cloud tells of its machines', '100.100.100.200'],
  ['a cloud’s own in a public range', '168.63.129.16'],
  ['protocol assignments', '192.0.0.192'],
  ['documentation', '192.0.2.1'],
  ['documentation', '198.51.100.7'],
  ['documentation', '203.0.113.9'],
  ['benchmarks', '198.18.0.1'],
  ['6to4 relay', '192.88.99.1'],
  ['multicast', '224.0.0.1'],
  ['multicast', '239.255.255.250'],
  ['reserved', '240.0.0.1'],
  ['broadcast', '255.255.255.255'],
  ['unspecified', '::'],
  ['loopback', '::1'],
  ['IPv4-compatible', '::7f00:1'],
  ['IPv4-compatible, of a public address', '::8.8.8.8'],
  ['mapped loopback', '::ffff:127.0.0.1'],
  ['mapped loopback in hexadecimal', '::ffff:7f00:1'],
  ['mapped private', '::ffff:10.0.0.1'],
  ['mapped metadata', '::ffff:169.254.169.254'],
  ['translated (RFC 6145)', '::ffff:0:8.8.8.8'],
  ['NAT64 of loopback', '64:ff9b::127.0.0.1'],
  ['NAT64 of metadata', '64:ff9b::a9fe:a9fe'],
  ['local NAT64', '64:ff9b:1::8.8.8.8'],
  ['6to4 of a private address', '2002:a00:1::1'],
  ['6to4 of a public address', '2002:808:808::1'],
  ['Teredo', '2001:0:808:808::1'],
  ['documentation', '2001:db8::1'],
  ['documentation', '3fff::1'],
  ['benchmarks', '2001:2::1'],
  ['ORCHID', '2001:20::1'],
  ['unique local', 'fc00::1'],
  ['unique local, where a cloud tells of its machines', 'fd00:ec2::254'],
  ['link-local', 'fe80::1'],
  ['link-local with a zone', 'fe80::1%eth0'],
  ['site-local', 'fec0::1'],
  ['multicast', 'ff02::1'],
  ['discard', '100::1'],
  ['not given out', '4000::1'],
  ['with a zone', '2606:4700::1111%1'],
  ['no address', 'site.example'],
  ['no address', ''],
  ['no address', '1.2.3.4.5'],
])('%s is not public: %s', (_, address) => {
  expect(isPublicAddress(address)).toBe(false);
});

test.each([
  '1.1.1.1',
  '8.8.8.8',
  '172.32.0.1',
  '100.128.0.1',
  '2606:4700:4700::1111',
  '2a00:1450:4001:81b::200e',
  '::ffff:8.8.8.8',
  '::ffff:808:808',
  '64:ff9b::8.8.8.8',
])('%s is public', (address) => {
  expect(isPublicAddress(address)).toBe(true);
});

test('an IPv4 address is judged the same by itself, mapped into IPv6 and behind NAT64', () => {
  fc.assert(
    fc.property(fc.ipV4(), (address) => {
      const verdict = isPublicAddress(address);
      expect(isPublicAddress(`::ffff:${address}`)).toBe(verdict);
      expect(isPublicAddress(`64:ff9b::${address}`)).toBe(verdict);
      expect(isPublicAddress(`::${address}`)).toBe(false);
    }),
  );
});

test('an IPv6 address is judged the same however it is written', () => {
  fc.assert(
    fc.property(fc.ipV6(), (address) => {
      const verdict = isPublicAddress(address);
      const short = new URL(`http://[${address}]`).hostname.slice(1, -1);
      const long = ipaddr.IPv6.parse(short).toNormalizedString();
      for (const form of [short, long, address.toUpperCase()]) expect(isPublicAddress(form)).toBe(verdict);
    }),
  );
});

test('whatever text it is given, it answers, and yes only to addresses', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...Array.from('0123456789abcdefx.:%[]/')) })),
      (text) => {
        if (isPublicAddress(text)) expect(ipaddr.isValid(text)).toBe(true);
      },
    ),
  );
});
