import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { readSource } from '../../src/article/read-source.js';
import { FETCH_LIMITS, type FetchOptions, fetchPage } from '../../src/fetch/fetch-page.js';
import { hasPageChanged } from '../../src/fetch/page-change.js';
import { sayIn } from '../../src/messages/say.js';
import { redirect, serve, startPlainServer, startSites, type TestSites } from './test-site.js';

const HTML = 'text/html; charset=utf-8';
const PAGE = toPage('The long pier at Velmouth will close for repairs on Monday.');
const PIER = 'https://site.example/news/pier-closes.html';

let sites: TestSites;

beforeAll(async () => {
  sites = await startSites();
});
beforeEach(() => {
  sites.pages.clear();
  sites.asked.length = 0;
  sites.lookups.length = 0;
  sites.pages.set('site.example/news/pier-closes.html', serve(HTML, PAGE));
});
afterAll(() => sites.close());

function toPage(sentence: string, around = 'Home | News'): string {
  return `<!doctype html><html lang="en"><head><title>Pier closes</title></head><body><nav>${around}</nav><article><h1>Pier closes</h1><p>${sentence} According to the council, the work may cost $3.5 million, and 40 boats would have to move to the inner harbour.</p></article></body></html>`;
}

const fetchIt = (address: string, changes: Partial<FetchOptions> = {}) =>
  fetchPage(address, { ...sites.options, ...changes });

/** The sentence of a refusal; what was fetched, where it was none. */
async function refusal(address: string, changes: Partial<FetchOptions> = {}): Promise<string> {
  const fetched = await fetchIt(address, changes);
  return fetched.ok ? `fetched ${fetched.file.name}` : sayIn('en')(fetched.reason);
}

/** Name and text of what was fetched. */
async function fetchText(address: string): Promise<[string, string]> {
  const fetched = await fetchIt(address);
  if (!fetched.ok) throw new Error(sayIn('en')(fetched.reason));
  return [fetched.file.name, new TextDecoder().decode(fetched.file.bytes)];
}

