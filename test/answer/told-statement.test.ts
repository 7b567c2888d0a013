import { describe, expect, it } from 'vitest';
import { isTold } from '../../src/answer/told-statement.js';
import { createArticle } from '../../src/article/create-article.js';
import { readWith } from '../../src/extract/read-article.js';
import { loadAnalysisModels } from '../../src/reading/load-analysis-models.js';

const read = readWith(loadAnalysisModels());

/** What is listed as told of a text, without what is quoted. */
function told(text: string): string[] {
  const meta = { title: '-', url: null, author: null, publisher: null, published: null, language: 'en' };
  const { annotation, attributions } = read(createArticle({ id: '-', meta, text }));
  return attributions
    .filter((one) => one.kind === 'reported' && isTold(annotation, one))
    .map(({ content }) =>
      content
        .map(({ start, end }) => text.slice(start, end))
        .join(' … ')
        .replace(/\.$/u, ''),
    );
}

describe('what is reported', () => {
  it.each([
    ['Ada Quill said that the pier was closed.', 'that the pier was closed'],
    [
      'The council warned that the road and the bridge would flood.',
      'that the road and the bridge would flood',
    ],
    ['Fishermen said they feared the worst.', 'they feared the worst'],
    [
      'The office reported that none of those who were examined fell ill.',
      'that none of those who were examined fell ill',
    ],
  ])('is told where it is a clause behind a verb that tells: %s', (text, expected) => {
    expect(told(text)).toEqual([expected]);
  });

  it.each([
    'Ada Quill wrote some 300 works, of which one is known.',
    'Ada Quill asked 40,000 florins a year and received 28,000.',
    'Ada Quill wants the vote repeated.',
    'The mother, Kirra, refused to let it drink until it was clean.',
    'Ada Quill called the support line three times before she was believed.',
    'The parents noticed that the lamp was broken.',
    'Which of them it means is what it said would be decided.',
  ])('is not told where nobody said it: %s', (text) => {
    expect(told(text)).toEqual([]);
  });
});
