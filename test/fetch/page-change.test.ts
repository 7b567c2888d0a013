import { expect, test } from 'vitest';
import { hasPageChanged } from '../../src/fetch/page-change.js';
import { sayIn } from '../../src/messages/say.js';
import { IN_PLACE } from '../in-place.js';
import { createFetchBench, HTML, PIER, toPage } from './fetch-bench.js';
import { serve } from './test-site.js';

const bench = createFetchBench();

test('a page has changed when its main text is another, and not when only what is around it is', async () => {
  const before = await bench.fetched(PIER);
  const check = async (html: string) => {
    bench.sites.pages.set('site.example/news/pier-closes.html', serve(HTML, html));
    return hasPageChanged(before, bench.sites.options, IN_PLACE.parse);
  };
  const sentence = 'The long pier at Velmouth will close for repairs on Monday.';
  expect(await check(toPage(sentence, 'Home | News | Sport'))).toEqual({ ok: true, hasChanged: false });
  expect(await check(toPage(sentence.replaceAll(' ', '\n  ')))).toEqual({ ok: true, hasChanged: false });
  expect(await check(toPage(sentence.replace('Monday', 'Friday')))).toEqual({ ok: true, hasChanged: true });
});

test('a server that says that nothing has changed need not send the page again', async () => {
  const before = await bench.fetched(PIER);
  let since: string | undefined;
  bench.sites.pages.set('site.example/news/pier-closes.html', (request, response) => {
    since = request.headers['if-modified-since'];
    response.writeHead(304).end();
  });
  const page = { ...before, retrievedAt: '2031-05-03T10:20:30Z' };
  expect(await hasPageChanged(page, bench.sites.options, IN_PLACE.parse)).toEqual({
    ok: true,
    hasChanged: false,
  });
  expect(since).toBe('Sat, 03 May 2031 10:20:30 GMT');
  bench.sites.pages.delete('site.example/news/pier-closes.html');
  const gone = await hasPageChanged(page, bench.sites.options, IN_PLACE.parse);
  expect(gone.ok ? '' : sayIn('en')(gone.reason)).toContain('was answered with HTTP status 404');
});
