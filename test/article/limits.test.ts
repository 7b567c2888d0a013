import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textAt } from '../../src/article/article.js';
import { ARTICLE_LIMITS } from '../../src/article/limits.js';
import { cutLongSentences } from '../../src/article/long-sentences.js';
import { findMarkdownBlocks } from '../../src/article/markdown.js';
import { splitMarkdown } from '../../src/article/markdown-parts.js';
import { readSource } from '../../src/article/read-source.js';
import { inEnglishWords } from '../in-english.js';

function read(file: string, text: string) {
  return readSource({ file, bytes: new TextEncoder().encode(text) });
}

function failure(text: string, file = 'a.txt') {
  const parsed = read(file, text);
  return parsed.ok ? 'was read' : [parsed.line, inEnglishWords(parsed.reason)];
}

function remarks(file: string, text: string) {
  const parsed = read(file, text);
  return parsed.ok ? parsed.article.notes.map(inEnglishWords) : inEnglishWords(parsed.reason);
}

describe('front matter', () => {
  it.each([
    ['title', 'x'.repeat(240_000).slice(0, 9_000), 300],
    ['title', 'x'.repeat(301), 300],
    ['author', 'Ada Finch '.repeat(40), 300],
    ['publisher', 'Post '.repeat(60), 200],
    ['url', `https://example.org/${'a'.repeat(2_000)}`, 2_000],
    ['language', 'en-'.repeat(20), 35],
  ])('with a longer %s than may be is refused by its name and line', (key, value, most) => {
    const text = value.trim();
    const length = text.length.toLocaleString('en');
    expect(failure(`---\npublished: 2031-01-01\n${key}: ${value}\n---\nText.`)).toEqual([
      3,
      `“${key}” has ${length} characters, more than the ${most.toLocaleString('en')} it may have; shorten it`,
    ]);
  });

  it('with as long a title as may be is read', () => {
    const parsed = read('a.txt', `---\ntitle: ${'x'.repeat(300)}\n---\nText.`);
    expect(parsed.ok && parsed.article.meta.title).toBe('x'.repeat(300));
  });

  it('with more names than may be is refused, however they are listed', () => {
    const names = Array.from({ length: 60 }, (_, i) => `Ada Finch ${i}`);
    expect(failure(`---\nauthor: [${names.join(', ')}]\n---\nText.`)).toEqual([
      2,
      '“author” has 710 characters, more than the 300 it may have; shorten it',
    ]);
  });

  it.each([
    ['20,000 keys', Array.from({ length: 20_000 }, (_, i) => `k${i}: 1`).join('\n'), '188,889 characters'],
    ['100,000 keys', Array.from({ length: 100_000 }, (_, i) => `k${i}: 1`).join('\n'), '988,889 characters'],
    ['a title of 240,000 characters', `title: ${'x'.repeat(240_000)}`, '240,007 characters'],
    ['a key of 50,000 characters', `${'k'.repeat(50_000)}: 1`, '50,003 characters'],
    ['keys in braces', `a: {${'b: 1, '.repeat(3_000)}}`, '18,005 characters'],
  ])('of %s is refused before it is parsed', (_, yaml, length) => {
    expect(failure(`---\n${yaml}\n---\nText.`)).toEqual([
      1,
      `the front matter has ${length}, more than the 10,000 it may have; shorten it`,
    ]);
  });

  it('of 400 short lines is refused, whatever ends its lines', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const yaml = Array.from({ length: 400 }, (_, i) => `k${i}: 1`).join(end);
      expect(failure(`---${end}${yaml}${end}---${end}Text.`)).toEqual([
        1,
        'the front matter has 400 lines, more than the 200 it may have; shorten it',
      ]);
    }
  });
});

describe('a page', () => {
  it.each([
    ['title', `<title>${'x'.repeat(240_000)}</title>`],
    ['title', `<meta property="og:title" content="${'word '.repeat(48_000).trim()}x">`],
    ['author', `<meta name="author" content="${'x'.repeat(240_000)}">`],
    ['publisher', `<meta property="og:site_name" content="${'x'.repeat(240_000)}">`],
  ])('with a longer %s than may be goes without it, and says so', (key, head) => {
    const page = `<!doctype html><html lang="en"><head>${head}</head><body><p>The quay was mended.</p></body></html>`;
    const parsed = read('quay-news.html', page);
    expect(parsed.ok && parsed.article.meta).toMatchObject({
      title: 'Quay news',
      author: null,
      publisher: null,
    });
    expect(remarks('quay-news.html', page)).toContain(
      `is a page whose own “${key}” has 240,000 characters, more than the ${ARTICLE_LIMITS[key as 'title']} it may have; that is passed over`,
    );
  });

  it('and a heading that is too long to be a title stays in the text', () => {
    const parsed = read('notes.md', `# ${'long '.repeat(100)}\n\nThe quay was mended.`);
    expect(parsed.ok && parsed.article.meta.title).toBe('Notes');
    expect(parsed.ok && parsed.article.text.startsWith('# long')).toBe(true);
  });
});

