import { expect, test } from 'vitest';
import { fetchPage } from '../../src/fetch/fetch-page.js';
import { sayIn } from '../../src/messages/say.js';
import { createFetchBench, PIER } from './fetch-bench.js';
import { redirect, startPlainServer } from './test-site.js';

const bench = createFetchBench();

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
  bench.sites.pages.set('site.example/out', redirect(to));
  expect(await bench.refusal('https://site.example/out')).toBe(sentence);
});

test('a host that has any address of one’s own is refused, also behind a redirect, and is not connected to', async () => {
  const sentence =
    'https://inner.example/ leads to a server that is not on the public internet; upload the page as a file instead.';
  const network = {
    ...bench.sites.network,
    resolve: (host: string) =>
      Promise.resolve(host === 'inner.example' ? ['127.0.0.1', '10.0.0.5'] : ['127.0.0.1']),
  };
  bench.sites.pages.set('site.example/out', redirect('https://inner.example/'));
  expect(await bench.refusal('https://inner.example/', { network })).toBe(sentence);
  expect(bench.sites.asked).toEqual([]);
  expect(await bench.refusal('https://site.example/out', { network })).toBe(sentence);
});

test('the connection goes to the very address that was checked, however DNS answers later', async () => {
  let answers = 0;
  const network = {
    ...bench.sites.network,
    resolve: () => {
      answers += 1;
      // Allowed when it is checked; what a second answer would lead to is not.
      return Promise.resolve([answers <= 2 ? '127.0.0.1' : '169.254.169.254']);
    },
  };
  expect((await bench.fetchIt(PIER, { network })).ok).toBe(true);
  expect(answers).toBe(2);
  expect(await bench.refusal(PIER, { network })).toContain('not on the public internet');
});

test('by default, addresses that are not public are refused before any connection', async () => {
  const { network: _, ...options } = bench.sites.options;
  const fetched = await fetchPage('https://localhost/', options);
  expect(fetched.ok ? '' : sayIn('en')(fetched.reason)).toBe(
    'https://localhost/ leads to a server that is not on the public internet; upload the page as a file instead.',
  );
});

test('a host that is not there, a port that is shut and a server without TLS are told apart from pages', async () => {
  const unknown = { ...bench.sites.network, resolve: () => Promise.reject(new Error('ENOTFOUND')) };
  expect(await bench.refusal('https://nowhere.example/', { network: unknown })).toBe(
    'There is no server called nowhere.example (https://nowhere.example/); check the address for a slip of the pen.',
  );
  const plain = await startPlainServer();
  const sentence =
    'site.example did not answer as it should (https://site.example/); try again later, or upload the page as a file.';
  expect(
    await bench.refusal('https://site.example/', { network: { ...bench.sites.network, port: plain.port } }),
  ).toBe(sentence);
  plain.close();
  expect(
    await bench.refusal('https://site.example/', { network: { ...bench.sites.network, port: plain.port } }),
  ).toBe(sentence);
});

test('a certificate of nobody known, or of another host, is refused', async () => {
  const { authority: _, ...strangers } = bench.sites.network;
  const sentence = (host: string) =>
    `The certificate of ${host} is not valid (https://${host}/), so nobody can tell whose page that is; upload the page as a file if you trust it.`;
  expect(await bench.refusal('https://site.example/', { network: strangers })).toBe(sentence('site.example'));
  expect(await bench.refusal('https://third.example/')).toBe(sentence('third.example'));
});
