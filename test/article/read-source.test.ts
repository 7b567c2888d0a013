import { describe, expect, it } from 'vitest';
import { textAt } from '../../src/article/article.js';
import { readSource } from '../../src/article/read-source.js';
import { inEnglishWords } from '../in-english.js';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function read(file: string, content: string | Uint8Array) {
  const parsed = readSource({ file, bytes: typeof content === 'string' ? utf8(content) : content });
  if (!parsed.ok) throw new Error(`${parsed.line}: ${inEnglishWords(parsed.reason)}`);
  return parsed.article;
}

function failure(file: string, content: string | Uint8Array) {
  const parsed = readSource({ file, bytes: typeof content === 'string' ? utf8(content) : content });
  return parsed.ok ? 'was read' : { line: parsed.line, reason: inEnglishWords(parsed.reason) };
}

describe('a source with front matter', () => {
  it('gives what the front matter states and the body to the letter after it', () => {
    const article = read(
      'town/harbour.txt',
      '---\r\ntitle: Harbour fire\r\nurl: https://example.org/harbour\r\nauthor: [Ada Finch, Bo Reed]\r\npublisher: Port Post\r\npublished: 2025-03-09\r\nlanguage: en-GB\r\n---\r\nOne “line”.\r\nTwo\u00a0lines.\r\n',
    );
    expect(article.id).toBe('town/harbour');
    expect(article.meta).toEqual({
      title: 'Harbour fire',
      url: 'https://example.org/harbour',
      author: 'Ada Finch, Bo Reed',
      publisher: 'Port Post',
      published: '2025-03-09',
      language: 'en-GB',
    });
    expect(article.text).toBe('One “line”.\r\nTwo\u00a0lines.\r\n');
  });

  it('needs none: the title then comes from the name of the file', () => {
    const article = read('reports/harbour-fire_2.txt', 'The pier burned.');
    expect(article.meta).toEqual({
      title: 'Harbour fire 2',
      url: null,
      author: null,
      publisher: null,
      published: null,
      language: 'en',
    });
  });

  it.each([
    ['---\ntitle: A\npublished: 2024-13-01\n---\nText.', 3, '"published" is not a date (2024-13-01)'],
    ['---\ntitle: A\npublished: 2023-02-29\n---\nText.', 3, '"published" is not a date (2023-02-29)'],
    ['---\nurl: harbour.html\n---\nText.', 2, '"url" is not an http or https address (harbour.html)'],
    [
      '---\ntitle: A\nurl: javascript:alert(1)\n---\nText.',
      3,
      '"url" is not an http or https address (javascript:alert(1))',
    ],
    [
      '---\nlanguage: English!\n---\nText.',
      2,
      '"language" is not a language tag such as "en" or "pt-BR" (English!)',
    ],
    ['---\ntitle: {a: 1}\n---\nText.', 2, '"title" is not a line of text ({"a":1})'],
    [
      '---\n- one\n---\nText.',
      2,
      'the front matter has no "key: value" lines; write title: …, url: … and so on',
    ],
    [
      '---\ntitle: A\nText without an end.',
      1,
      'the front matter that opens here is never closed; end it with a line "---"',
    ],
  ])('is refused with the line and the reason: %j', (text, line, reason) => {
    expect(failure('a.txt', text)).toEqual({ line, reason });
  });

  it('is refused where it is no YAML, with the line in the file', () => {
    expect(failure('a.txt', '---\ntitle: A\nurl: "https://example.org\n---\nText.')).toMatchObject({
      line: 3,
    });
  });

  it('takes a date with a time as the day that is written', () => {
    expect(read('a.txt', '---\npublished: 2025-03-09T23:30:00-05:00\n---\nText.').meta.published).toBe(
      '2025-03-09',
    );
  });
});