describe('a sentence', () => {
  it.each([
    ['said', 'he said that '],
    ['colons', 'a: '],
    ['names', 'Ada Quill and '],
    ['without a space', 'word'],
    ['of characters of two code units', '🦊'],
    ['Chinese', '码头'],
  ])('of a thousand pieces (%s) is read in parts no longer than may be, which are the whole', (_, piece) => {
    const text = piece.repeat(2_500).trim();
    const parsed = read('a.txt', text);
    if (!parsed.ok) throw new Error(inEnglishWords(parsed.reason));
    const parts = parsed.article.sentences.map((sentence) => textAt(parsed.article, sentence));
    expect(parts.length).toBeGreaterThan(1);
    for (const part of parts) {
      expect(part.length).toBeLessThanOrEqual(ARTICLE_LIMITS.sentence);
      expect(part.split(/\s+/u).length).toBeLessThanOrEqual(ARTICLE_LIMITS.sentenceWords);
      expect(encodeURIComponent(part)).not.toBe('');
    }
    expect(parts.join('').replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
    expect(remarks('a.txt', text)).toEqual([
      'has 1 sentence of more than 300 words or 2,000 characters, which is read in parts',
    ]);
  });

  it('as long as may be is one, and one word more makes it two', () => {
    const words = (count: number) => Array.from({ length: count }, (_, i) => `w${i}`).join(' ');
    const cut = (text: string) => cutLongSentences(text, [{ start: 0, end: text.length }]);
    expect(cut(words(300))).toEqual({ spans: [{ start: 0, end: words(300).length }], cut: 0 });
    expect(cut(words(301)).spans.map(({ start, end }) => words(301).slice(start, end))).toEqual([
      words(300),
      'w300',
    ]);
  });
});

describe('Markdown in parts', () => {
  it.each([
    ['paragraphs', 'Text of one\nparagraph.\n\n', 400],
    ['headings', '## Part\nIts text.\n', 500],
    ['items', '- an item\n', 1_200],
    ['quotes', '> quoted\n\n', 700],
    ['code with blank lines', '```\ncode\n\nmore\n```\n\nText.\n\n', 200],
    ['comments', '<!-- a\n\nb -->\n\nText.\n\n', 300],
  ])('gives the same paragraphs of many %s as of one, over and over', (_, piece, count) => {
    const text = piece.repeat(count);
    expect(
      splitMarkdown(text)
        .map((part) => textAt({ text }, part))
        .join(''),
    ).toBe(text);
    const one = findMarkdownBlocks(piece).blocks;
    const many = findMarkdownBlocks(text).blocks;
    expect(many.length).toBe(one.length * count);
    expect(new Set(many.map((block) => textAt({ text }, block)))).toEqual(
      new Set(one.map((block) => textAt({ text: piece }, block))),
    );
  });

  it('keeps every character, whatever the text', () => {
    const line = fc.constantFrom(
      '# a',
      '- b',
      '> c',
      '```',
      '~~~~',
      '<!--',
      '-->',
      '',
      ' d',
      'e',
      '=',
      '1. f',
      '<pre>',
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 2_000 }), fc.constantFrom('\n', '\r\n', '\r'), (lines, end) => {
        const text = lines.join(end);
        expect(
          splitMarkdown(text)
            .map((part) => textAt({ text }, part))
            .join(''),
        ).toBe(text);
      }),
      { numRuns: 50 },
    );
  });

  it('leaves a text that is short in one part', () => {
    const text = 'a\n\n'.repeat(100);
    expect(splitMarkdown(text)).toEqual([{ start: 0, end: text.length }]);
  });

  it('leaves out what is nothing but images, and no emphasis, code or link', () => {
    const text =
      '![alt](a.png)\n\n*soft* _words_\n\n`code`\n\n![alt](a.png) ![b](b.png)\n\n[link](x)\n\n![a](b) text';
    expect(findMarkdownBlocks(text).blocks.map((block) => textAt({ text }, block))).toEqual([
      '*soft* _words_',
      '`code`',
      '![alt](a.png) ![b](b.png)',
      '[link](x)',
      '![a](b) text',
    ]);
  });
});

describe('the table of limits', () => {
  it('in the moderators’ manual has every one of them', () => {
    const manual = readFileSync(new URL('../../docs/moderators.md', import.meta.url), 'utf8');
    const table = manual.slice(manual.indexOf('### How large an article may be'));
    for (const limit of Object.values(ARTICLE_LIMITS)) {
      const shown =
        limit % (1024 * 1024) === 0
          ? `${limit / 1024 / 1024} MiB`
          : limit % 1024 === 0
            ? `${limit / 1024} Ki`
            : limit.toLocaleString('en');
      expect(table).toContain(shown);
    }
  });
});
