import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createArticle } from '../../src/article/create-article.js';
import { readWith } from '../../src/extract/read-article.js';
import { analyseQuestion } from '../../src/language/question.js';
import { loadNameModel } from '../../src/reading/load-name-model.js';
import { profileOf } from '../../src/search/article-profile.js';
import { findAnswerWords } from '../../src/search/find-answer-words.js';
import { putNeighbourSecond } from '../../src/search/put-neighbour-second.js';

const text = 'The levy on ships was doubled by Mayor Ilse Brandt in June. Nobody voted. It rained.';
const meta = { title: 'levy', url: null, author: null, publisher: null, published: null, language: 'en' };
const profile = profileOf(readWith({ names: loadNameModel() })(createArticle({ id: 'levy', meta, text })));
const [sentence] = profile.sentences;
const words = (sentence?.tokens ?? []).map(({ start, end }) => text.slice(start, end));

/** What is set in bold where the net takes these words for the answer's first and last, each with its logit. */
function boldFor(
  starts: Record<string, number>,
  ends: Record<string, number>,
  asked: string[],
  question = 'Which words?',
) {
  const logits = (given: Record<string, number>): Float32Array =>
    Float32Array.from(words, (word) => given[word] ?? -5);
  const place = Int32Array.from(asked, (word) => words.indexOf(word));
  const reading = { starts: logits(starts), ends: logits(ends) };
  const relatedPlace = place;
  const candidate = { profile, index: 0, reading, meeting: { place, relatedPlace } };
  return findAnswerWords(analyseQuestion(question), candidate).map((span) =>
    text.slice(span.start, span.end),
  );
}

describe('answering words', () => {
  it('run from the likeliest beginning to the likeliest end', () => {
    expect(boldFor({ Mayor: 4 }, { Brandt: 4 }, ['levy', 'doubled'])).toEqual(['Mayor Ilse Brandt']);
  });

  it('take the whole of a name rather than half of it', () => {
    expect(boldFor({ Ilse: 4.3, Mayor: 4 }, { Brandt: 4 }, ['levy', 'doubled'])).toEqual([
      'Mayor Ilse Brandt',
    ]);
  });

  it('do not run on into what the question has itself, nor stop at a word that wants another', () => {
    const ends = { ships: 4, doubled: 4.2, on: 5 };
    expect(boldFor({ ships: 4, levy: 3 }, ends, ['doubled'])).toEqual(['ships']);
  });

  it.each([
    ['When was it doubled?', 'June'],
    ['Who doubled the levy?', 'Mayor Ilse Brandt'],
  ])('are of the kind that "%s" asks for', (question, expected) => {
    const starts = { doubled: 5, Mayor: 4, June: 3.5, levy: 3 };
    const ends = { doubled: 5, Brandt: 4, June: 3.5, ships: 3 };
    const [first = ''] = expected.split(' ');
    const own = { ...starts, [first]: 5 };
    expect(boldFor(own, ends, ['doubled'], question)).toEqual([expected]);
  });

  it('are none for a question that is answered by yes or no', () => {
    expect(boldFor({ Mayor: 9 }, { Brandt: 9 }, [], 'Was the levy doubled?')).toEqual([]);
  });

  it('are none where the likeliest are not of the kind that is asked for', () => {
    expect(boldFor({ Mayor: 9 }, { Brandt: 9 }, [], 'How many ships were there?')).toEqual([]);
  });

  it('are none where no span stands out', () => {
    const flat = Object.fromEntries(words.map((word) => [word, 0]));
    expect(boldFor(flat, flat, [])).toEqual([]);
  });

  it('lie within the sentence, whatever the net says and whatever is asked', () => {
    const logits = fc.array(fc.float({ min: -30, max: 30, noNaN: true }), { maxLength: words.length + 5 });
    fc.assert(
      fc.property(logits, logits, fc.string(), (starts, ends, asked) => {
        const reading = { starts: Float32Array.from(starts), ends: Float32Array.from(ends) };
        const place = new Int32Array();
        const candidate = { profile, index: 0, reading, meeting: { place, relatedPlace: place } };
        for (const span of findAnswerWords(analyseQuestion(asked), candidate)) {
          expect(span.start).toBeGreaterThanOrEqual(sentence?.sentence.start ?? 0);
          expect(span.end).toBeLessThanOrEqual(sentence?.sentence.end ?? 0);
          expect(span.end).toBeGreaterThan(span.start);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('the sentence next to the best one', () => {
  const scored = (...pairs: [index: number, score: number][]) =>
    pairs.map(([index, score]) => ({ profile, index, score }));

  it('comes second where it answers about as likely', () => {
    const { best, isSecondBeside } = putNeighbourSecond(scored([1, 3], [5, 2.9], [0, 2.4]));
    expect(best.map(({ index }) => index)).toEqual([1, 0, 5]);
    expect(isSecondBeside).toBe(true);
  });

  it('keeps its place where it is less likely', () => {
    const { best, isSecondBeside } = putNeighbourSecond(scored([1, 3], [5, 2.9], [0, 2.2]));
    expect(best.map(({ index }) => index)).toEqual([1, 5, 0]);
    expect(isSecondBeside).toBe(false);
  });

  it('is none where nothing is ranked', () => {
    expect(putNeighbourSecond([])).toEqual({ best: [], isSecondBeside: false });
  });
});
