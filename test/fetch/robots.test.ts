import { expect, test } from 'vitest';
import { createFetchBench, HTML, PAGE, PIER } from './fetch-bench.js';
import { redirect, serve } from './test-site.js';

const bench = createFetchBench();

test('robots.txt is respected, for us by name, with wildcards, and the longest rule wins', async () => {
  const rules =
    '\uFEFFUser-agent: *\nDisallow: /\n\nUser-agent: footnote\nDisallow: /news/*.html$\nAllow: /news/pier-open\n';
  bench.sites.pages.set('site.example/robots.txt', serve('text/plain', rules));
  bench.sites.pages.set('site.example/news/pier-opens.html', serve(HTML, PAGE));
  expect(await bench.refusal(PIER)).toBe(
    `${PIER} may not be fetched: the site’s robots.txt asks programs not to; open it in a browser and upload the article as a file.`,
  );
  expect(bench.sites.asked).toEqual(['site.example/robots.txt']);
  expect(await bench.refusal('https://site.example/news/pier-opens.html')).toBe('fetched pier-opens.html');
});

test.each([401, 403, 404, 410, 429])(
  'a robots.txt that is answered with %i allows everything',
  async (status) => {
    bench.sites.pages.set('site.example/robots.txt', (_, response) =>
      response.writeHead(status).end('User-agent: *\nDisallow: /'),
    );
    expect(await bench.refusal(PIER)).toBe('fetched pier-closes.html');
  },
);

test.each([500, 503])('a robots.txt that is answered with %i allows nothing', async (status) => {
  bench.sites.pages.set('site.example/robots.txt', (_, response) => response.writeHead(status).end());
  expect(await bench.refusal(PIER)).toBe(
    `The robots.txt of site.example cannot be read, so it is not known whether ${PIER} may be fetched; try again later, or upload the page as a file.`,
  );
  expect(bench.sites.asked).toEqual(['site.example/robots.txt']);
});

test('a robots.txt is followed to where it has moved, by https alone, and read as far as its limit', async () => {
  bench.sites.pages.set('site.example/robots.txt', redirect('https://other.example/rules'));
  bench.sites.pages.set('other.example/rules', serve('text/plain', 'User-agent: *\nDisallow: /news'));
  expect(await bench.refusal(PIER)).toContain('may not be fetched');
  bench.sites.pages.set('site.example/robots.txt', redirect('http://site.example/robots.txt'));
  expect(await bench.refusal(PIER)).toContain('cannot be read');
  bench.sites.pages.set('site.example/robots.txt', redirect('/robots.txt'));
  expect(await bench.refusal(PIER)).toBe('fetched pier-closes.html');
  const long = `User-agent: *\nDisallow: /news\n${'# filler\n'.repeat(100_000)}`;
  bench.sites.pages.set('site.example/robots.txt', serve('text/plain', long));
  expect(await bench.refusal(PIER)).toContain('may not be fetched');
});
