import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findCitations } from '../../packages/local-discord/src/page/citations.js';
import { parseMarkdown } from '../../packages/local-discord/src/page/markdown.js';
import { createExcerpt } from '../../src/answer/excerpt.js';
import { locatePassage } from '../../src/app/locate-passage.js';
import { createArticle } from '../../src/article/create-article.js';
import type { Excerpt } from '../../src/bot/reply.js';
import { sayIn } from '../../src/messages/say.js';
import { arbitraryArticle } from '../discord/arbitrary-reply.js';
import { excerptOf, harbour } from '../discord/harbour-article.js';
import { rendered } from '../discord/rendered.js';

/** Above this length excerpts are shown from their beginning to a cut that the bot chooses. */
const SHOWN_WHOLE = 1_000;

function render(...excerpts: readonly Excerpt[]): string[] {
  const { embeds } = rendered(
    { kind: 'answer', asked: 'What?', sections: [{ heading: null, excerpts }] },
    sayIn('en'),
  );
  return embeds.map(({ description = '' }) => description);
}

function citationsIn(description: string) {
  return [...new Set(findCitations(parseMarkdown(description)).values())];
}

const same = (text: string) =>
  text
    .replace(/[\s\u0085]+/gu, ' ')
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .trim();

describe('citations of a reply', () => {
  it('are read with their words, their article and their paragraph', () => {
    const [description = ''] = render(
      excerptOf('She warned that 40 boats would have to move.', '40 boats'),
      excerptOf('The long pier at Velmouth will close for repairs on Monday.'),
    );
    expect(citationsIn(description)).toEqual([
      {
        mark: '¹',
        source: 'Pier [closes] for repairs, Velmouth Courier, 3 May 2031',
        paragraph: 2,
        words: 'She warned that 40 boats would have to move.',
      },
      {
        mark: '²',
        source: 'Pier [closes] for repairs, Velmouth Courier, 3 May 2031',
        paragraph: 1,
        words: 'The long pier at Velmouth will close for repairs on Monday.',
      },
    ]);
  });

  it('lead to the exact span, also where the words stand elsewhere too', () => {
    const meta = { ...harbour.meta, title: 'Twice' };
    const text = 'It will close. It will close.\n\nNobody knows when.\n\nIt will\r\nclose.';
    const article = createArticle({ id: 'twice', text, meta });
    expect(
      locatePassage([harbour, article], { source: 'Twice, Courier', paragraph: 3, words: 'It will close.' }),
    ).toEqual({
      articleId: 'twice',
      start: 51,
      end: 66,
      standing: 'cited',
    });
    expect(locatePassage([article], { source: 'Twice', paragraph: 1, words: 'It will…' })).toEqual({
      articleId: 'twice',
      start: 0,
      end: 7,
      standing: 'cited',
    });
  });

  it('lead to the words where they have moved, to the article that has lost them, and nowhere without it', () => {
    const cited = { source: 'Pier [closes] for repairs, Velmouth Courier', paragraph: 1, words: 'Not there' };
    const gone = { articleId: 'news/pier', start: 0, end: 0, standing: 'gone' };
    expect(locatePassage([harbour], cited)).toEqual(gone);
    expect(locatePassage([harbour], { ...cited, paragraph: 9, words: '' })).toEqual(gone);
    expect(locatePassage([harbour], { ...cited, words: '' })).toEqual({
      articleId: 'news/pier',
      start: 0,
      end: 59,
      standing: 'cited',
    });
    expect(locatePassage([harbour], { ...cited, paragraph: 9, words: 'The long pier' })).toEqual({
      articleId: 'news/pier',
      start: 0,
      end: 13,
      standing: 'moved',
    });
    expect(locatePassage([], cited)).toBeNull();
    expect(locatePassage([harbour], { ...cited, source: 'Pier [closes] for repairs and a fair' })).toBeNull();
  });

  it('lead back to what was cited, whatever the article', () => {
    fc.assert(
      fc.property(arbitraryArticle, (article) => {
        const cited = article.sentences
          .filter(
            ({ start, end }) => end - start < SHOWN_WHOLE && article.text.slice(start, end).trim() !== '',
          )
          .slice(0, 4);
        for (const sentence of cited) {
          const [description = ''] = render(createExcerpt(article, sentence));
          const [citation] = citationsIn(description);
          expect(citation?.paragraph).toBe(article.paragraphs[sentence.paragraph - 1]?.number);
          const found = citation === undefined ? null : locatePassage([article], citation);
          expect(same(article.text.slice(found?.start, found?.end))).toBe(
            same(article.text.slice(sentence.start, sentence.end)),
          );
        }
      }),
      { numRuns: 150 },
    );
  });
});
