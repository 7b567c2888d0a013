import { describe, expect, it } from 'vitest';
import { findSources } from '../../src/answer/find-sources.js';
import { isToldByAsked } from '../../src/answer/is-told-by-asked.js';
import { createArticle } from '../../src/article/create-article.js';
import { readWith } from '../../src/extract/read-article.js';
import { analyseQuestion } from '../../src/language/question.js';
import { loadNameModel } from '../../src/reading/load-name-model.js';
import { loadStatementModel } from '../../src/reading/load-statement-model.js';

const meta = { title: 'quay', url: null, author: null, publisher: null, published: null, language: 'en' };
const read = readWith({ names: loadNameModel(), statements: loadStatementModel() });

function firstOf(text: string) {
  const analysis = read(createArticle({ id: 'quay', meta, text }));
  const [sentence] = analysis.article.sentences;
  if (sentence === undefined) throw new Error('The text has no sentence.');
  return { analysis, sentence };
}

describe('whoever tells what a sentence says', () => {
  it.each([
    ['“The quay sank, and nobody warned us,” said Mayor Ada Quill.', ['Mayor Ada Quill']],
    ['Ada Quill said that the quay had sunk in the night.', ['Ada Quill']],
    ['According to the Saltgate Echo, the quay sank on Friday.', ['the Saltgate Echo']],
    ['The quay sank on Friday, according to Ada Quill.', ['Ada Quill']],
    ['The quay sank on Friday.', []],
    ['The quay, which Ada Quill once called “a miracle”, sank on Friday after a night of heavy rain.', []],
  ])('of %s: %j', (text, sources) => {
    const { analysis, sentence } = firstOf(text);
    expect(findSources(analysis, sentence).map(({ start, end }) => text.slice(start, end))).toEqual(sources);
  });
});

describe('what somebody said', () => {
  it.each([
    ['“The quay sank,” said Mayor Ada Quill.', 'What did Ada Quill say?', true],
    ['“The quay sank,” said Mayor Ada Quill.', 'What did the mayor say?', true],
    ['“Quill let the quay sink,” said Tom Reed.', 'What did Quill say?', false],
    ['Ada Quill sold the quay to Tom Reed.', 'What did Ada Quill say?', false],
    ['Ada Quill sold the quay to Tom Reed.', 'What did Ada Quill sell?', true],
  ])('"%s" can tell "%s": %s', (text, question, canTell) => {
    const { analysis, sentence } = firstOf(text);
    expect(isToldByAsked(analyseQuestion(question), analysis, sentence)).toBe(canTell);
  });
});
