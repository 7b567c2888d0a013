import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { callbackChecks, followUpChecks, messageCreateChecks } from '../src/checks/request-checks.js';
import { toErrorTree } from '../src/checks/violation.js';
import { type Sandbox, startSandbox } from '../src/index.js';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

/** Rule and path of every breach that a message request commits. */
function breachesOf(body: unknown): string[] {
  const found = messageCreateChecks.flatMap((check) => check.find(body));
  return found.map(({ rule, path }) => `${rule} ${path.join('.')}`);
}

const text = (length: number) => 'x'.repeat(length);
const button = (more: object = {}) => ({ type: 2, style: 1, label: 'Go', custom_id: 'go', ...more });
const rows = (...components: object[][]) => ({
  content: 'x',
  components: components.map((row) => ({ type: 1, components: row })),
});
const select = (more: object = {}) => ({
  type: 3,
  custom_id: 'pick',
  options: [{ label: 'A', value: 'a' }],
  ...more,
});
const V2 = 1 << 15;
const display = (content: string) => ({ type: 10, content });
const embed = (more: object) => ({ embeds: [more] });

test('a breach is refused with 50035 and the path of every field at fault, recorded and told', async () => {
  const told: string[] = [];
  const stop = sandbox.listen((event) => {
    if (event.kind === 'breach') told.push(event.breach.rule);
  });
  const place = sandbox.world.place('harbour/general');
  const response = await fetch(`${sandbox.apiUrl}/v10/channels/${place.id}/messages`, {
    method: 'POST',
    headers: { authorization: `Bot ${sandbox.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ embeds: [{ title: text(257), fields: [{ name: 'n' }] }] }),
  });
  stop();
  expect(response.status).toBe(400);
  expect(await response.json()).toEqual({
    message: 'Invalid Form Body',
    code: 50035,
    errors: {
      embeds: {
        0: {
          title: { _errors: [{ code: 'BASE_TYPE_MAX_LENGTH', message: 'Must be 256 or fewer in length.' }] },
          fields: {
            0: { value: { _errors: [{ code: 'BASE_TYPE_REQUIRED', message: 'This field is required' }] } },
          },
        },
      },
    },
  });
  expect(told).toEqual(['schema', 'schema']);
  expect(sandbox.breaches().map(({ request, path }) => `${request} ${path.join('.')}`)).toEqual([
    `POST /channels/${place.id}/messages embeds.0.title`,
    `POST /channels/${place.id}/messages embeds.0.fields.0.value`,
  ]);
  expect(sandbox.requests().at(-1)).toMatchObject({
    method: 'POST',
    status: 400,
    body: { embeds: [{ title: text(257) }] },
  });
});

test.each<[string, unknown, string[]]>([
  ['content of 2,001 characters', { content: text(2_001) }, ['content-length content']],
  ['an embed title of 257', embed({ title: text(257) }), ['schema embeds.0.title']],
  ['an embed description of 4,097', embed({ description: text(4_097) }), ['schema embeds.0.description']],
  [
    'a field name of 257',
    embed({ fields: [{ name: text(257), value: 'v' }] }),
    ['schema embeds.0.fields.0.name'],
  ],
  [
    'a field value of 1,025',
    embed({ fields: [{ name: 'n', value: text(1_025) }] }),
    ['schema embeds.0.fields.0.value'],
  ],
  [
    'a blank field value',
    embed({ fields: [{ name: 'n', value: ' ' }] }),
    ['embed-field-blank embeds.0.fields.0.value'],
  ],
  ['26 fields', embed({ fields: Array(26).fill({ name: 'n', value: 'v' }) }), ['schema embeds.0.fields']],
  [
    'a footer of 2,049',
    embed({ title: 't', footer: { text: text(2_049) } }),
    ['schema embeds.0.footer.text'],
  ],
  ['an embed with nothing in it', embed({ color: 1 }), ['embed-empty embeds.0.description']],
  ['an embed URL that is none', embed({ title: 't', url: 'nowhere' }), ['schema embeds.0.url']],
  ['a colour beyond 24 bits', embed({ title: 't', color: 0x1000000 }), ['schema embeds.0.color']],
  ['11 embeds', { embeds: Array(11).fill({ title: 't' }) }, ['schema embeds']],
  [
    '6,001 characters over two embeds',
    { embeds: [{ description: text(4_000) }, { description: text(2_001) }] },
    ['embed-total embeds'],
  ],
  [
    '6,001 characters over field, footer and author',
    embed({
      description: text(4_000),
      fields: [{ name: text(200), value: text(801) }],
      footer: { text: text(900) },
      author: { name: text(100) },
    }),
    ['embed-total embeds'],
  ],
  [
    '6 rows',
    rows(...[1, 2, 3, 4, 5, 6].map((n) => [button({ custom_id: `${n}` })])),
    ['row-count components'],
  ],
  [
    '6 buttons in a row',
    rows([1, 2, 3, 4, 5, 6].map((n) => button({ custom_id: `${n}` }))),
    ['schema components.0.components', 'button-count components.0.components'],
  ],
  ['an empty row', rows([]), ['schema components.0.components']],
  ['a select beside a button', rows([button(), select()]), ['select-alone components.0.components']],
  [
    'a duplicated custom_id',
    rows([button()], [button()]),
    ['duplicate-custom-id components.1.components.0.custom_id'],
  ],
  [
    'a custom_id of 101',
    rows([button({ custom_id: text(101) })]),
    ['schema components.0.components.0.custom_id'],
  ],
  ['a button label of 81', rows([button({ label: text(81) })]), ['schema components.0.components.0.label']],
  [
    'a button with neither label nor emoji',
    rows([button({ label: undefined })]),
    ['button-label components.0.components.0.label'],
  ],
  [
    'a button without a custom_id',
    rows([button({ custom_id: undefined })]),
    ['button-custom-id components.0.components.0.custom_id'],
  ],
  [
    'a link button without a URL',
    rows([{ type: 2, style: 5, label: 'Go' }]),
    ['link-button-url components.0.components.0.url'],
  ],
  [
    'a link button with a custom_id',
    rows([button({ style: 5, url: 'https://example.org' })]),
    ['link-button-custom-id components.0.components.0.custom_id'],
  ],
  [
    'a link button of another scheme',
    rows([{ type: 2, style: 5, label: 'Go', url: 'ftp://example.org' }]),
    ['link-button-scheme components.0.components.0.url'],
  ],
  [
    'a link URL of 513',
    rows([{ type: 2, style: 5, label: 'Go', url: `https://example.org/${text(493)}` }]),
    ['schema components.0.components.0.url'],
  ],
  [
    'a URL on an ordinary button',
    rows([button({ url: 'https://example.org' })]),
    ['button-url components.0.components.0.url'],
  ],
  [
    'a select without options',
    rows([select({ options: [] })]),
    ['schema components.0.components.0.options', 'select-range components.0.components.0.max_values'],
  ],
  [
    'a select with a value twice',
    rows([
      select({
        options: [
          { label: 'A', value: 'a' },
          { label: 'B', value: 'a' },
        ],
      }),
    ]),
    ['select-value-unique components.0.components.0.options.1.value'],
  ],
  [
    'a select that wants more than it offers',
    rows([select({ max_values: 2 })]),
    ['select-range components.0.components.0.max_values'],
  ],
  ['an unknown component', rows([{ type: 99 }]), ['schema components.0.components.0.type']],
  [
    'a text display without the flag',
    { content: 'x', components: [{ type: 10, content: 'y' }] },
    ['components-v2-flag components.0.type'],
  ],
  [
    'content beside version 2 components',
    { content: 'x', flags: 1 << 15, components: [{ type: 10, content: 'y' }] },
    ['components-v2-only content'],
  ],
  [
    'embeds and stickers beside version 2 components',
    { flags: V2, embeds: [{ title: 'x' }], sticker_ids: ['1'], components: [display('y')] },
    ['components-v2-only embeds', 'components-v2-only sticker_ids'],
  ],
  [
    'more text than 4,000 over all displays',
    { flags: V2, components: [display(text(2_000)), { type: 17, components: [display(text(2_001))] }] },
    ['text-total components'],
  ],
  [
    'more than 40 components, those within others counted',
    { flags: V2, components: [{ type: 17, components: Array.from({ length: 40 }, () => display('y')) }] },
    ['component-total components'],
  ],
  [
    'a section of four texts',
    {
      flags: V2,
      components: [
        { type: 9, components: Array.from({ length: 4 }, () => display('y')), accessory: button() },
      ],
    },
    ['schema components.0.components'],
  ],
  [
    'a section with nothing beside it',
    { flags: V2, components: [{ type: 9, components: [display('y')] }] },
    ['schema components.0.accessory'],
  ],
  [
    'a section beside itself',
    { flags: V2, components: [{ type: 9, components: [display('y')], accessory: display('z') }] },
    ['schema components.0.accessory.type'],
  ],
  [
    'a component id twice',
    {
      flags: V2,
      components: [
        { ...display('y'), id: 7 },
        { type: 17, components: [{ ...display('z'), id: 7 }] },
      ],
    },
    ['duplicate-id components.1.components.0.id'],
  ],
  ['an ephemeral channel message', { content: 'x', flags: 64 }, ['message-flags flags']],
  ['a flag that is Discord’s own', { content: 'x', flags: 2 }, ['message-flags flags']],
  [
    'mentions allowed both ways',
    { content: 'x', allowed_mentions: { parse: ['users'], users: ['1'] } },
    ['allowed-mentions allowed_mentions'],
  ],
  [
    'a mention type that does not exist',
    { content: 'x', allowed_mentions: { parse: ['all'] } },
    ['schema allowed_mentions.parse.0'],
  ],
])('%s is a breach', (_, body, expected) => {
  expect(breachesOf(body)).toEqual(expected);
});

test('a message at every limit is no breach', () => {
  const full = {
    content: text(2_000),
    embeds: [
      {
        title: text(256),
        description: text(4_096),
        footer: { text: text(624) },
        fields: [{ name: 'n'.repeat(256), value: text(768) }],
      },
    ],
    components: Array.from({ length: 5 }, (_, row) => ({
      type: 1,
      components: Array.from({ length: 5 }, (__, at) =>
        button({ custom_id: `${row}/${at}`, label: text(80) }),
      ),
    })),
    allowed_mentions: { parse: [] },
  };
  expect(breachesOf(full)).toEqual([]);
});

test('a message of components at every limit is no breach', () => {
  const section = (at: number) => ({
    type: 9,
    components: [display(text(200)), display(text(200))],
    accessory: button({ custom_id: `open ${at}` }),
  });
  const sections = Array.from({ length: 9 }, (_, at) => section(at));
  const full = {
    flags: V2,
    components: [
      { type: 17, components: [...sections, { type: 14 }, display(text(200))] },
      display(text(200)),
    ],
  };
  expect(breachesOf(full)).toEqual([]);
});

test('an empty message is refused with 50006', async () => {
  const place = sandbox.world.place('harbour/general');
  const response = await fetch(`${sandbox.apiUrl}/v10/channels/${place.id}/messages`, {
    method: 'POST',
    headers: { authorization: `Bot ${sandbox.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ content: '  ' }),
  });
  expect([response.status, await response.json()]).toEqual([
    400,
    { message: 'Cannot send an empty message', code: 50006 },
  ]);
});

test('whatever JSON is sent, the checks give violations and never throw', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
      for (const body of [
        a,
        { content: a, embeds: b },
        { embeds: [a], components: [b] },
        { type: 4, data: a },
        { type: 9, data: b },
      ]) {
        for (const check of [...messageCreateChecks, ...followUpChecks, ...callbackChecks(body)]) {
          expect(toErrorTree(check.find(body))).toBeTypeOf('object');
        }
      }
    }),
    { numRuns: 100 },
  );
});
