import { expect, it } from 'vitest';
import { textAt } from '../../src/article/article.js';
import { readWith } from '../../src/extract/read-article.js';
import { loadNameModel } from '../../src/reading/load-name-model.js';
import { sketchArticle } from '../corpus-builder.js';

const readArticle = readWith({ names: loadNameModel() });

/** What describes somebody, in the order of the text. */
function descriptionsOf(text: string, name: string): string[] {
  const { article, entities } = readArticle(sketchArticle({ id: 'who', text }));
  const own = entities.find((entity) => entity.name === name);
  return (own?.descriptions ?? []).map((span) => textAt(article, span));
}

it.each([
  ['Sindre Aune scored twice. The Norwegian had been ill.', 'Sindre Aune', ['The Norwegian']],
  ['Torgeir Lysne left at noon. The 63-year-old did not speak.', 'Torgeir Lysne', ['The 63-year-old']],
  ['Ida Moe, 30, met Nils Berg, 44. The 44-year-old did not speak.', 'Nils Berg', ['44', 'The 44-year-old']],
  ['Ida Moe met Ana Pell. The 51-year-old did not speak.', 'Ana Pell', []],
  ['The Norwegian flag was flown. Ida Moe saluted it.', 'Ida Moe', []],
  ['Marta Lisle, prosecuting, told jurors to wait.', 'Marta Lisle', ['prosecuting']],
  ['Rafe Tolland, defending, did not speak.', 'Rafe Tolland', ['defending']],
  ['She voted with his running mate Francia Marsh.', 'Francia Marsh', ['his running mate']],
  ['Tennis great Tom Reed left.', 'Tom Reed', ['Tennis great']],
  ['The intern Lena Holt stayed.', 'Lena Holt', ['intern']],
  [
    'Realty.com’s chief economist, Danielle Hart, said so.',
    'Danielle Hart',
    ['Realty.com’s chief economist'],
  ],
  ['Hall of Fame broadcaster Jaime Jarr died.', 'Jaime Jarr', ['Hall of Fame broadcaster']],
  ['Oscar-winning director Paul Kern came.', 'Paul Kern', ['Oscar-winning director']],
  ['Lina Brask, the mayor of Oldport, came.', 'Lina Brask', ['the mayor of Oldport']],
  [
    '“It holds,” said its head of engineering, Morwenna Beddoe.',
    'Morwenna Beddoe',
    ['its head of engineering'],
  ],
  [
    'Her counterpart on the southern line, Boyd Amund, agreed.',
    'Boyd Amund',
    ['Her counterpart on the southern line'],
  ],
  ['The engineer on their debut, Thomas Weir, mixed it.', 'Thomas Weir', ['The engineer on their debut']],
  ['The owner, Mrs Clara Tran, denies it.', 'Clara Tran', ['The owner']],
  ['The office’s director, Colonel Henry Rake, spoke.', 'Henry Rake', ['The office’s director', 'Colonel']],
  ['One of its members, Carl Linden, left early.', 'Carl Linden', ['One of its members']],
  ['Nils Berg, 44, a retired bus inspector, saw it.', 'Nils Berg', ['a retired bus inspector']],
  ['Anna Weir, now the club’s treasurer, agreed.', 'Anna Weir', ['now the club’s treasurer']],
  ['Carl Boateng, the last Ghanaian in the draw, won.', 'Carl Boateng', ['the last Ghanaian in the draw']],
  ['A dentist named Harold Binns bought it.', 'Harold Binns', ['A dentist']],
  ['Her backup is Paul Roster.', 'Paul Roster', []],
  ['The record scorer is Peter Barrow.', 'Peter Barrow', ['The record scorer']],
  ['Rosa Quint was elected president in May.', 'Rosa Quint', ['president in May']],
  ['Nadia Weir of the Greens voted no.', 'Nadia Weir', ['of the Greens']],
])('what describes somebody is taken whole: %s', (text, name, expected) => {
  expect(descriptionsOf(text, name)).toEqual(expected);
});

it.each([
  ['CEO Otto Kern spoke.', 'Otto Kern'],
  ['The leader Nils Dahl left.', 'Nils Dahl'],
  ['His rival, Max Foss, won.', 'Max Foss'],
  ['Dr. Ida Moe left.', 'Ida Moe'],
  ['On the stage, Lena Holt, in red, bowed.', 'Lena Holt'],
  ['After the match, Tom Reed, who… no, he left.', 'Nobody Else'],
])('a bare word, or what is no phrase about a person, describes nobody: %s', (text, name) => {
  expect(descriptionsOf(text, name)).toEqual([]);
});

