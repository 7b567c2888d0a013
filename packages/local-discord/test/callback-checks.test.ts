import { expect, test } from 'vitest';
import { callbackChecks } from '../src/checks/request-checks.js';

const text = (length: number) => 'x'.repeat(length);

test.each<[string, unknown, string[]]>([
  [
    '26 choices',
    { type: 8, data: { choices: Array(26).fill({ name: 'n', value: 'v' }) } },
    ['schema data.choices'],
  ],
  [
    'a choice name of 101',
    { type: 8, data: { choices: [{ name: text(101), value: 'v' }] } },
    ['schema data.choices.0.name'],
  ],
  [
    'a choice value of 101',
    { type: 8, data: { choices: [{ name: 'n', value: text(101) }] } },
    ['choice-value-length data.choices.0.value'],
  ],
  [
    'an embed total of 6,001',
    { type: 4, data: { embeds: [{ description: text(4_000) }, { description: text(2_001) }] } },
    ['embed-total data.embeds'],
  ],
  [
    'a modal without components',
    { type: 9, data: { title: 't', custom_id: 'm', components: [] } },
    ['schema data.components'],
  ],
  [
    'a modal title of 46',
    { type: 9, data: { title: text(46), custom_id: 'm', components: [{ type: 10, content: 'x' }] } },
    ['schema data.title'],
  ],
  [
    'a modal of 6 components',
    { type: 9, data: { title: 't', custom_id: 'm', components: Array(6).fill({ type: 10, content: 'x' }) } },
    ['modal-component-count data.components'],
  ],
  [
    'two inputs of one name',
    {
      type: 9,
      data: {
        title: 't',
        custom_id: 'm',
        components: [1, 2].map(() => ({
          type: 18,
          label: 'L',
          component: { type: 4, style: 1, custom_id: 'same' },
        })),
      },
    },
    ['duplicate-custom-id data.components.1.component.custom_id'],
  ],
  [
    'an input of a row without a label',
    {
      type: 9,
      data: {
        title: 't',
        custom_id: 'm',
        components: [{ type: 1, components: [{ type: 4, style: 1, custom_id: 'a' }] }],
      },
    },
    ['text-input-label data.components.0.components.0.label'],
  ],
  ['a type that no callback has', { type: 1 }, ['callback-type type']],
])('in an interaction callback, %s is a breach', (_, body, expected) => {
  const found = callbackChecks(body).flatMap((check) => check.find(body));
  expect([...new Set(found.map(({ rule, path }) => `${rule} ${path.join('.')}`))]).toEqual(expected);
});
