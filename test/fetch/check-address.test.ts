import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkAddress } from '../../src/fetch/check-address.js';
import { sayIn } from '../../src/messages/say.js';

function outcome(address: string): string {
  const checked = checkAddress(address);
  return checked.ok ? checked.url.href : sayIn('en')(checked.reason);
}

test.each([
  ['https://site.example/pier#work', 'https://site.example/pier'],
  ['  https://SITE.example:443/a b?c=ü ', 'https://site.example/a%20b?c=%C3%BC'],
  ['https://bücher.example/', 'https://xn--bcher-kva.example/'],
  ['https://site.example./x', 'https://site.example./x'],
])('%s is fetched as %s', (address, url) => {
  expect(outcome(address)).toBe(url);
});

test.each([
  ['pier', '“pier” is not the address of a page; give one that begins with https://.'],
  ['https://', '“https://” is not the address of a page; give one that begins with https://.'],
  ['https://..', '“https://..” is not the address of a page; give one that begins with https://.'],
  [
    'http://site.example/',
    'http://site.example/ is not an https address, and nothing else is fetched; give the page’s https:// address, or upload it as a file.',
  ],
  [
    'https://keeper:secret@site.example/',
    'https://keeper:secret@site.example/ holds a user name; give the address without what stands before the @.',
  ],
  [
    'https://site.example:8443/',
    'https://site.example:8443/ names a port, and only the usual one is used; leave the port out, or upload the page as a file.',
  ],
])('%s is refused: %s', (address, sentence) => {
  expect(outcome(address)).toBe(sentence);
});

test.each([
  'file:///etc/passwd',
  'javascript:alert(1)',
  'data:text/html,x',
  'ftp://site.example/',
  'gopher://site.example',
])('%s is no https address', (address) => {
  expect(outcome(address)).toContain(' is not an https address, ');
});

test.each([
  '127.0.0.1',
  '8.8.8.8',
  '127.1',
  '2130706433',
  '0x7f.0.0.1',
  '0x7f000001',
  '0177.0.0.1',
  '017700000001',
  '127.0.0.1.',
  '１２７.０.０.１',
  '%31%32%37.0.0.1',
  '[::1]',
  '[::ffff:127.0.0.1]',
  '[2606:4700:4700::1111]',
])('a server is not named by a number in any spelling: %s', (host) => {
  expect(outcome(`https://${host}/`)).toBe(
    `https://${host}/ names its server by a number; give the address with the site’s name.`,
  );
});

test('whatever is typed, what passes is https, without name, port and fragment, and no number', () => {
  const part = fc.string({ unit: fc.constantFrom(...Array.from('abc019xX.:/@#?[]%\\ ü')) });
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        part.map((text) => `https://${text}`),
      ),
      (address) => {
        const checked = checkAddress(address);
        if (!checked.ok) return;
        const { protocol, username, password, port, hash, hostname } = checked.url;
        expect([protocol, username, password, port, hash]).toEqual(['https:', '', '', '', '']);
        expect(hostname).not.toMatch(/^\[|^\d[\d.]*$/);
      },
    ),
  );
});

test('a very long address is named by its beginning', () => {
  expect(outcome(`https://site.example/${'x'.repeat(3_000)}`).length).toBeLessThan(300);
});