it.each([
  ['She works for the Falk Foundation.', 'Falk Foundation'],
  ['The case is at Sund District Court.', 'Sund District Court'],
  ['He spoke for the Pilots’ Guild on Friday.', 'Pilots’ Guild'],
  ['On 5 June Arvik District Court ruled.', 'Arvik District Court'],
  ['They met the Health Ministry.', 'Health Ministry'],
])('capitals that end in what bodies are called name one: %s', (text, name) => {
  const { entities } = readArticle(sketchArticle({ id: 'group', text }));
  expect(entities.map((entity) => [entity.kind, entity.name])).toEqual([['organisation', name]]);
});

it('describes by a participle, in brackets, as a relative, as "opposite number", and where somebody is from', () => {
  const cases = [
    [
      'Rory Achter, managing director of the chilled arm, admitted it.',
      'Rory Achter',
      'managing director of the chilled arm',
    ],
    ['Ida Moe, visiting professor of law, spoke.', 'Ida Moe', 'visiting professor of law'],
    [
      'The party’s returning officer, Hélène Dubrov, confirmed it.',
      'Hélène Dubrov',
      'The party’s returning officer',
    ],
    ['The club’s leading scorer, Tom Reed, was hurt.', 'Tom Reed', 'The club’s leading scorer'],
    ['Present: Lara Aske (chair), Bea Hall (treasurer). Aske spoke.', 'Bea Hall', 'treasurer'],
    ['Samuel Quart (26), a Ghanaian national, was hurt.', 'Samuel Quart', 'a Ghanaian national'],
    ['Ida Moe (born 17 August 1979) is a Swiss cyclist.', 'Ida Moe', 'a Swiss cyclist'],
    ['Ida Moe (1931–2004) was a painter from Port Arden.', 'Ida Moe', 'a painter from Port Arden'],
    ['Ida Moe (42) is a nurse.', 'Ida Moe', 'a nurse'],
    ['Ida Moe (Labour) is the mayor of Oslo.', 'Ida Moe', 'the mayor of Oslo'],
    ['Ida Moe (born in Vellin in 1979), a nurse, said so.', 'Ida Moe', 'a nurse'],
    ['Her opposite number in Belsk, Gaspard Ulrich, left.', 'Gaspard Ulrich', 'Her opposite number in Belsk'],
    ['He leaves a sister, Beatrice Gaill; and a brother, Ray Gaill.', 'Ray Gaill', 'a brother'],
    ['That scout, Emeka Vance, recommended her.', 'Emeka Vance', 'That scout'],
    ['It closed, and her owner, the late Sir Rufus Tanc, paid.', 'Rufus Tanc', 'her owner'],
    ['The doctor, Amina Holm, warned the isle.', 'Amina Holm', 'The doctor'],
    ['His barrister, Imogen Sayle KC, said so.', 'Imogen Sayle', 'His barrister'],
    ['His wife, Selam, is expecting.', 'Selam', 'His wife'],
    ['She came with her brother Didier. Didier sang.', 'Didier', 'her brother'],
    [
      'Ida Rowe, a pharmacist whose people pray here, said so.',
      'Ida Rowe',
      'a pharmacist whose people pray here',
    ],
  ] as const;
  expect(cases.map(([text, name]) => [text, name, descriptionsOf(text, name)[0]])).toEqual(cases);
});

it('names somebody without letters and the mark of an owner, and with all parts of a joined name', () => {
  const namesOf = (text: string): string[] =>
    readArticle(sketchArticle({ id: 'who', text })).entities.map(({ name }) => name);
  expect(namesOf('We thank Mrs Pauline Wragg-Ito for it.')).toEqual(['Pauline Wragg-Ito']);
  expect(namesOf('It was the late Otto Kjeld’s, who founded the firm.')).toEqual(['Otto Kjeld']);
  expect(namesOf('Governor Maj-Lis Tornk told reporters.')).toEqual(['Maj-Lis Tornk']);
  expect(namesOf('Ask Dominic Farrar KC.')).toEqual(['Dominic Farrar']);
});
