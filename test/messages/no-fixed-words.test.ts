import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openFootnote } from '../../src/app/compose.js';
import type { Footnote } from '../../src/app/footnote.js';
import { commands } from '../../src/app/registry.js';
import type { Command, CommandContext } from '../../src/bot/command.js';
import { parseOptions } from '../../src/bot/parse-options.js';
import type { Place } from '../../src/bot/place.js';
import type { Reply } from '../../src/bot/reply.js';
import { buildReplyMessage } from '../../src/discord/render/reply-message.js';
import { dropDirection } from '../../src/messages/direction.js';
import { IN_PLACE } from '../in-place.js';
import { sharedReader } from '../shipped-reader.js';
import { openTemporary, type TemporaryStore } from '../store/open-temporary.js';
import { maskMessage, sayMasked } from './masked.js';

/** Articles with people of one surname, quotations, reported statements, figures that differ, and dates that can and cannot be told. */
const FILES: Readonly<Record<string, string>> = {
  'pier.md': `---
title: The long pier
url: https://courier.example/pier
publisher: Velmouth Courier
published: 2031-05-03
---
The long pier at Velmouth will close on Monday. Ada Winter, the harbour master, said that 40 boats would have to move.

“We have waited nine years for this,” said Ada Winter. “It will cost $3.5 million.” Boris Winter, a fisherman, refused to leave.

The “Lantern Fund” pays for it. The storm of 1954 killed 12 people.
`,
  'storm.md': `---
title: The storm
published: 2031-05-04
---
The storm of 1954 killed 14 people. The mayor said on Friday that the pier was safe.
`,
  'broken.md': '---\npublished: tomorrow\n---\nNobody reads this.',
  'empty.txt': '',
};

const PLACE: Place = {
  guildId: '100000000000000001',
  userId: '100000000000000002',
  isModerator: true,
  isOperator: true,
  language: 'en',
};

/** What is tried of each option, by its name: things that the articles have, that they touch on, and that they do not. */
const TRIED: Readonly<Record<string, readonly unknown[]>> = {
  question: [
    'Who is the harbour master?',
    'When will the pier open again?',
    'How heavy is a zeppelin?',
    '?!',
  ],
  name: ['Ada Winter', 'Winter', 'Lantern Fund', 'boats', 'zeppelin'],
  speaker: [undefined, 'Ada Winter', 'Winter', 'zeppelin'],
  topic: [undefined, 'storm', 'boats of Monday evening', 'zeppelin'],
  words: ['pier', 'pier zeppelin', 'zeppelin', '“”'],
  kind: [undefined, 'people', 'duration', 'colour'],
  source: [undefined, 'pier', 'the', 'zeppelin'],
  which: [undefined, 'both', 'none'],
  seconds: [undefined, 0, 5, 'soon', -1],
  language: [undefined, 'de'],
  visibility: ['private', 'public'],
  role: [undefined, '100000000000000003', 'them'],
  channel: ['100000000000000004', 'there'],
  open: [true, 'maybe'],
  draft: ['zeppelin'],
  article: ['zeppelin'],
  span: ['1-5'],
  message: ['100000000000000005'],
  gap: ['7'],
};

/** Each option's values one after the other, with the first value for the others; all of none for a command without options. */
function listTrials({ options, isOffered }: Command): Record<string, unknown>[] {
  const names = Object.keys(options);
  const first = Object.fromEntries(names.map((name) => [name, TRIED[name]?.[0]]));
  const each = names.flatMap((name) => (TRIED[name] ?? []).map((value) => ({ ...first, [name]: value })));
  return isOffered
    ? [first, ...each, { nonsense: 'zeppelin' }]
    : [{ ...first, ...('source' in options ? { source: 'zeppelin' } : {}) }];
}

let folder: string;
let kept: TemporaryStore;
let footnote: Footnote;
const encoder = sharedReader();
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'footnote-words-'));
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text);
  kept = await openTemporary();
  const own = { store: kept.store, limits: { count: 1, bytes: 5_000 }, pages: null, graceDays: 30 };
  footnote = await openFootnote({ seedsDir: folder, own, reader: IN_PLACE, encoder });
});
afterAll(async () => {
  await kept.remove();
  rmSync(folder, { recursive: true });
});

async function run(command: Command, raw: unknown, context: CommandContext): Promise<Reply> {
  const parsed = parseOptions(command, raw);
  return parsed.ok ? command.execute(parsed.values, context) : { kind: 'refused', reason: parsed.reason };
}

