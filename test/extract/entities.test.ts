import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createArticle } from '../../src/article/create-article.js';
import type { Entity, Mention } from '../../src/extract/entity.js';
import { readingRulesOf } from '../../src/extract/reading-rules.js';
import { annotate } from '../../src/language/annotation.js';
import { loadNameModel } from '../../src/reading/load-name-model.js';

const names = loadNameModel();

function read(text: string, language = 'en'): Entity[] {
  const meta = { title: 'Test', url: null, author: null, publisher: null, published: null, language };
  return readingRulesOf(language).findEntities(annotate(createArticle({ id: 'test', text, meta })), names);
}

function find(entities: readonly Entity[], name: string): Entity {
  const entity = entities.find((one) => one.name === name);
  if (entity === undefined) throw new Error(`no ${name} among ${entities.map((one) => one.name).join(', ')}`);
  return entity;
}

const harbour = readFileSync(new URL('../fixtures/people-harbour/article.txt', import.meta.url), 'utf8');
const entities = read(harbour);

function mentionsOf(name: string, kind: Mention['kind']): string[] {
  return find(entities, name)
    .mentions.filter((mention) => mention.kind === kind)
    .map(({ start, end }) => `${harbour.slice(Math.max(0, start - 8), start)}[${harbour.slice(start, end)}]`);
}

function descriptionsOf(name: string): string[] {
  return find(entities, name).descriptions.map(({ start, end }) => harbour.slice(start, end));
}

describe('names of one person', () => {
  test('are joined, with the forms that the article uses', () => {
    const text =
      'President Oren Haldane met Prime Minister Mira Solberg in Westhaven on Monday. Haldane praised Prime Minister Solberg.';
    const haldane = find(read(text), 'Oren Haldane');
    expect(haldane.kind).toBe('person');
    expect(haldane.aliases).toEqual(['Haldane', 'President Oren Haldane']);
    expect(haldane.mentions).toEqual([
      { start: 10, end: 22, kind: 'name' },
      { start: 79, end: 86, kind: 'name' },
    ]);
  });

  test('are found in a headline by the last name of whom the text names in full', () => {
    const text =
      'Late Okonjo header sends Rovers to final\n\nChidi Okonjo scored in the 94th minute as Saltgate Rovers beat Marrow City 2–1. Okonjo wept.';
    expect(find(read(text), 'Chidi Okonjo').mentions.map(({ start }) => start)).toEqual([5, 42, 122]);
  });

  test.each([
    [
      'Marsh was born in Oslo. Her brother, Ned Marsh, is a pilot.\n\nMarsh won the race in 2015.',
      'Ned Marsh',
      [],
    ],
    [
      'Tilda Rose Marchetti is a poet. Her brother, Dario Marchetti, flies. Marchetti ran for the council.',
      'Dario Marchetti',
      [],
    ],
    [
      'Tilda Rose Marchetti is a poet. Her brother, Dario Marchetti, flies. Marchetti ran for the council.',
      'Tilda Rose Marchetti',
      ['Marchetti'],
    ],
    ['Ida Moe left. Her husband, Nils Berg, stayed. Berg wept.', 'Nils Berg', ['Berg']],
  ])('are not those of a relative who is told of beside them: %s', (text, name, aliases) => {
    expect(find(read(text), name).aliases).toEqual(aliases);
  });

  test('leave out possessive endings and forms of address', () => {
    expect(mentionsOf('Ana Quillón', 'name')).toEqual(['inister [Ana Quillón]', 'd pier. [Quillón]']);
  });

  test('are told apart by forms of address where two share a surname', () => {
    expect(mentionsOf('John Marsh', 'name')).toEqual([' cousin [John Marsh]', 'our. Mr [Marsh]']);
    expect(mentionsOf('Helen Marsh', 'name')).toEqual(['n Mayor [Helen Marsh]', 'ke. Mrs [Marsh]']);
  });

  test('stay apart from a namesake spoken of only once', () => {
    const text =
      'Amir Dasgupta won the race. Dasgupta had trained for a year. His father, Rohan Dasgupta, cheered. Dasgupta said he was tired.';
    expect(find(read(text), 'Amir Dasgupta').mentions.filter(({ kind }) => kind === 'name')).toHaveLength(3);
  });
});

