import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createExcerpt } from '../../src/answer/excerpt.js';
import { placeOf } from '../../src/answer/passage.js';
import { locatePassage } from '../../src/app/locate-passage.js';
import { createArticle } from '../../src/article/create-article.js';
import type { Excerpt } from '../../src/bot/reply.js';
import { readCitedSections, readPlace } from '../../src/discord/controls/cited-places.js';
import { arbitraryArticle } from '../discord/arbitrary-reply.js';
import { excerptOf, harbour } from '../discord/harbour-article.js';
import { ALL_OFFERS, rendered } from '../discord/rendered.js';

/** Where the sections of a reply lead, its components numbered as Discord gives them back. */
function follow(excerpts: readonly Excerpt[], articles = [harbour]): unknown[] {
  const reply = { kind: 'answer', asked: 'What?', sections: [{ heading: null, excerpts }] } as const;
  const [message] = rendered(reply, { offers: ALL_OFFERS });
  const numbers = Array.from({ length: 40 }, (_, i) => i + 1);
  const components = JSON.parse(JSON.stringify(message?.components), (_, part) =>
    typeof part?.type === 'number' ? { id: numbers.shift(), ...part } : part,
  );
  return readCitedSections(components).map(({ id }) => {
    const place = readPlace(id);
    return place === null ? null : locatePassage(articles, place);
  });
}

describe('the citations of a reply', () => {
  it('lead to the exact span, of words that stand elsewhere too, whatever the buttons beside them do', () => {
    const text = 'It will close. It will close.\n\nNobody knows when.\n\nIt will\r\nclose.';
    const twice = createArticle({ id: 'twice', text, meta: { ...harbour.meta, title: 'Twice', url: null } });
    const cited = [
      excerptOf('She warned that 40 boats would have to move.'),
      createExcerpt(twice, { start: 15, end: 29 }),
      createExcerpt(twice, { start: 51, end: 66 }),
    ];
    const found = cited.map(({ article, start, end }) => ({ articleId: article.id, span: { start, end } }));
    expect(follow(cited, [twice, harbour])).toEqual(found);
    expect(follow(cited.slice(0, 1))).toEqual(found.slice(0, 1));
    expect(follow(cited.slice(1), [twice])).toEqual(found.slice(1));
  });

  it('lead to the article alone where its text has changed, and nowhere without it', () => {
    const place = placeOf(excerptOf('She warned that 40 boats would have to move.'));
    const changed = createArticle({ ...harbour, text: harbour.text.replace('40', '41') });
    expect(locatePassage([changed], place)).toEqual({ articleId: 'news/pier', span: null });
    expect(locatePassage([], place)).toBeNull();
    expect(readPlace('share:|')).toBeNull();
  });

  it('lead back to what was cited, whatever the article', () => {
    fc.assert(
      fc.property(arbitraryArticle, (article) => {
        const cited = article.sentences
          .filter(({ start, end }) => article.text.slice(start, end).trim() !== '')
          .slice(0, 4)
          .map((sentence) => createExcerpt(article, sentence));
        const found = follow(cited, [article]);
        // What does not fit on the first page is on another.
        expect(found).toEqual(
          cited
            .slice(0, found.length)
            .map(({ start, end }) => ({ articleId: article.id, span: { start, end } })),
        );
        expect(found.length > 0).toBe(cited.length > 0);
      }),
      { numRuns: 150 },
    );
  });
});
