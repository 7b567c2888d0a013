import { expect, it } from 'vitest';
import { parseUrl } from '../../src/article/parse-url.js';

it('reads an address, also one on a base', () => {
  expect(parseUrl('https://oster.example/mill?a=1')?.href).toBe('https://oster.example/mill?a=1');
  expect(parseUrl('/mill', new URL('https://oster.example/news/'))?.href).toBe('https://oster.example/mill');
});

it('gives null for what is no address', () => {
  expect(parseUrl('the mill')).toBeNull();
  expect(parseUrl('https://')).toBeNull();
});

it('reads letters beyond ASCII the ten thousandth time as it did the first', () => {
  const unread = Array.from({ length: 10_000 }, () => parseUrl('https://bücher.example/é')).filter(
    (url) => url?.href !== 'https://xn--bcher-kva.example/%C3%A9',
  );
  expect(unread).toEqual([]);
});
