import fc from 'fast-check';
import { parseUrl } from '../../src/article/parse-url.js';
import { readableName } from '../../src/article/source-file.js';
import { decodeControl, encodeControl } from '../../src/discord/controls/control-id.js';
import { decodePageState, encodePageState, readPageButton } from '../../src/discord/controls/page-state.js';
import { checkAddress } from '../../src/fetch/check-address.js';
import { nameFile } from '../../src/fetch/page-file.js';
import { isPublicAddress } from '../../src/fetch/public-address.js';
import { escapeControls, hideControls } from '../../src/messages/hide-controls.js';
import { allows } from '../../src/robots/allows.js';
import { freeName, LONGEST_NAME, nameSource } from '../../src/server/name-source.js';
import { type Fuzzer, fuzzerOf, insist, soupOf } from './fuzz-kind.js';

const CONTROL = /(?![\t\n])[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

const NAMES = [
  'server:',
  '../',
  '/',
  '.',
  '..',
  'pier',
  '.txt',
  '.md',
  '\\',
  '\u001b[2J',
  '\u009b',
  '\u202e',
  ' ',
  '-',
  '_',
  'é',
  '中',
  '👩‍👩‍👧',
  '\u0000',
  'CON',
  '%2f',
  '%',
];

const names = fuzzerOf({
  name: 'names',
  inputs: soupOf(NAMES),
  open: async () => ({
    check: (name) => {
      const own = nameSource(name);
      insist(/^[a-z0-9-]+$/u.test(own) && own.length <= LONGEST_NAME, `A source was named ${own}.`);
      insist(freeName(own, new Set([own])) !== own, 'A name that is taken was given again.');
      insist(readableName(name) !== '' || name === '', 'A name became none.');
      insist(!CONTROL.test(hideControls(name)), 'A control character reached the terminal.');
      const json = escapeControls(JSON.stringify({ name }));
      insist(!CONTROL.test(json) && JSON.parse(json).name === name, 'A name is another in JSON.');
    },
  }),
  sizeOf: ({ length }) => length,
});

const IDS = [
  'do:',
  'show:',
  'form:',
  'page:',
  'p:',
  'n:',
  '|',
  ':',
  ';',
  ',',
  '=',
  '%',
  '\\',
  'ask',
  'source confirm',
  'question',
  '1',
  '-1',
  '1e9',
  'NaN',
  '~',
  '\u0000',
  '😀',
];

const options = fc.dictionary(
  fc.string({ minLength: 1, maxLength: 8 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  { maxKeys: 4 },
);

const customIds = fuzzerOf({
  name: 'custom-ids',
  inputs: fc.tuple(soupOf(IDS), fc.string({ minLength: 1, maxLength: 20 }), options),
  open: async () => ({
    check: ([id, command, given]) => {
      decodeControl(id);
      readPageButton(id);
      decodePageState([id, `page:p:${id}|`]);
      const encoded = encodeControl({ kind: 'do', command, options: given });
      const back = encoded === null ? null : decodeControl(encoded);
      const isSame = back !== null && back.command === command && sameOptions(back.options, given);
      insist(encoded === null || isSame, `A control came back as ${JSON.stringify(back)}.`);
      const state = { command, options: given, page: 3, userId: '1', fingerprint: 'f' };
      const row = encodePageState(state);
      const again = row === null ? null : decodePageState(row.map(({ customId }) => customId));
      insist(
        row === null || (again !== null && sameOptions(again.options, given)),
        'A page came back as another.',
      );
    },
  }),
  sizeOf: ([id]) => id.length,
});

function sameOptions(
  one: Readonly<Record<string, string>>,
  other: Readonly<Record<string, string>>,
): boolean {
  const list = (record: Readonly<Record<string, string>>): string =>
    JSON.stringify(Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return list(one) === list(other);
}

const ADDRESSES = [
  'https://',
  'http://',
  'HTTPS:',
  'javascript:',
  'file:///',
  '//',
  '@',
  ':',
  ':443',
  ':0',
  '[',
  ']',
  '[::1]',
  '127.0.0.1',
  '0x7f.1',
  '2130706433',
  '169.254.169.254',
  'localhost',
  'a.example',
  '.',
  '..',
  '/',
  '\\',
  '?',
  '#',
  '%',
  '%2e',
  '%00',
  'user:pw@',
  '\t',
  '\n',
  'é',
  'ⓔ',
  '。',
  'xn--',
  '*',
  '$',
  'User-agent: *',
  'Disallow: ',
  'Allow: ',
  ' ',
];

const addresses = fuzzerOf({
  name: 'addresses',
  inputs: fc.oneof(soupOf(ADDRESSES, 12), fc.webUrl(), fc.ipV4(), fc.ipV6(), fc.ipV4Extended()),
  open: async () => ({
    check: (address) => {
      parseUrl(address);
      isPublicAddress(address);
      const checked = checkAddress(address);
      if (checked.ok) {
        const { protocol, port, username, password, hostname, hash } = checked.url;
        insist(
          protocol === 'https:' && port === '' && username + password + hash === '',
          `${address} passed.`,
        );
        insist(!/^\[|^[\d.]+$/u.test(hostname), `${address} passed with a number.`);
        insist(!nameFile(checked.url, '.html').includes('/'), `${address} names a folder.`);
      }
      const page = `https://a.example/${encodeURIComponent(address.slice(0, 200).replace(/\p{Cs}/gu, ''))}`;
      allows({ rules: address, address: 'https://a.example/robots.txt', page, agent: 'footnote' });
    },
  }),
  sizeOf: ({ length }) => length,
});

/** Names, ids and addresses, which somebody makes up. */
export const WORD_FUZZERS: readonly Fuzzer[] = [names, customIds, addresses];
