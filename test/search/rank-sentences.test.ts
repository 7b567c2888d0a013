import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadAskModels } from '../../src/app/load-ask-models.js';
import { createArticle } from '../../src/article/create-article.js';
import { readWith } from '../../src/extract/read-article.js';
import { analyseQuestion } from '../../src/language/question.js';
import { loadNameModel } from '../../src/reading/load-name-model.js';
import { featureQuestion } from '../../src/search/feature-question.js';
import { FEATURES } from '../../src/search/features/candidate-features.js';
import { rankSentences } from '../../src/search/rank-sentences.js';

const models = loadAskModels();
const read = readWith({ names: loadNameModel() });
const meta = { title: 'ferry', url: null, author: null, publisher: null, published: null, language: 'en' };

function readText(text: string) {
  return read(createArticle({ id: 'ferry', meta, text }));
}

const ferry = readText(
  'The Marrow ferry was opened by Ada Quill in 1987. It carries 300 people a day.\n\nThe harbour of Saltgate closed in March after a storm. Repairs cost $2 million.',
);

function firstFor(question: string): string | undefined {
  const [first] = rankSentences([ferry], analyseQuestion(question), models).sentences;
  return first && ferry.article.text.slice(first.sentence.start, first.sentence.end);
}

describe('ranking sentences', () => {
  it.each([
    ['Who opened the Marrow ferry?', 'The Marrow ferry was opened by Ada Quill in 1987.'],
    ['How many people does the ferry carry?', 'It carries 300 people a day.'],
    ['Why did the harbor of Saltgate close?', 'The harbour of Saltgate closed in March after a storm.'],
    ['saltgaet harbour', 'The harbour of Saltgate closed in March after a storm.'],
  ])('puts the sentence that answers "%s" first', (question, sentence) => {
    expect(firstFor(question)).toBe(sentence);
  });

  it('knows when the articles do not speak of what is asked', () => {
    const ranking = rankSentences([ferry], analyseQuestion('How heavy is a zeppelin?'), models);
    expect(ranking.isMentioned).toBe(false);
  });

  it('has one value for each feature', () => {
    const { candidates } = featureQuestion([ferry], analyseQuestion('Who opened the ferry?'), models);
    for (const { features } of candidates) {
      expect(features).toHaveLength(FEATURES.length);
      expect(features.every(Number.isFinite)).toBe(true);
    }
  });

  it('gives sentences once each and a probability, whatever is asked of whatever text', () => {
    const words = fc.constantFrom(
      'who',
      'ferry',
      'Marrow',
      '1987',
      'U.S.',
      '“',
      '-',
      'é',
      'not',
      'Ada',
      '?',
      '\n\n',
    );
    const text = fc.array(fc.oneof(words, fc.string({ maxLength: 4 })), { maxLength: 12 });
    fc.assert(
      fc.property(text, text, (asked, article) => {
        const reading = readText(article.join(' '));
        const question = analyseQuestion(asked.join(' '));
        const { sentences, confidence } = rankSentences([reading, ferry], question, models);
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
        expect(new Set(sentences.map(({ sentence }) => sentence)).size).toBe(sentences.length);
        for (const { sentence, answer } of sentences) {
          for (const span of answer) {
            expect(span.start).toBeGreaterThanOrEqual(sentence.start);
            expect(span.end).toBeLessThanOrEqual(sentence.end);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});
