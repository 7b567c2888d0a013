import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { readSource } from '../../src/article/read-source.js';
import { createFetchBench, HTML, PAGE, PIER } from './fetch-bench.js';
import { redirect, serve } from './test-site.js';

const bench = createFetchBench();

test('a page becomes a file that is read as an article', async () => {
  const fetched = await bench.fetched(`${PIER}#top`);
  expect([fetched.file.name, fetched.url]).toEqual(['pier-closes.html', PIER]);
  expect(fetched.retrievedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  const parsed = readSource({ file: fetched.file.name, bytes: fetched.file.bytes });
  expect(parsed.ok && parsed.article.text).toContain(
    'The long pier at Velmouth will close for repairs on Monday.',
  );
});

test('requests say who asks and hold no cookie, and each host is asked for robots.txt once', async () => {
  let headers: unknown;
  bench.sites.pages.set('site.example/a', (request, response) => {
    headers = request.headers;
    response.writeHead(302, { location: '/b', 'set-cookie': 'seen=1' }).end();
  });
  let later: unknown;
  bench.sites.pages.set('site.example/b', (request, response) => {
    later = request.headers.cookie;
    serve(HTML, PAGE)(request, response);
  });
  await bench.fetchIt('https://site.example/a');
  expect(headers).toEqual({
    host: 'site.example',
    'user-agent': 'Footnote/0.1.0 (+https://keeper.example/bot)',
    accept: 'text/html, application/xhtml+xml, text/markdown, text/plain;q=0.8',
    'accept-encoding': 'br, gzip, deflate',
    connection: 'close',
  });
  expect(later).toBeUndefined();
  expect(bench.sites.asked).toEqual(['site.example/robots.txt', 'site.example/a', 'site.example/b']);
});

test('redirects are followed across hosts, each with its own robots.txt, five at most', async () => {
  bench.sites.pages.set('site.example/old', redirect('https://other.example/new', 301));
  bench.sites.pages.set('other.example/new', serve(HTML, PAGE));
  const fetched = await bench.fetchIt('https://site.example/old');
  expect(fetched.ok && fetched.url).toBe('https://other.example/new');
  expect(bench.sites.asked).toEqual([
    'site.example/robots.txt',
    'site.example/old',
    'other.example/robots.txt',
    'other.example/new',
  ]);
  for (let n = 0; n < 6; n += 1) bench.sites.pages.set(`site.example/${n}`, redirect(`/${n + 1}`));
  bench.sites.pages.set('site.example/6', serve(HTML, PAGE));
  expect((await bench.fetchIt('https://site.example/1')).ok).toBe(true);
  expect(await bench.refusal('https://site.example/0')).toBe(
    'https://site.example/0 lies behind more than 5 redirects; open the page in a browser and give the address shown there.',
  );
});

test.each([
  ['br', brotliCompressSync],
  ['gzip', gzipSync],
  ['deflate', deflateSync],
] as const)('a page compressed by %s is unpacked', async (encoding, compress) => {
  bench.sites.pages.set('site.example/c', serve(HTML, compress(PAGE), { 'content-encoding': encoding }));
  expect((await bench.fetchText('https://site.example/c'))[1]).toBe(PAGE);
});

test.each([
  ['text/plain', '/notes', 'notes.txt'],
  ['text/plain; charset=utf-8', '/raw/Long%20Pier.md', 'Long-Pier.md'],
  ['text/markdown', '/README', 'README.md'],
  ['application/xhtml+xml', '/', 'site-example.html'],
  ['TEXT/HTML;charset="utf-8"', '/2031/%D7%A9%D7%9C%D7%95%D7%9D/', 'שלום.html'],
  ['text/html', '/a%ff/..%2f..%2fetc%2fpasswd', 'etc-passwd.html'],
  ['text/html', `/${'x'.repeat(300)}`, `${'x'.repeat(60)}.html`],
])('a page of type %s at %s becomes %s', async (type, path, name) => {
  bench.sites.pages.set(`site.example${path}`, serve(type, 'The pier will close.'));
  expect(await bench.fetchText(`https://site.example${path}`)).toEqual([name, 'The pier will close.']);
});

test.each(['application/pdf', 'image/png', 'application/json', 'text/css', ''])(
  'a page of type "%s" is refused',
  async (type) => {
    bench.sites.pages.set('site.example/x', (_, response) =>
      response.writeHead(200, type === '' ? {} : { 'content-type': type }).end('x'),
    );
    expect(await bench.refusal('https://site.example/x')).toBe(
      `https://site.example/x is of the type ${type === '' ? '?' : type}, which is no article; give the address of a page, or of a plain text or Markdown file.`,
    );
  },
);

test.each([204, 304, 401, 404, 410, 500])('an answer of %i is no page', async (status) => {
  bench.sites.pages.set('site.example/x', (_, response) =>
    response.writeHead(status, { 'content-type': HTML }).end(),
  );
  expect(await bench.refusal('https://site.example/x')).toBe(
    `https://site.example/x was answered with HTTP status ${status} instead of a page; open it in a browser to see whether it is there, or upload the page as a file.`,
  );
});

test.each([
  ['windows-1252', 'iso-8859-1', '“Déjà vu” – café'],
  ['windows-1251', 'windows-1251', 'Причал закроют'],
  ['koi8-r', 'KOI8-R', 'Причал закроют'],
  ['shiftjis', 'shift_jis', '桟橋は閉鎖'],
])('a page in %s that its header calls %s comes in UTF-8', async (encoding, label, text) => {
  bench.sites.pages.set(
    'site.example/x',
    serve(`text/plain; charset=${label}`, iconv.encode(text, encoding)),
  );
  expect(await bench.fetchText('https://site.example/x')).toEqual(['x.txt', text]);
});

test('bytes with a mark, in UTF-8 or in an encoding that nobody knows stay as they are', async () => {
  for (const [label, text] of [
    ['windows-1251', '\uFEFFcafé'],
    ['utf-8', 'café'],
    ['klingon', 'café'],
  ] as const) {
    bench.sites.pages.set(
      'site.example/x',
      serve(`text/plain; charset=${label}`, new TextEncoder().encode(text)),
    );
    const { file } = await bench.fetched('https://site.example/x');
    expect(file.bytes).toEqual(new TextEncoder().encode(text));
  }
});