describe('organisations', () => {
  test.each([
    ['Kestrel Motors cut 300 jobs. The union accused Kestrel of a breach.', 'Kestrel Motors', ['Kestrel']],
    ['Saltgate Rovers beat Marrow Town 2–1. Rovers had gone behind early.', 'Saltgate Rovers', ['Rovers']],
    ['Kestrel Foods bought it. Kestrel said that it owns the land.', 'Kestrel Foods', ['Kestrel']],
    ['Marsh Motors cut 300 jobs. Ida Marsh wept. Marsh said no.', 'Marsh Motors', []],
    ['Vellin Motors and Vellin Bank are at odds. Vellin said that it was sorry.', 'Vellin Motors', []],
    ['The Kestrel Foundation gave 3,000 euros. Kestrel Inc. sold cars.', 'Kestrel Foundation', []],
    ['Rovers win at last\n\nSaltgate Rovers beat Marrow Town 2–1 on Sunday.', 'Saltgate Rovers', ['Rovers']],
  ])('have the one word that they are called by afterwards: %s', (text, name, aliases) => {
    expect(find(read(text), name).aliases).toEqual(aliases);
  });

  test('join their acronyms', () => {
    const wlo = find(entities, 'World Lantern Organisation');
    expect(wlo.kind).toBe('organisation');
    expect(wlo.aliases).toEqual(['WLO']);
  });

  test('of one word that no list knows is no person where nothing somebody does stands beside it', () => {
    for (const [name, text] of [
      [
        'Lufthawk',
        'Lufthawk flies to Arvik twice a week. Lufthawk began in May. The new Lufthawk costs little.',
      ],
      ['Glimmo', 'Glimmo sold two million copies. Players love Glimmo. Glimmo was made in Arvik.'],
      ['Veltrane', 'Doctors gave her Veltrane. Veltrane lowers the fever. A dose of Veltrane costs 9 euros.'],
      ['Skyrro', 'Skyrro and Bluefin Air merged. Skyrro has 40 planes.'],
    ] as const) {
      const people = read(text).filter(({ kind }) => kind === 'person');
      expect(
        people.map((person) => person.name),
        name,
      ).toEqual([]);
    }
    expect(find(read('Quarrio said that the fleet would stay.'), 'Quarrio').kind).toBe('person');
  });

  test('and places have a kind of their own', () => {
    expect(find(entities, 'Westhaven').kind).toBe('place');
    expect(find(entities, 'Geneva').kind).toBe('place');
  });
});

describe('a name with a numeral before what it names', () => {
  test.each([
    'The Artemis II capsule landed at noon.',
    'Engineers fuelled the Diana 4 rocket on Friday.',
    'The crew left the Ariel IX spacecraft.',
  ])('is no person: %s', (text) => {
    expect(read(text).filter(({ kind }) => kind === 'person')).toEqual([]);
  });
});

describe('descriptions', () => {
  test('are titles before a name', () => {
    expect(descriptionsOf('Helen Marsh')).toEqual(['Westhaven Mayor']);
    expect(descriptionsOf('Ana Quillón')).toEqual(['Spanish Prime Minister', 'The Spanish leader']);
  });

  test('are phrases beside a name, before it and after it', () => {
    expect(descriptionsOf('John Marsh')).toContain('the owner of the Pelican ferry company');
    expect(descriptionsOf('Tomas Okafor')).toContain('who grew up in Westhaven');
  });

  test('are what somebody is said to be', () => {
    expect(descriptionsOf('Peter Dunmore')).toEqual(['a fisherman for forty years']);
  });

  test('of organisations tell what they are', () => {
    expect(descriptionsOf('World Lantern Organisation')).toEqual(['a charity in Geneva']);
  });

  test('that stand for a person count as mentions', () => {
    expect(mentionsOf('Ana Quillón', 'description')).toEqual(['spring. [The Spanish leader]']);
  });
});

