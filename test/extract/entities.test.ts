import { describe, expect, test } from 'vitest';
import { createArticle } from '../../src/article/create-article.js';
import type { Entity } from '../../src/extract/entity.js';
import { findEntities } from '../../src/extract/find-entities.js';
import { loadNameModel } from '../../src/files/load-name-model.js';
import { annotate } from '../../src/language/annotation.js';

const names = loadNameModel();

function read(text: string, language = 'en'): Entity[] {
  const meta = { title: 'Test', url: null, author: null, publisher: null, published: null, language };
  return findEntities(annotate(createArticle({ id: 'test', text, meta })), names);
}

function find(entities: readonly Entity[], name: string): Entity {
  const entity = entities.find((one) => one.name === name);
  if (entity === undefined) throw new Error(`no ${name} among ${entities.map((one) => one.name).join(', ')}`);
  return entity;
}

describe('names of one person', () => {
  const text =
    'President Oren Haldane met Prime Minister Mira Solberg in Westhaven on Monday. Haldane praised Prime Minister Solberg.';

  test('are joined, with the forms that the article uses', () => {
    const haldane = find(read(text), 'Oren Haldane');
    expect(haldane.kind).toBe('person');
    expect(haldane.aliases).toEqual(['Haldane', 'President Oren Haldane']);
    expect(haldane.mentions).toEqual([
      { start: 10, end: 22, kind: 'name' },
      { start: 79, end: 86, kind: 'name' },
    ]);
  });

  test('are told by the titles before them', () => {
    const solberg = find(read(text), 'Mira Solberg');
    expect(solberg.descriptions.map(({ start, end }) => text.slice(start, end))).toEqual([
      'Prime Minister',
      'Prime Minister',
    ]);
  });
});

test('a text without names has no entities', () => {
  expect(read('It rained all day, and nobody went out.')).toEqual([]);
});