describe('front matter as people write it', () => {
  it.each([
    ['title: Storm: ten boats lost', 'Storm: ten boats lost'],
    ['title: Review: “Tide”: a film', 'Review: “Tide”: a film'],
    ['title: [Update] Storm', '[Update] Storm'],
    ['title: "Storm" hits the pier', '"Storm" hits the pier'],
    ['title: @skerra wins', '@skerra wins'],
    ['title: *Bold* move', '*Bold* move'],
    ["title: 'tis the season: a storm", "'tis the season: a storm"],
    ['title: !important', '!important'],
    ['title: 007', '007'],
    ['title: 1.10', '1.10'],
    ['title: 0x1F', '0x1F'],
    ['title: .nan', '.nan'],
    ['title: 1e3', '1e3'],
    ['title: true', 'true'],
    ['title: "Storm: ten boats"', 'Storm: ten boats'],
  ])('takes %s as it is written', (line, title) => {
    const article = read('a.txt', `---\n${line}\npublisher: Port Post\n---\nThe pier burned.`);
    expect(article.meta).toMatchObject({ title, publisher: 'Port Post' });
    expect(article.text).toBe('The pier burned.');
  });

  it.each([
    '---\n\nThe boat sank: nobody was hurt.\n\n---\n\nIt was old.',
    '---\nThe boat sank. Nobody was hurt.\nIt was old.',
    '---\nThe mayor said: we go.\n---\nIt was old.',
    '---\nNote: bring a coat to the quay.\n---\nIt was old.',
  ])('is none between rules: %j', (text) => {
    expect(read('a.txt', text).text).toBe(text);
  });

  it('names the line of what is wrong beside a title with a colon', () => {
    const text = '---\ntitle: Storm: ten boats\nurl: https://example.org/a: b\n---\nText.';
    expect(failure('a.txt', text)).toMatchObject({ line: 3 });
  });

  it('names the line of an alias that stands for nothing', () => {
    expect(failure('a.txt', '---\ntitle: A\nauthor: B\npublisher: *nobody\n---\nText.')).toMatchObject({
      line: 4,
    });
  });

  it('may have lines that end in a carriage return alone', () => {
    const article = read(
      'a.md',
      '---\rtitle: Pier\rauthor: Ada Finch\r---\rIt burned.\r\rNobody was hurt.\r',
    );
    expect(article.meta).toMatchObject({ title: 'Pier', author: 'Ada Finch' });
    expect(article.paragraphs.map((p) => textAt(article, p))).toEqual(['It burned.', 'Nobody was hurt.']);
    expect(failure('a.txt', '---\rtitle: A\rurl: quay\r---\rText.')).toMatchObject({ line: 3 });
  });
});

describe('files by other endings', () => {
  it.each([
    ['a.htm', '<p>It burned.</p>'],
    ['a.text', 'It burned.'],
    ['a.markdown', '*It* burned.'],
    ['A.HTM', '<p>It burned.</p>'],
  ])('such as %s are read', (file, content) => {
    expect(read(file, content).paragraphs).toHaveLength(1);
  });
});

describe('the encodings of a source', () => {
  const text = 'Café “Zoë” — 5 €.';
  const utf16 = (littleEndian: boolean, withMark: boolean): Uint8Array => {
    const units = withMark ? `\ufeff${text}` : text;
    const view = new DataView(new ArrayBuffer(units.length * 2));
    for (let i = 0; i < units.length; i += 1) view.setUint16(i * 2, units.charCodeAt(i), littleEndian);
    return new Uint8Array(view.buffer);
  };

  it.each([
    ['UTF-8', utf8(text)],
    ['UTF-8 with its mark', utf8(`\ufeff${text}`)],
    ['UTF-16 little-endian with its mark', utf16(true, true)],
    ['UTF-16 big-endian with its mark', utf16(false, true)],
    ['UTF-16 little-endian', utf16(true, false)],
    ['UTF-16 big-endian', utf16(false, false)],
    ['Windows-1252', new Uint8Array(Buffer.from('Caf\xe9 \x93Zo\xeb\x94 \x97 5 \x80.', 'latin1'))],
  ])('reads %s', (_, bytes) => {
    expect(read('a.txt', bytes).text).toBe(text);
  });

  it('keeps composed and decomposed accents as they are', () => {
    expect(read('a.txt', 'Cafe\u0301 caf\u00e9.').text).toBe('Cafe\u0301 caf\u00e9.');
  });

  it.each([
    ['an empty file', 'a.txt', new Uint8Array(), 'is empty; write the article into it or remove it'],
    ['white space only', 'a.md', utf8(' \n\t\r\n'), 'is empty; write the article into it or remove it'],
    [
      'a binary file',
      'a.txt',
      Uint8Array.from({ length: 400 }, (_, i) => (i * 7) % 256),
      'is not a text file; put the article in a .txt, .md or .html file',
    ],
    [
      'another ending',
      'a.rtf',
      utf8('Text.'),
      'cannot be read; only .txt, .md, .html, .pdf, .docx, .epub files can',
    ],
    [
      'front matter and nothing else',
      'a.txt',
      utf8('---\ntitle: A\n---\n\n'),
      'has no text after its front matter or markup; write the article below it',
    ],
  ])('refuses %s', (_, file, bytes, reason) => {
    expect(failure(file, bytes)).toEqual({ line: null, reason });
  });
});