describe('pronouns', () => {
  test('mean the person spoken of', () => {
    expect(mentionsOf('Tomas Okafor', 'pronoun')).toEqual(['r said. [He]']);
  });

  test('are nobody’s where the article names nobody', () => {
    const text = 'She left early. Nobody knew why she did.';
    expect(read(text)).toEqual([]);
  });
});

test('a headline in capitals makes no names', () => {
  const headline = harbour.indexOf('\n');
  const inHeadline = entities.flatMap(({ mentions }) => mentions).filter(({ start }) => start < headline);
  expect(inHeadline.map(({ start, end }) => harbour.slice(start, end))).toEqual([]);
});

test('a text without names has no entities', () => {
  expect(read('It rained all day, and nobody went out.')).toEqual([]);
});

test('an article in another language has names by their capitals, and no English rules', () => {
  const text = 'Le maire Jean Valmont a rencontré hier Marie Duchamp. Elle a parlé du port avec Valmont.';
  const found = read(text, 'fr');
  expect(found.map(({ name }) => name)).toEqual(['Jean Valmont', 'Marie Duchamp', 'Valmont']);
  expect(found.flatMap(({ descriptions }) => descriptions)).toEqual([]);
  expect(found.flatMap(({ mentions }) => mentions).every(({ kind }) => kind === 'name')).toBe(true);
});

test('whatever the text, mentions lie in it, in order and apart', () => {
  const words = fc.constantFrom(
    'Ada',
    'Quill',
    'Mr',
    'the',
    'president',
    ',',
    '“',
    '”',
    'said',
    'he',
    'of',
    '.',
    '\n\n',
    '’s',
    'NATO',
  );
  const texts = fc.oneof(
    fc.string(),
    fc.array(words, { maxLength: 40 }).map((parts) => parts.join(' ')),
  );
  fc.assert(
    fc.property(texts, (text) => {
      for (const { mentions, descriptions, name } of read(text)) {
        let last = 0;
        for (const { start, end } of mentions) {
          if (start < last || end <= start || end > text.length) return false;
          last = end;
        }
        if (name === '' || descriptions.some(({ start, end }) => start >= end || end > text.length))
          return false;
      }
      return true;
    }),
    { numRuns: 150 },
  );
});

describe('the first article', () => {
  const source = readFileSync(new URL('../../seeds/trump-netanyahu-call.txt', import.meta.url), 'utf8');
  const meta = { title: 'Test', url: null, author: null, publisher: null, published: null, language: 'en' };
  const loaded = createArticle({ id: 'first', text: source.replace(/^---[\s\S]*?---\n/u, ''), meta });
  const found = readingRulesOf('en').findEntities(annotate(loaded), names);
  const phrases = (name: string): string[] =>
    find(found, name).descriptions.map(({ start, end }) => loaded.text.slice(start, end));

  test('names its people with the forms it uses for them', () => {
    expect(find(found, 'Donald Trump').aliases).toEqual([
      'Trump',
      'President Trump',
      'U.S. President Donald Trump',
    ]);
    expect(find(found, 'Benjamin Netanyahu').aliases).toEqual([
      'Netanyahu',
      'Prime Minister Netanyahu',
      'Israeli Prime Minister Benjamin Netanyahu',
    ]);
    expect(found.filter(({ kind }) => kind === 'person').map(({ name }) => name)).toEqual([
      'Donald Trump',
      'Benjamin Netanyahu',
      'Tony Blair',
    ]);
  });

  test('says who they are', () => {
    expect(phrases('Tony Blair')).toEqual(['former British Prime Minister']);
    expect(phrases('Benjamin Netanyahu')).toEqual([
      'Prime Minister',
      'Israeli Prime Minister',
      'the Israeli leader',
      'The Prime Minister',
    ]);
  });

  test('names organisations', () => {
    expect(find(found, 'Axios').kind).toBe('organisation');
    expect(find(found, 'Hamas').mentions).toHaveLength(4);
  });
});
