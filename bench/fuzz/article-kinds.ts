import fc from 'fast-check';
import { articleChecker } from './check-article.js';
import { type Fuzzer, fuzzerOf, soupOf } from './fuzz-kind.js';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A fuzzer of files with this ending. */
function fileFuzzer(name: string, ending: string, bytes: fc.Arbitrary<Uint8Array>): Fuzzer {
  return fuzzerOf({
    name,
    inputs: bytes,
    open: async () => {
      const check = articleChecker();
      return { check: (given) => check({ file: `a.${ending}`, bytes: given }) };
    },
    sizeOf: ({ byteLength }) => byteLength,
  });
}

const NAMES =
  'html head body p div b i a ul li table tr td th title h1 main article nav aside script style svg math template select option frameset noscript plaintext textarea iframe form font br meta link base'.split(
    ' ',
  );

const TAGS = [
  ...NAMES.flatMap((name) => [
    `<${name}>`,
    `</${name}>`,
    `<${name}/>`,
    `<${name} class="comments" hidden id=a>`,
  ]),
  '<!doctype html>',
  '<!-- saved from <html> -->',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<?php echo 1 ?>',
  '<script src="a.js"/>',
  '<script>document.write("<body>")</script>',
  '<meta charset=utf-16>',
  '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Pier"}</script>',
  'The pier opened on Monday, said Ada Quill. ',
  'It cost 40 million euros. ',
  '&amp;',
  '&#0;',
  '&#xd800;',
  '&notanentity',
  '<',
  '>',
  '"',
  ' ',
  '\n',
];

const YAML = [
  'title: ',
  'author: ',
  'url: ',
  'published: ',
  'language: ',
  '"',
  "'",
  '|',
  '>',
  '- ',
  '? ',
  ': ',
  '{',
  '}',
  '[',
  ']',
  ', ',
  '&a ',
  '*a',
  '<<: *a',
  '!!str ',
  '!x ',
  '%YAML 1.2',
  '---',
  '...',
  '\n',
  '\n  ',
  '\r',
  '\t',
  '#',
  '~',
  'null',
  '2024-13-45',
  '007',
  '.nan',
  '0x1F',
  '1e999',
  'en',
  'https://a.example/',
  '\\u0041',
  '__proto__: ',
  'Pier',
  ' ',
];

const MARKDOWN = [
  '# ',
  '## ',
  '- ',
  '* ',
  '1. ',
  '> ',
  '```',
  '~~~',
  '*',
  '_',
  '**',
  '`',
  '[a]',
  '[a](',
  '(b)',
  '![',
  ']',
  '<b>',
  '</b>',
  '<!--',
  '|',
  '|-|',
  '\n',
  '\n\n',
  '    ',
  '\t',
  '\\',
  '&amp;',
  '---',
  '=',
  'a\n=\n',
  '*a_',
  '[a]: <b',
  'The pier opened.',
  ' word ',
  'https://a.example',
  '<https://a.example>',
  '  \n',
];

const PROSE = [
  'Ada Quill',
  'Mayor Bo Reed',
  'he',
  ' said ',
  ' told ',
  ' that ',
  ' denied ',
  'according to ',
  '“',
  '”',
  '"',
  "'",
  '‘',
  '’',
  '«',
  '»',
  '„',
  ', ',
  '. ',
  ': ',
  '; ',
  '? ',
  '! ',
  '(',
  ')',
  '— ',
  '\n',
  '\n\n',
  '\r',
  'U.S. ',
  'Mr. ',
  'No. 4',
  ' on Monday',
  ' in 2019',
  ' 40 million',
  ' $3.5',
  '%',
  'Jan. 1',
  'a: ',
  'he said that ',
  'not ',
  '中',
  'に',
  'العربية ',
  'שלום ',
  '👩‍👩‍👧',
  '\u202e',
  '\u0000',
  '\ufeff',
  '\ud83d',
  'é',
  'i̇',
  'ﬁ',
  'reportedly ',
];

const LABELS =
  'utf-8 utf8mb4 utf-16 utf-16le base64 hex binary iso-8859-1 iso-2022-jp shift_jis gb18030 big5 euc-kr windows-1251 x-user-defined replacement ucs2'.split(
    ' ',
  );

/** Bytes in some encoding, or in none: declared rightly, wrongly or not at all, cut off, with other bytes among them. */
const encoded = fc
  .tuple(
    fc.constantFrom('', '\u00ef\u00bb\u00bf', '\u00ff\u00fe', '\u00fe\u00ff', '\u0000', '\u001b$B'),
    fc.oneof(
      fc.constant(''),
      fc.constantFrom(...LABELS).map((label) => `<meta charset="${label}">`),
    ),
    fc.oneof(
      fc.uint8Array({ maxLength: 3_000 }),
      soupOf(PROSE).map(utf8),
      soupOf(PROSE).map((text) => new Uint8Array(Buffer.from(text, 'utf16le'))),
      soupOf(PROSE).map((text) => new Uint8Array(Buffer.from(text, 'latin1'))),
    ),
    fc.nat({ max: 3 }),
  )
  .map(
    ([mark, declared, bytes, cut]) =>
      new Uint8Array(
        Buffer.concat([
          Buffer.from(mark, 'latin1'),
          Buffer.from(declared),
          bytes.subarray(0, bytes.length - cut),
        ]),
      ),
  );

/** The kinds of files that articles are made of. */
export const ARTICLE_FUZZERS: readonly Fuzzer[] = [
  fileFuzzer('tag-soup', 'html', soupOf(TAGS, 60).map(utf8)),
  fileFuzzer(
    'yaml',
    'txt',
    soupOf(YAML, 60).map((yaml) => utf8(`---\n${yaml}\n---\nThe pier opened, said Ada Quill.`)),
  ),
  fileFuzzer('markdown', 'md', soupOf(MARKDOWN, 60).map(utf8)),
  fileFuzzer('prose', 'txt', soupOf(PROSE, 60).map(utf8)),
  fileFuzzer('encodings', 'html', encoded),
];
