import { describe, expect, it } from 'vitest';
import { textAt } from '../../src/article/article.js';
import { createArticle } from '../../src/article/create-article.js';
import { buildSearchIndex } from '../../src/search/build-search-index.js';

function article(id: string, text: string) {
  const meta = { title: id, url: null, author: null, publisher: null, published: null, language: 'en' };
  return createArticle({ id, meta, text });
}

const ferry = article(
  'ferry',
  'The U.S. envoy opened the Marrow ferry on Oct. 7, 2023.\n\nTwo cafés in Saltgate’s harbour closed after the cease-fire.\n\nThe negotiators left by train.',
);
const opera = article('opera', 'The opera house of Vellin seats 1,200 people.\n\nIt opened in October.');
const index = await buildSearchIndex([ferry, opera]);

function found(words: string, options = {}): string[] {
  return index
    .findPassages(words, options)
    .map(({ article: from, passage }) => `${from.id}: ${textAt(from, passage)}`);
}

describe('a search index', () => {
  it('finds a passage by another form of its words', () => {
    expect(found('a negotiator leaving')[0]).toBe('ferry: The negotiators left by train.');
  });

  it.each([
    ['October 7', 'ferry: The U.S. envoy opened the Marrow ferry on Oct. 7, 2023.'],
    ['US envoys', 'ferry: The U.S. envoy opened the Marrow ferry on Oct. 7, 2023.'],
    ['2 cafes', 'ferry: Two cafés in Saltgate’s harbour closed after the cease-fire.'],
    ['ceasefire', 'ferry: Two cafés in Saltgate’s harbour closed after the cease-fire.'],
    ["saltgate's", 'ferry: Two cafés in Saltgate’s harbour closed after the cease-fire.'],
    ['1200', 'opera: The opera house of Vellin seats 1,200 people.'],
  ])('takes "%s" for what it stands for', (words, passage) => {
    expect(found(words)[0]).toBe(passage);
  });

  it('forgives a typo and the beginning of a word', () => {
    expect(found('negotaitors')[0]).toBe('ferry: The negotiators left by train.');
    expect(found('negoti')[0]).toBe('ferry: The negotiators left by train.');
  });

  it('takes a word for itself that is known in another form, and for the nearest known one else', async () => {
    const walks = await buildSearchIndex([article('walk', 'She walks. The walker waits.')]);
    expect(walks.knows('walked')).toBe(true);
    expect(walks.findPassages('wlaker')).toHaveLength(1);
    expect(walks.knows('talker')).toBe(false);
  });

  it('keeps to one article and to a number of passages', () => {
    expect(found('opened', { articleId: 'opera' })).toEqual(['opera: It opened in October.']);
    expect(found('opened', { limit: 1 })).toHaveLength(1);
  });

  it('counts no more of a heading than a title has, however long a text somebody makes a heading', async () => {
    const text = `Harbour ${'word '.repeat(80)}zeppelin\n\nThe gates closed.`;
    const [start, end] = [0, text.indexOf('\n')];
    const blocks = [
      { start, end, kind: 'heading' as const },
      { start: end + 2, end: text.length, kind: 'text' as const },
    ];
    const { meta } = ferry;
    const under = await buildSearchIndex([createArticle({ id: 'gates', meta, text, blocks })]);
    expect(under.findPassages('gates').map(({ article: from }) => from.id)).toEqual(['gates']);
    expect(under.findPassages('harbour').map(({ passage }) => passage.paragraph)).toContain(2);
    expect(under.findPassages('zeppelin').map(({ passage }) => passage.paragraph)).not.toContain(2);
  });

  it('finds nothing for stop words and for words that no article has', () => {
    expect(found('what was the')).toEqual([]);
    expect(found('zeppelin')).toEqual([]);
  });
});
