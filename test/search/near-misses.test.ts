import { describe, expect, it } from 'vitest';
import { loadAskModels } from '../../src/app/load-ask-models.js';
import { createArticle } from '../../src/article/create-article.js';
import { readWith } from '../../src/extract/read-article.js';
import { analyseQuestion } from '../../src/language/question.js';
import { loadNameModel } from '../../src/reading/load-name-model.js';
import { countsOther } from '../../src/search/counts-other.js';
import { featureQuestion } from '../../src/search/feature-question.js';
import { lacksDeed } from '../../src/search/lacks-deed.js';
import { lacksKind } from '../../src/search/lacks-kind.js';
import { namesTeller } from '../../src/search/names-teller.js';
import { isNearMiss } from '../../src/search/near-miss.js';

const meta = { title: 'port', url: null, author: null, publisher: null, published: null, language: 'en' };
const read = readWith({ names: loadNameModel() });
const models = loadAskModels();

function ask(text: string, question: string) {
  const reading = read(createArticle({ id: 'port', meta, text }));
  const featured = featureQuestion([reading], analyseQuestion(question), models);
  const [first] = featured.candidates;
  if (first === undefined) throw new Error('Nothing was found.');
  return { featured, first, question: featured.asked.question };
}

describe('a sentence about the subject that lacks what is asked for', () => {
  it.each([
    ['Mayor Ada Quill leads the council.', 'When was Ada Quill chosen?', true],
    ['Mayor Ada Quill was chosen in May.', 'When was Ada Quill chosen?', false],
    ['Mayor Ada Quill was chosen after the flood.', 'When was Ada Quill chosen?', false],
    ['Mayor Ada Quill served from mid-1998.', 'When did Ada Quill serve?', false],
    ['Mayor Ada Quill leads the council.', 'How many boats does Ada Quill own?', true],
    ['Mayor Ada Quill owns a dozen boats.', 'How many boats does Ada Quill own?', false],
    ['Ada Quill called Tom Reed on Friday.', 'Where was Ada Quill on Friday?', true],
    ['Ada Quill spoke in the old library on Friday.', 'Where was Ada Quill on Friday?', false],
    ['Ada Quill spoke to Tom Reed on Friday.', 'Who spoke to Ada Quill?', false],
  ])('"%s" for "%s": %s', (text, question, isLacking) => {
    const asked = ask(text, question);
    expect(lacksKind(asked.question, asked.first)).toBe(isLacking);
    if (isLacking) expect(isNearMiss(asked.featured, asked.first)).toBe(true);
  });

  it.each([
    ['The match against Velden is on 12 May, the club of Tom Reed said.', 'Who won the match?', true],
    ['Saltgate won the match against Velden.', 'Who won the match?', false],
    ['Clara Quill bought the villa from her father.', 'Who is Clara Quill married to?', true],
    ['The match against Velden is on 12 May.', 'When will the match be won?', false],
  ])('"%s" tells no deed for "%s": %s', (text, question, isLacking) => {
    const { featured, first } = ask(text, question);
    expect(lacksDeed(featured, first)).toBe(isLacking);
  });

  it.each([
    [
      'The tower above the Linden Arcade was shut 200 times.',
      'How many shops are in the Linden Arcade?',
      true,
    ],
    ['The Linden Arcade has 200 shops.', 'How many shops are in the Linden Arcade?', false],
    ['In the Linden Arcade 200 were shut.', 'How many shops are in the Linden Arcade?', false],
    ['In the Linden Arcade 200 guests were hurt.', 'How many people were in the Linden Arcade?', false],
  ])('"%s" counts something else than "%s": %s', (text, question, isOther) => {
    const asked = ask(text, question);
    expect(countsOther(asked.question, asked.first)).toBe(isOther);
  });
});

describe('the outlet that reported something', () => {
  it.each([
    ['According to the Saltgate Echo, the fire began on Friday.', 'Which newspaper reported the fire?', true],
    ['The fire began on Friday.', 'Which newspaper reported the fire?', false],
    [
      'According to the Saltgate Echo, the flood began on Friday.',
      'Which newspaper reported the fire of May?',
      false,
    ],
    ['According to the Saltgate Echo, the fire began on Friday.', 'Who lit the fire?', false],
  ])('is named by "%s" for "%s": %s', (text, question, isNamed) => {
    const asked = ask(text, question);
    expect(namesTeller(asked.question, asked.first)).toBe(isNamed);
  });
});

describe('what a question asks for', () => {
  it.each([
    ['What did the interior minister think of the deal?', 'statement'],
    ['Who is Clara Quill married to?', 'person'],
    ['Who is Clara Quill?', 'definition'],
    ['What company did she found?', 'group'],
  ])('"%s" is a %s', (question, kind) => {
    expect(analyseQuestion(question).kind).toBe(kind);
  });

  it("is somebody's words where that somebody stands before a verb of saying", () => {
    expect(analyseQuestion('What did Ada Quill say about it?').saysWho).toEqual(['ada', 'quill']);
    expect(analyseQuestion('What did Ada Quill buy?').saysWho).toEqual([]);
    expect(analyseQuestion('Who said that?').saysWho).toEqual([]);
  });
});