describe('a Markdown source', () => {
  const article = read(
    'a.md',
    '# The *old* pier\n\nIt **burned** on\nSunday. Nobody was hurt.\n\n> “We saw it,” said Ada.\n\n- One boat\n- Two\n\n```\ncode()\n```\n\n![](pier.png)\n',
  );

  it('takes its title from the first heading', () => {
    expect(article.meta.title).toBe('The *old* pier');
  });

  it('has headings, paragraphs, quotations and items as spans into the file as it is', () => {
    expect(article.paragraphs.map((p) => [p.kind, textAt(article, p)])).toEqual([
      ['heading', 'The *old* pier'],
      ['text', 'It **burned** on\nSunday. Nobody was hurt.'],
      ['text', '“We saw it,” said Ada.'],
      ['text', 'One boat'],
      ['text', 'Two'],
    ]);
    expect(article.sentences.map((s) => textAt(article, s))).toContain('It **burned** on\nSunday.');
  });
});

describe('an HTML source', () => {
  const page = `<!doctype html><html lang="en-GB"><head><title>Pier | Port Post</title>
    <meta property="og:title" content="The old  pier"><meta property="og:site_name" content="Port Post">
    <meta property="article:published_time" content="2025-03-09T08:00:00Z"><meta name="author" content="Ada Finch">
    <link rel="canonical" href="https://example.org/pier"></head>
    <body><nav><a href="/">Home</a> <a href="/news">News</a></nav>
    <article><h1>The old pier</h1><p>The pier&nbsp;burned on <b>Sunday</b>,
      and “nobody” was hurt. It had stood for a hundred years, and the town had paid for it with a tax on herring.</p>
    <p>Divers will look at the piles on Monday, said the harbour master, who was there all night with his crew.</p>
    <script>alert(1)</script></article><footer>Terms and conditions</footer></body></html>`;

  it('takes its metadata from the page', () => {
    expect(read('pier.html', page).meta).toEqual({
      title: 'The old pier',
      url: 'https://example.org/pier',
      author: 'Ada Finch',
      publisher: 'Port Post',
      published: '2025-03-09',
      language: 'en-GB',
    });
  });

  it('has the main text alone, a block to a paragraph, white space folded as a browser does', () => {
    const article = read('pier.html', page);
    expect(article.paragraphs.map((p) => textAt(article, p)).slice(-2)).toEqual([
      'The pier\u00a0burned on Sunday, and “nobody” was hurt. It had stood for a hundred years, and the town had paid for it with a tax on herring.',
      'Divers will look at the piles on Monday, said the harbour master, who was there all night with his crew.',
    ]);
    expect(article.text).not.toMatch(/alert|Terms|Home/u);
  });

  it('prefers JSON-LD, also in a graph and beside broken scripts', () => {
    const linked = JSON.stringify({
      '@graph': [
        { '@type': 'WebSite', name: 'Port Post' },
        {
          '@type': 'NewsArticle',
          headline: 'Pier gone',
          author: [{ name: 'Ada Finch' }, { name: 'Bo Reed' }],
          publisher: { name: 'The Port Post' },
          datePublished: '2025-03-10T01:00:00+02:00',
        },
      ],
    });
    const article = read(
      'pier.html',
      page.replace(
        '</head>',
        `<script type="application/ld+json">{oops</script><script type="application/ld+json">${linked}</script></head>`,
      ),
    );
    expect(article.meta).toMatchObject({
      title: 'Pier gone',
      author: 'Ada Finch, Bo Reed',
      publisher: 'The Port Post',
      published: '2025-03-10',
    });
  });

  it('is read without a head as well', () => {
    const article = read('a.html', '<p>One short line.</p><p>Another<br>line.</p>');
    expect(article.paragraphs.map((p) => textAt(article, p))).toEqual(['One short line.', 'Another line.']);
  });
});