describe('a message', () => {
  it('is masked with its places left', () => {
    expect(maskMessage('No {a}, {n, plural, =0 {none} other {# of {b}}} on {at, date, day}.')).toBe(
      '·· {a}, {n, plural, =0 {····} other {# ·· {b}}} ·· ·.',
    );
  });
});

describe('no reply', () => {
  it('has a word that is neither an article’s, nor its user’s, nor of the catalogues', async () => {
    const say = sayMasked();
    const seen = new Map<string, string>();
    const kinds = new Set<string>();
    const look = (name: string, options: Record<string, unknown>, reply: Reply): void => {
      kinds.add(reply.kind);
      const origin = { command: name, options: {}, userId: '100000000000000002', isRepeatable: true };
      for (const text of textsOf(buildReplyMessage(reply, origin, say))) {
        const left = withoutKnown(text, options);
        if (/\p{L}/u.test(left)) seen.set(left, `/${name} ${JSON.stringify(options)}`);
      }
    };
    const contexts = [await footnote.contextAt(PLACE), await footnote.contextAt({ ...PLACE, guildId: null })];
    for (const context of contexts) {
      for (const command of commands) {
        for (const options of listTrials(command))
          look(command.name, options, await run(command, options, context));
      }
    }
    for (const [name, form] of listForms()) {
      const command = commands.find((one) => one.name === name);
      if (command !== undefined) {
        look(name, {}, await run(command, {}, { ...(await footnote.contextAt(PLACE)), form }));
      }
    }
    expect([...seen]).toEqual([]);
    expect([...kinds].toSorted()).toEqual(['answer', 'nothing', 'notice', 'refused', 'related']);
  });
});

/** Forms as they might be filled in: rightly, twice over, too long, not at all. */
function listForms(): [string, NonNullable<CommandContext['form']>][] {
  const bytes = new TextEncoder().encode('The mill closed on Friday. “Nobody wept,” said Berit Moe.');
  const texts = { text: 'The mill closed.', title: 'The mill' };
  return [
    ['source add', { texts: {}, files: {} }],
    ['source add', { texts: { text: 'The mill closed.' }, files: {} }],
    ['source add', { texts, files: {} }],
    ['source add', { texts, files: { file: { name: 'mill.txt', bytes } } }],
    ['source add', { texts: {}, files: { file: { name: 'mill.txt', bytes } } }],
    ['source add', { texts: {}, files: { file: { name: 'mill.pdf', bytes } } }],
    ['source add', { texts: {}, files: { file: { name: 'mill.txt', bytes: new Uint8Array() } } }],
    ['source add', { texts: { title: 'The mill', text: 'It closed. '.repeat(1_000) }, files: {} }],
  ];
}

/** Every text of a message that a reader sees. */
function textsOf({ components }: ReturnType<typeof buildReplyMessage>): string[] {
  const texts: string[] = [];
  JSON.stringify(components, (key, value) => {
    if (['content', 'label', 'placeholder', 'description'].includes(key) && typeof value === 'string')
      texts.push(value);
    return value;
  });
  return texts;
}

/** What is in a reply besides our words: titles, names, files, units and what the user gave; the longest first. */
const KNOWN = [
  'The long pier',
  'The storm',
  'The mill',
  'Velmouth Courier',
  'Velmouth',
  'Ada Winter, the harbour master',
  ', the harbour master',
  'Ada Winter',
  'Boris Winter',
  'Berit Moe',
  'Winter',
  'The mayor',
  'Lantern Fund',
  'nonsense',
  'broken.md',
  'empty.txt',
  'published',
  'tomorrow',
  'Deutsch',
  'Who is the harbour master?',
  'Mill',
  'mill.txt',
  'mill.pdf',
  '.txt',
  '.md',
  '.html',
  // An article's language is named by Intl.
  'English',
  // An example question for an English article is English.
  'How many boats are there?',
];

function withoutKnown(text: string, options: Record<string, unknown>): string {
  const given = Object.values(options).filter((value) => typeof value === 'string');
  const lines = dropDirection(text)
    .replace(/\\(?=[^\w\s])/gu, '')
    .split('\n')
    .filter((line) => !line.startsWith('> '));
  const known = [...given, ...KNOWN].toSorted((a, b) => b.length - a.length);
  return known
    .reduce((left, word) => left.replaceAll(word, ''), lines.join('\n').replace(/\]\(https:[^)]*\)/gu, ']'))
    .trim();
}
