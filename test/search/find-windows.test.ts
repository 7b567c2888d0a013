import { describe, expect, it } from 'vitest';
import { textAt } from '../../src/article/article.js';
import { createArticle } from '../../src/article/create-article.js';
import { findMarkdownBlocks } from '../../src/article/markdown.js';
import { buildSearchIndex } from '../../src/search/build-search-index.js';
import { findWindows } from '../../src/search/find-windows.js';

const FILLING =
  'Nobody in the town could remember a summer in which so many boats had come and gone without anyone having counted them, and the clerk of the market said that he would not begin now, since his eyes were bad and the pier was long.';
const meta = { title: 'ferry', url: null, author: null, publisher: null, published: null, language: 'en' };

function article(id: string, text: string) {
  return createArticle({ id, meta: { ...meta, title: id }, text, blocks: findMarkdownBlocks(text).blocks });
}

const ferry = article(
  'ferry',
  `# Ferry\n\n## Crossing\n\nThe Marrow ferry was opened by Ada Quill. ${FILLING}\n\n## Fares\n\nChildren ride free. ${FILLING}\n\n## Wharf\n\nThe ferry lands at Saltgate. ${FILLING}`,
);
const opera = article('opera', `The opera house of Vellin was opened by a singer. ${FILLING}`);
const index = await buildSearchIndex([ferry, opera]);

function found(question: string, options: { articleId?: string; limit: number }) {
  return findWindows(index, question, options).map(
    ({ article: { id, text }, window }) => `${id}: ${textAt({ text }, window).split('. ')[0]}`,
  );
}

describe('the finder of windows', () => {
  it('puts the window first that shares most with the question, over all articles', () => {
    const ranked = found('Who opened the ferry?', { limit: 5 });
    expect(ranked[0]).toBe('ferry: The Marrow ferry was opened by Ada Quill');
    expect(ranked).toContain('opera: The opera house of Vellin was opened by a singer');
  });

  it('knows a window by the heading that it stands under', () => {
    expect(found('Fares?', { limit: 1 })).toEqual(['ferry: Children ride free']);
  });

  it('keeps to one article and to a number of windows', () => {
    expect(found('opened ferry', { articleId: 'opera', limit: 5 })).toHaveLength(1);
    expect(found('ferry', { articleId: 'ferry', limit: 1 })).toHaveLength(1);
  });

  it('finds nothing where no word is shared', () => {
    expect(found('zeppelin', { limit: 5 })).toEqual([]);
  });
});
