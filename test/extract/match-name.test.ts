import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createArticle } from '../../src/article/create-article.js';
import type { Analysis } from '../../src/extract/analysis.js';
import type { Entity } from '../../src/extract/entity.js';
import { findByDescription } from '../../src/extract/people/find-by-description.js';
import { matchName } from '../../src/extract/people/match-name.js';
import { annotate } from '../../src/language/annotation.js';
import { doAtOnce } from '../../src/scheduling/give-way.js';

function analysis(id: string, text: string, entities: readonly Entity[]): Analysis {
  const meta = { title: id, url: null, author: null, publisher: null, published: null, language: 'en' };
  const article = createArticle({ id, text, meta });
  return { article, annotation: annotate(article), entities, attributions: [], terms: [], facts: [] };
}

/** An entity that the text names as given, with every place where a form of its name stands. */
function entity(
  text: string,
  name: string,
  rest: Partial<Entity> & { described?: readonly string[] } = {},
): Entity {
  const { described = [], ...own } = rest;
  const span = (phrase: string) => ({
    start: text.indexOf(phrase),
    end: text.indexOf(phrase) + phrase.length,
  });
  return {
    kind: 'person',
    name,
    gender: null,
    aliases: [],
    descriptions: described.map(span),
    mentions: [{ ...span(name), kind: 'name' }],
    ...own,
  };
}

const council =
  'Norvanian Prime Minister Renée Okafor met John Marsh, the mayor, and his aunt Helen Marsh. ' +
  'Former Norvanian Prime Minister Piet Valmar stayed away from the Harbour Board.';
const first = analysis('council', council, [
  entity(council, 'Renée Okafor', { described: ['Norvanian Prime Minister'] }),
  entity(council, 'John Marsh', { described: ['the mayor'], aliases: ['Mr Marsh'] }),
  entity(council, 'Helen Marsh', { aliases: ['Mrs Marsh'] }),
  entity(council, 'Piet Valmar', { described: ['Former Norvanian Prime Minister'] }),
  entity(council, 'Harbour Board', { kind: 'organisation' }),
]);
const election = 'Okafor won in Spain. Spanish President Ada Quill was pleased, the Irish leader was not.';
const second = analysis('election', election, [
  entity(election, 'Okafor'),
  entity(election, 'Ada Quill', { described: ['Spanish President'] }),
]);
const analyses = [first, second];

function namesOf(typed: string): string[] {
  return doAtOnce(matchName(analyses, typed)).map(({ name }) => name);
}

describe('a typed name', () => {
  test.each([
    ['Renée Okafor', ['Renée Okafor']],
    ['renee okafor', ['Renée Okafor']],
    ['OKAFOR', ['Renée Okafor']],
    ['Prime Minister Okafor', ['Renée Okafor']],
    ['okaffor', ['Renée Okafor']],
    ['ok', ['Renée Okafor']],
    ['harbour', ['Harbour Board']],
    ['Marsh', ['John Marsh', 'Helen Marsh']],
    ['Helen Marsh', ['Helen Marsh']],
    ['Mrs Marsh', ['Helen Marsh']],
    ['Mayor Marsh', ['John Marsh']],
    ['Johnny Marsh', ['John Marsh']],
    ['Peter Marsh', []],
    ['', []],
  ])('%j finds %j', (typed, names) => {
    expect(namesOf(typed)).toEqual(names);
  });

  test('brings together what several articles say of one person', () => {
    const [okafor] = doAtOnce(matchName(analyses, 'Okafor'));
    expect(okafor?.parts.map(({ analysis: { article } }) => article.id)).toEqual(['council', 'election']);
  });

  test('says how it fits', () => {
    expect(doAtOnce(matchName(analyses, 'okaffor'))[0]?.fit).toBe('slip');
    expect(doAtOnce(matchName(analyses, 'okaf'))[0]?.fit).toBe('beginning');
  });

  test('is any text at all without harm', () => {
    fc.assert(
      fc.property(fc.string(), (typed) =>
        doAtOnce(matchName(analyses, typed)).every(({ parts }) => parts.length > 0),
      ),
    );
  });
});

describe('a description', () => {
  test.each([
    ['president of Spain', ['Ada Quill']],
    ['Who is the Spanish president?', ['Ada Quill']],
    ['leader of Spain', ['Ada Quill']],
    ['president of Ireland', []],
    ['the mayor', ['John Marsh']],
    ['Norvanian premier', ['Renée Okafor']],
    ['ex Norvanian prime minister', ['Piet Valmar']],
    ['who is the', []],
  ])('%j finds %j', (typed, names) => {
    expect(doAtOnce(findByDescription(analyses, typed)).map(({ name }) => name)).toEqual(names);
  });
});
