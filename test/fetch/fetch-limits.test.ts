import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { FETCH_LIMITS } from '../../src/fetch/fetch-options.js';
import { createFetchBench, HTML, PAGE } from './fetch-bench.js';
import { serve } from './test-site.js';

const bench = createFetchBench();

test('a page larger than the limit is refused, plain or unpacked from next to nothing', async () => {
  const sentence =
    'https://site.example/big is larger than 2 MiB; upload the article’s text alone as a file.';
  bench.sites.pages.set('site.example/big', serve(HTML, Buffer.alloc(FETCH_LIMITS.bytes + 1, 'x')));
  expect(await bench.refusal('https://site.example/big')).toBe(sentence);
  bench.sites.pages.set('site.example/big', serve(HTML, Buffer.alloc(FETCH_LIMITS.bytes, 'x')));
  expect(await bench.refusal('https://site.example/big')).toBe('fetched big.html');
  const bomb = gzipSync(Buffer.alloc(32 * 1024 * 1024));
  expect(bomb.byteLength).toBeLessThan(70_000);
  bench.sites.pages.set('site.example/big', serve(HTML, bomb, { 'content-encoding': 'gzip' }));
  expect(await bench.refusal('https://site.example/big')).toBe(sentence);
});

test('a body that never ends is cut off, and so is one that breaks off or is not packed as it says', async () => {
  bench.sites.pages.set('site.example/endless', (_, response) => {
    response.writeHead(200, { 'content-type': HTML });
    const push = () => {
      while (!response.destroyed && response.write('x'.repeat(64 * 1024)));
    };
    response.on('drain', push);
    push();
  });
  expect(await bench.refusal('https://site.example/endless')).toContain('is larger than 2 MiB');
  bench.sites.pages.set('site.example/broken', (_, response) => {
    response.writeHead(200, { 'content-type': HTML, 'content-length': '1000' });
    response.write('x');
    setTimeout(() => response.destroy(), 20);
  });
  const broken = (path: string) =>
    `site.example did not answer as it should (https://site.example/${path}); try again later, or upload the page as a file.`;
  expect(await bench.refusal('https://site.example/broken')).toBe(broken('broken'));
  bench.sites.pages.set('site.example/unpacked', serve(HTML, PAGE, { 'content-encoding': 'gzip' }));
  expect(await bench.refusal('https://site.example/unpacked')).toBe(broken('unpacked'));
  bench.sites.pages.set('site.example/odd', serve(HTML, PAGE, { 'content-encoding': 'gzip, br' }));
  expect(await bench.refusal('https://site.example/odd')).toBe(
    'https://site.example/odd came compressed in a way that cannot be read; upload the page as a file.',
  );
});

test('a page that takes too long is given up, at whatever it is slow', async () => {
  const limits = { ...FETCH_LIMITS, milliseconds: 200 };
  const sentence = (path: string) =>
    `https://site.example/${path} did not come within 0.2 seconds; try again later, or upload the page as a file.`;
  bench.sites.pages.set('site.example/silent', () => {});
  bench.sites.pages.set('site.example/drip', (_, response) => {
    response.writeHead(200, { 'content-type': HTML }).write('<p>');
    const drip = setInterval(() => response.write('x'), 30);
    response.on('close', () => clearInterval(drip));
  });
  for (const path of ['silent', 'drip'])
    expect(await bench.refusal(`https://site.example/${path}`, { limits })).toBe(sentence(path));
  const network = { ...bench.sites.network, resolve: () => new Promise<string[]>(() => {}) };
  expect(await bench.refusal('https://site.example/dns', { limits, network })).toBe(sentence('dns'));
  const leaving = AbortSignal.timeout(50);
  expect((await bench.fetchIt('https://site.example/silent', { signal: leaving })).ok).toBe(false);
});

test.each([
  [
    'switches to another protocol',
    'HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n',
  ],
  ['switches without saying to what', 'HTTP/1.1 101 Switching Protocols\r\n\r\n'],
  [
    'switches and closes',
    'HTTP/1.1 101 Switching Protocols\r\nupgrade: h2c\r\nconnection: upgrade, close\r\n\r\n',
  ],
  ['says that it goes on for ever', 'HTTP/1.1 100 Continue\r\n\r\n'.repeat(3)],
  ['says nothing and closes', ''],
])('a server that %s is given up', async (what, words) => {
  bench.sites.pages.set('site.example/other', ({ socket }) => {
    socket.write(words);
    if (what.endsWith('closes')) socket.end();
  });
  const limits = { ...FETCH_LIMITS, milliseconds: 500 };
  expect(await bench.refusal('https://site.example/other', { limits })).toMatch(
    /^(?:site\.example did not answer as it should|https:\/\/site\.example\/other (?:did not come within 0\.5 seconds|was answered with HTTP status 101)).*upload the page as a file\.$/u,
  );
});