test('a page becomes a file that is read as an article', async () => {
  const fetched = await fetchIt(`${PIER}#top`);
  if (!fetched.ok) throw new Error(sayIn('en')(fetched.reason));
  expect([fetched.file.name, fetched.url]).toEqual(['pier-closes.html', PIER]);
  expect(fetched.retrievedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  const reading = readSource({ file: fetched.file.name, bytes: fetched.file.bytes });
  expect(reading.ok && reading.article.text).toContain(
    'The long pier at Velmouth will close for repairs on Monday.',
  );
});

test('requests say who asks and hold no cookie, and each host is looked up and asked for robots.txt', async () => {
  let headers: unknown;
  sites.pages.set('site.example/a', (request, response) => {
    headers = request.headers;
    response.writeHead(302, { location: '/b', 'set-cookie': 'seen=1' }).end();
  });
  let later: unknown;
  sites.pages.set('site.example/b', (request, response) => {
    later = request.headers.cookie;
    serve(HTML, PAGE)(request, response);
  });
  await fetchIt('https://site.example/a');
  expect(headers).toEqual({
    host: 'site.example',
    'user-agent': 'Footnote/0.1.0 (+https://keeper.example/bot)',
    accept: 'text/html, application/xhtml+xml, text/markdown, text/plain;q=0.8',
    'accept-encoding': 'br, gzip, deflate',
    connection: 'close',
  });
  expect(later).toBeUndefined();
  expect(sites.asked).toEqual(['site.example/robots.txt', 'site.example/a', 'site.example/b']);
});

test('redirects are followed across hosts, each with its own robots.txt, five at most', async () => {
  sites.pages.set('site.example/old', redirect('https://other.example/new', 301));
  sites.pages.set('other.example/new', serve(HTML, PAGE));
  const fetched = await fetchIt('https://site.example/old');
  expect(fetched.ok && fetched.url).toBe('https://other.example/new');
  expect(sites.asked).toEqual([
    'site.example/robots.txt',
    'site.example/old',
    'other.example/robots.txt',
    'other.example/new',
  ]);
  for (let n = 0; n < 6; n += 1) sites.pages.set(`site.example/${n}`, redirect(`/${n + 1}`));
  sites.pages.set('site.example/6', serve(HTML, PAGE));
  expect((await fetchIt('https://site.example/1')).ok).toBe(true);
  expect(await refusal('https://site.example/0')).toBe(
    'https://site.example/0 lies behind more than 5 redirects; open the page in a browser and give the address shown there.',
  );
});

test.each([
  [
    'http://site.example/',
    'http://site.example/ is not an https address, and nothing else is fetched; give the page’s https:// address, or upload it as a file.',
  ],
  [
    'https://127.0.0.1/',
    'https://127.0.0.1/ names its server by a number; give the address with the site’s name.',
  ],
  [
    'https://site.example:22/',
    'https://site.example:22/ names a port, and only the usual one is used; leave the port out, or upload the page as a file.',
  ],
  [
    'https://me@other.example/',
    'https://me@other.example/ holds a user name; give the address without what stands before the @.',
  ],
])('a redirect to %s is refused', async (to, sentence) => {
  sites.pages.set('site.example/out', redirect(to));
  expect(await refusal('https://site.example/out')).toBe(sentence);
});

test('a host that has any address of one’s own is refused, also behind a redirect, and is not connected to', async () => {
  const sentence =
    'https://inner.example/ leads to a server that is not on the public internet; upload the page as a file instead.';
  const network = {
    ...sites.network,
    resolve: (host: string) =>
      Promise.resolve(host === 'inner.example' ? ['127.0.0.1', '10.0.0.5'] : ['127.0.0.1']),
  };
  sites.pages.set('site.example/out', redirect('https://inner.example/'));
  expect(await refusal('https://inner.example/', { network })).toBe(sentence);
  expect(sites.asked).toEqual([]);
  expect(await refusal('https://site.example/out', { network })).toBe(sentence);
});

test('the connection goes to the very address that was checked, however DNS answers later', async () => {
  let answers = 0;
  const network = {
    ...sites.network,
    resolve: () => {
      answers += 1;
      // Allowed when it is checked; what a second answer would lead to is not.
      return Promise.resolve([answers <= 2 ? '127.0.0.1' : '169.254.169.254']);
    },
  };
  expect((await fetchIt(PIER, { network })).ok).toBe(true);
  expect(answers).toBe(2);
  expect(await refusal(PIER, { network })).toContain('not on the public internet');
});

test('by default, addresses that are not public are refused before any connection', async () => {
  const { network: _, ...options } = sites.options;
  const fetched = await fetchPage('https://localhost/', options);
  expect(fetched.ok ? '' : sayIn('en')(fetched.reason)).toBe(
    'https://localhost/ leads to a server that is not on the public internet; upload the page as a file instead.',
  );
});

test('a host that is not there, a port that is shut and a server without TLS are told apart from pages', async () => {
  const unknown = { ...sites.network, resolve: () => Promise.reject(new Error('ENOTFOUND')) };
  expect(await refusal('https://nowhere.example/', { network: unknown })).toBe(
    'There is no server called nowhere.example (https://nowhere.example/); check the address for a slip of the pen.',
  );
  const plain = await startPlainServer();
  const sentence =
    'site.example did not answer as it should (https://site.example/); try again later, or upload the page as a file.';
  expect(await refusal('https://site.example/', { network: { ...sites.network, port: plain.port } })).toBe(
    sentence,
  );
  plain.close();
  expect(await refusal('https://site.example/', { network: { ...sites.network, port: plain.port } })).toBe(
    sentence,
  );
});

test('a certificate of nobody known, or of another host, is refused', async () => {
  const { authority: _, ...strangers } = sites.network;
  const sentence = (host: string) =>
    `The certificate of ${host} is not valid (https://${host}/), so nobody can tell whose page that is; upload the page as a file if you trust it.`;
  expect(await refusal('https://site.example/', { network: strangers })).toBe(sentence('site.example'));
  expect(await refusal('https://third.example/')).toBe(sentence('third.example'));
});

test.each([
  ['br', brotliCompressSync],
  ['gzip', gzipSync],
  ['deflate', deflateSync],
] as const)('a page compressed by %s is unpacked', async (encoding, compress) => {
  sites.pages.set('site.example/c', serve(HTML, compress(PAGE), { 'content-encoding': encoding }));
  expect((await fetchText('https://site.example/c'))[1]).toBe(PAGE);
});

test('a page larger than the limit is refused, plain or unpacked from next to nothing', async () => {
  const sentence =
    'https://site.example/big is larger than 2 MiB; upload the article’s text alone as a file.';
  sites.pages.set('site.example/big', serve(HTML, Buffer.alloc(FETCH_LIMITS.bytes + 1, 'x')));
  expect(await refusal('https://site.example/big')).toBe(sentence);
  sites.pages.set('site.example/big', serve(HTML, Buffer.alloc(FETCH_LIMITS.bytes, 'x')));
  expect(await refusal('https://site.example/big')).toBe('fetched big.html');
  const bomb = gzipSync(Buffer.alloc(32 * 1024 * 1024));
  expect(bomb.byteLength).toBeLessThan(70_000);
  sites.pages.set('site.example/big', serve(HTML, bomb, { 'content-encoding': 'gzip' }));
  expect(await refusal('https://site.example/big')).toBe(sentence);
});

test('a body that never ends is cut off, and so is one that breaks off or is not packed as it says', async () => {
  sites.pages.set('site.example/endless', (_, response) => {
    response.writeHead(200, { 'content-type': HTML });
    const push = () => {
      while (!response.destroyed && response.write('x'.repeat(64 * 1024)));
    };
    response.on('drain', push);
    push();
  });
  expect(await refusal('https://site.example/endless')).toContain('is larger than 2 MiB');
  sites.pages.set('site.example/broken', (_, response) => {
    response.writeHead(200, { 'content-type': HTML, 'content-length': '1000' });
    response.write('x');
    setTimeout(() => response.destroy(), 20);
  });
  const broken = (path: string) =>
    `site.example did not answer as it should (https://site.example/${path}); try again later, or upload the page as a file.`;
  expect(await refusal('https://site.example/broken')).toBe(broken('broken'));
  sites.pages.set('site.example/unpacked', serve(HTML, PAGE, { 'content-encoding': 'gzip' }));
  expect(await refusal('https://site.example/unpacked')).toBe(broken('unpacked'));
  sites.pages.set('site.example/odd', serve(HTML, PAGE, { 'content-encoding': 'gzip, br' }));
  expect(await refusal('https://site.example/odd')).toBe(
    'https://site.example/odd came compressed in a way that cannot be read; upload the page as a file.',
  );
});

test('a page that takes too long is given up, at whatever it is slow', async () => {
  const limits = { ...FETCH_LIMITS, milliseconds: 200 };
  const sentence = (path: string) =>
    `https://site.example/${path} did not come within 0.2 seconds; try again later, or upload the page as a file.`;
  sites.pages.set('site.example/silent', () => {});
  sites.pages.set('site.example/drip', (_, response) => {
    response.writeHead(200, { 'content-type': HTML }).write('<p>');
    const drip = setInterval(() => response.write('x'), 30);
    response.on('close', () => clearInterval(drip));
  });
  for (const path of ['silent', 'drip'])
    expect(await refusal(`https://site.example/${path}`, { limits })).toBe(sentence(path));
  const network = { ...sites.network, resolve: () => new Promise<string[]>(() => {}) };
  expect(await refusal('https://site.example/dns', { limits, network })).toBe(sentence('dns'));
  const leaving = AbortSignal.timeout(50);
  expect((await fetchIt('https://site.example/silent', { signal: leaving })).ok).toBe(false);
});

test('robots.txt is respected, for us by name, with wildcards, and the longest rule wins', async () => {
  const rules =
    '\uFEFFUser-agent: *\nDisallow: /\n\nUser-agent: footnote\nDisallow: /news/*.html$\nAllow: /news/pier-open\n';
  sites.pages.set('site.example/robots.txt', serve('text/plain', rules));
  sites.pages.set('site.example/news/pier-opens.html', serve(HTML, PAGE));
  expect(await refusal(PIER)).toBe(
    `${PIER} may not be fetched: the site’s robots.txt asks programs not to; open it in a browser and upload the article as a file.`,
  );
  expect(sites.asked).toEqual(['site.example/robots.txt']);
  expect(await refusal('https://site.example/news/pier-opens.html')).toBe('fetched pier-opens.html');
});

test.each([401, 403, 404, 410, 429])(
  'a robots.txt that is answered with %i allows everything',
  async (status) => {
    sites.pages.set('site.example/robots.txt', (_, response) =>
      response.writeHead(status).end('User-agent: *\nDisallow: /'),
    );
    expect(await refusal(PIER)).toBe('fetched pier-closes.html');
  },
);

test.each([500, 503])('a robots.txt that is answered with %i allows nothing', async (status) => {
  sites.pages.set('site.example/robots.txt', (_, response) => response.writeHead(status).end());
  expect(await refusal(PIER)).toBe(
    `The robots.txt of site.example cannot be read, so it is not known whether ${PIER} may be fetched; try again later, or upload the page as a file.`,
  );
  expect(sites.asked).toEqual(['site.example/robots.txt']);
});

test('a robots.txt is followed to where it has moved, by https alone, and read as far as its limit', async () => {
  sites.pages.set('site.example/robots.txt', redirect('https://other.example/rules'));
  sites.pages.set('other.example/rules', serve('text/plain', 'User-agent: *\nDisallow: /news'));
  expect(await refusal(PIER)).toContain('may not be fetched');
  sites.pages.set('site.example/robots.txt', redirect('http://site.example/robots.txt'));
  expect(await refusal(PIER)).toContain('cannot be read');
  sites.pages.set('site.example/robots.txt', redirect('/robots.txt'));
  expect(await refusal(PIER)).toBe('fetched pier-closes.html');
  const long = `User-agent: *\nDisallow: /news\n${'# filler\n'.repeat(100_000)}`;
  sites.pages.set('site.example/robots.txt', serve('text/plain', long));
  expect(await refusal(PIER)).toContain('may not be fetched');
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
  sites.pages.set(`site.example${path}`, serve(type, 'The pier will close.'));
  expect(await fetchText(`https://site.example${path}`)).toEqual([name, 'The pier will close.']);
});

test.each(['application/pdf', 'image/png', 'application/json', 'text/css', ''])(
  'a page of type "%s" is refused',
  async (type) => {
    sites.pages.set('site.example/x', (_, response) =>
      response.writeHead(200, type === '' ? {} : { 'content-type': type }).end('x'),
    );
    expect(await refusal('https://site.example/x')).toBe(
      `https://site.example/x is of the type ${type === '' ? '?' : type}, which is no article; give the address of a page, or of a plain text or Markdown file.`,
    );
  },
);

test.each([204, 304, 401, 404, 410, 500])('an answer of %i is no page', async (status) => {
  sites.pages.set('site.example/x', (_, response) =>
    response.writeHead(status, { 'content-type': HTML }).end(),
  );
  expect(await refusal('https://site.example/x')).toBe(
    `https://site.example/x was answered with HTTP status ${status} instead of a page; open it in a browser to see whether it is there, or upload the page as a file.`,
  );
});

test.each([
  ['windows-1252', 'iso-8859-1', '“Déjà vu” – café'],
  ['windows-1251', 'windows-1251', 'Причал закроют'],
  ['koi8-r', 'KOI8-R', 'Причал закроют'],
  ['shiftjis', 'shift_jis', '桟橋は閉鎖'],
])('a page in %s that its header calls %s comes in UTF-8', async (encoding, label, text) => {
  sites.pages.set('site.example/x', serve(`text/plain; charset=${label}`, iconv.encode(text, encoding)));
  expect(await fetchText('https://site.example/x')).toEqual(['x.txt', text]);
});

test('bytes with a mark, in UTF-8 or in an encoding that nobody knows stay as they are', async () => {
  for (const [label, text] of [
    ['windows-1251', '\uFEFFcafé'],
    ['utf-8', 'café'],
    ['klingon', 'café'],
  ] as const) {
    sites.pages.set('site.example/x', serve(`text/plain; charset=${label}`, new TextEncoder().encode(text)));
    const fetched = await fetchIt('https://site.example/x');
    expect(fetched.ok && new TextEncoder().encode(text)).toEqual(fetched.ok && fetched.file.bytes);
  }
});

test('a page has changed when its main text is another, and not when only what is around it is', async () => {
  const before = await fetchIt(PIER);
  if (!before.ok) throw new Error(sayIn('en')(before.reason));
  const check = async (html: string) => {
    sites.pages.set('site.example/news/pier-closes.html', serve(HTML, html));
    return hasPageChanged(before, sites.options);
  };
  const sentence = 'The long pier at Velmouth will close for repairs on Monday.';
  expect(await check(toPage(sentence, 'Home | News | Sport'))).toEqual({ ok: true, hasChanged: false });
  expect(await check(toPage(sentence.replaceAll(' ', '\n  ')))).toEqual({ ok: true, hasChanged: false });
  expect(await check(toPage(sentence.replace('Monday', 'Friday')))).toEqual({ ok: true, hasChanged: true });
});

test('a server that says that nothing has changed need not send the page again', async () => {
  const before = await fetchIt(PIER);
  if (!before.ok) throw new Error(sayIn('en')(before.reason));
  let since: string | undefined;
  sites.pages.set('site.example/news/pier-closes.html', (request, response) => {
    since = request.headers['if-modified-since'];
    response.writeHead(304).end();
  });
  const page = { ...before, retrievedAt: '2031-05-03T10:20:30Z' };
  expect(await hasPageChanged(page, sites.options)).toEqual({ ok: true, hasChanged: false });
  expect(since).toBe('Sat, 03 May 2031 10:20:30 GMT');
  sites.pages.delete('site.example/news/pier-closes.html');
  const gone = await hasPageChanged(page, sites.options);
  expect(gone.ok ? '' : sayIn('en')(gone.reason)).toContain('was answered with HTTP status 404');
});
