import type { APIMessage } from 'discord.js';
import type { ModalValues } from 'local-discord';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ALONE, labelsIn, textOf } from '../discord/read-message.js';
import { type RunningBot, runKeepingBot } from '../discord/running-bot.js';

/** Two moderators take part, as nobody may press as fast as a test does. */
const HARBOUR = 'harbour/general';
const LIBRARY = 'library/general';

/** An article of one server: the words of `CANARY` stand nowhere else. */
const FERRY = `---
title: Ferry to Quillmere
publisher: Quillmere Post
published: 2031-06-01
---
The new ferry to Quillmere will carry 311 passengers.

“The zephyrine hull is the first of its kind,” said Odalys Brandt, its builder.
`;
const CANARY = /zephyrine|quillmere|odalys|brandt|311 passengers/iu;

let running: RunningBot;
beforeAll(async () => {
  running = await runKeepingBot();
});
afterAll(() => running.stop());

function run(user: string, channel: string, name: string, options: Record<string, string> = {}) {
  return running.sandbox.as(user).run({ channel, name, options });
}

async function give(fields: ModalValues, moderator = 'ines'): Promise<APIMessage> {
  const opened = run(moderator, HARBOUR, 'source add');
  await opened.modal();
  return running.sandbox.as(moderator).submit(opened, fields).reply();
}

function press({ id }: APIMessage, label: string, moderator = 'ines'): Promise<APIMessage> {
  return running.sandbox.as(moderator).press(id, label).reply();
}

/** The lines of a reply, as a reader sees them, without their markup. */
function linesOf(message: APIMessage): string[] {
  const text = textOf(message);
  return text.replaceAll('**', '').split('\n');
}

async function linesOfRun(user: string, channel: string, name: string, options: Record<string, string> = {}) {
  return linesOf(await run(user, channel, name, options).reply());
}

const file = (name: string, content: string): ModalValues => ({ file: [{ name, content }] });

describe('a server’s own article', () => {
  it('is shown as it was understood, and added when its moderator says so, also after a restart', async () => {
    const preview = await give(file('ferry.md', FERRY));
    expect(linesOf(preview)).toEqual([
      'Add “Ferry to Quillmere”?',
      'Publisher Quillmere Post',
      'Published 1 June 2031',
      'Language English',
      'Address not stated',
      'Text 2 paragraphs · 2 sentences · 1 KiB',
      'Begins and ends “The new ferry to Quillmere will carry 311 passengers. “The … the first of its kind,” said Odalys Brandt, its builder.”',
      'People 1: Odalys Brandt',
      'Quotations 1: 1 word for word, 1 with a known speaker',
      'This is what I understood of it. It answers questions in this server once you add it; this preview waits for an hour.',
    ]);
    expect(preview.flags).toBe(ALONE);
    expect(labelsIn(preview)).toEqual(['Add it', 'Leave it']);
    await running.restart();
    expect(linesOf(await press(preview, 'Add it'))).toEqual([
      'Added “Ferry to Quillmere”',
      'It answers questions from now on, in this server only. Its name is ferry-to-quillmere.',
      'Room 1 of 20 articles, 0.01 of 0.96 MiB used',
    ]);
  });

  it('answers in its server, is listed apart there, and is listed for moderators with who added it', async () => {
    const [, first] = await linesOfRun('mira', HARBOUR, 'ask', {
      question: 'How many passengers will the ferry carry?',
    });
    expect(first).toBe('> The new ferry to Quillmere will carry 311 passengers.\u00A0¹');
    expect((await linesOfRun('mira', HARBOUR, 'sources')).slice(0, 5)).toEqual([
      '3 articles',
      '1 of this server’s own:',
      'Ferry to Quillmere Quillmere Post · 1 June 2031 · 2 passages',
      '2 that all servers share:',
      'Lamp 12 passages',
    ]);
    const [title, line, room] = await linesOfRun('ines', HARBOUR, 'source list');
    expect([title, room]).toEqual([
      '1 article of this server’s own',
      'Room 1 of 20 articles, 0.01 of 0.96 MiB used',
    ]);
    expect(line).toMatch(/^Ferry to Quillmere ferry-to-quillmere · 1 KiB · added \d+ \w+ \d{4} · <@\d+>$/u);
  });

  it('is shown with what was read of it, each as a cited excerpt', async () => {
    expect(await linesOfRun('ines', HARBOUR, 'source show', { source: 'ferry-to-quillmere' })).toEqual([
      'Ferry to Quillmere',
      '2 paragraphs · 2 sentences · 1 KiB · spoken of most: Odalys Brandt (1 time)',
      '',
      '1 person: “Odalys Brandt”',
      '',
      '1 name: “Quillmere”',
      '',
      '1 quotation, 1 with a known speaker',
      '> “The zephyrine hull is the first of its kind,” said Odalys Brandt, its builder.\u00A0¹',
      '— Odalys Brandt, quoted',
      '-# ¹\u00A0Ferry to Quillmere, Quillmere Post, 1 June 2031, paragraph 2',
      '',
      '1 fact',
      '> The new ferry to Quillmere will carry 311 passengers.\u00A0²',
      '-# ²\u00A0same article as ¹, paragraph 1',
    ]);
  });

  it('comes back byte for byte', async () => {
    const { attachments } = await run('ines', HARBOUR, 'source export', {
      source: 'Ferry to Quillmere',
    }).reply();
    expect(attachments.map(({ filename }) => filename)).toEqual(['ferry-to-quillmere.md']);
    const sent = await fetch(attachments[0]?.url ?? '');
    expect(await sent.text()).toBe(FERRY);
  });

  it('is in no byte of another server, of a direct message or of the log, whatever is asked there', async () => {
    const { sandbox, log } = running;
    const seen: unknown[] = [];
    for (const channel of [LIBRARY, 'dm/mira']) {
      const asked: [string, Record<string, string>][] = [
        ['ask', { question: 'How many passengers will the ferry carry?' }],
        ['who', { name: 'builder' }],
        ['quote', { topic: 'hull' }],
        ['facts', { topic: 'passengers' }],
        ['timeline', { topic: 'ferry' }],
        ['search', { words: 'ferry hull' }],
        ['ask', { question: 'What of the ferry?', source: 'ferry-to' }],
        ['search', { words: 'ferry', source: 'server:ferry' }],
        ['sources', {}],
        ['help', {}],
        ['status', {}],
      ];
      for (const [name, options] of asked) {
        const sent = run('mira', channel, name, options);
        const became = await sent.acknowledged;
        seen.push(
          became,
          became.kind === 'reply' ? became : await Promise.any([sent.reply(), sent.nextFollowUp()]),
        );
      }
      for (const [name, focused] of [
        ['ask', 'source'],
        ['who', 'name'],
        ['quote', 'speaker'],
      ] as const) {
        const completed = sandbox
          .as('mira')
          .autocomplete({ channel, name, focused, options: { [focused]: '' } });
        seen.push(await completed.choices());
      }
    }
    for (const [name, options] of [
      ['source list', {}],
      ['source show', { source: 'ferry' }],
      ['source export', { source: 'ferry' }],
      ['source remove', { source: 'ferry' }],
      ['reload', {}],
      ['gaps', {}],
    ] as const) {
      const sent = run('ines', LIBRARY, name, options);
      const became = await sent.acknowledged;
      seen.push(
        became,
        became.kind === 'reply' ? became : await Promise.any([sent.reply(), sent.nextFollowUp()]),
      );
    }
    const completed = sandbox
      .as('ines')
      .autocomplete({ channel: LIBRARY, name: 'source remove', focused: 'source', options: { source: '' } });
    expect(await completed.choices()).toEqual([]);
    expect(seen.length).toBeGreaterThan(50);
    expect(JSON.stringify([seen, sandbox.messages(LIBRARY, { as: 'ines' })])).not.toMatch(CANARY);
    expect(log.join('')).not.toMatch(CANARY);
  });

  it('is put in the place of an older one, or beside it', async () => {
    const preview = await give(file('again.md', FERRY.replace('311', '280')));
    expect(linesOf(preview)).toContain('Note “Ferry to Quillmere” (ferry-to-quillmere) has the same name.');
    expect(labelsIn(preview)).toEqual(['Put it in its place', 'Add it beside', 'Leave it']);
    expect(linesOf(await press(preview, 'Put it in its place'))[0]).toBe('Replaced “Ferry to Quillmere”');
    const [, first] = await linesOfRun('mira', HARBOUR, 'ask', {
      question: 'How many passengers will the ferry carry?',
    });
    expect(first).toBe('> The new ferry to Quillmere will carry 280 passengers.\u00A0¹');
  });

  it('is left, and then cannot be added', async () => {
    const preview = await give({ text: 'The slipway is dry.', title: 'Slipway' });
    expect(linesOf(await press(preview, 'Leave it'))).toEqual(['Left', 'Nothing of it is kept.']);
    expect(await linesOfRun('ines', HARBOUR, 'source list')).toHaveLength(3);
  });

  it.each([
    [{}, 'Nothing was given: attach a file, or paste the text.'],
    [
      { text: 'A.', ...file('b.txt', 'B.') },
      'More than one article was given: fill in one of the fields for it, and leave the others empty.',
    ],
    [
      { title: 'C', ...file('c.txt', 'C.') },
      'The title “C” goes with pasted text only: a file or a page has its own. Leave it out.',
    ],
    [
      file('d.rtf', 'D.'),
      'd.rtf cannot be read: give a file whose name ends with one of .txt, .md, .html, .pdf, .docx, .epub.',
    ],
    [
      file('large.html', `<title>Large</title><p>Long.</p><!--${'x'.repeat(1_000_000)}-->`),
      '“Large” cannot be added: its 0.96 MiB and the 0.01 MiB that are there would be more than the 0.96 MiB this server may have. Remove something with /source remove first.',
    ],
  ])('is refused in words of what to do %#', async (fields, reason) => {
    expect(linesOf(await give(fields, 'oskar'))).toEqual([reason]);
  });

  it('is removed after a question, and answers no more', async () => {
    const { sandbox } = running;
    const completed = sandbox.as('oskar').autocomplete({
      channel: HARBOUR,
      name: 'source remove',
      focused: 'source',
      options: { source: 'quil' },
    });
    expect(await completed.choices()).toEqual([{ name: 'Ferry to Quillmere', value: 'ferry-to-quillmere' }]);
    const question = await run('oskar', HARBOUR, 'source remove', { source: 'ferry' }).reply();
    expect(linesOf(question)).toEqual([
      'Remove “Ferry to Quillmere”?',
      'ferry-to-quillmere · 1 KiB',
      '/source export gives its file back, should you want to keep it.',
    ]);
    expect(linesOf(await press(question, 'Remove it', 'oskar'))).toEqual([
      'Removed “Ferry to Quillmere”',
      'It answers no questions any more. What it had said is in the replies that were given before.',
      'Room 0 of 20 articles, 0 of 0.96 MiB used',
    ]);
    const gone = await linesOfRun('mira', HARBOUR, 'ask', {
      question: 'How many passengers will the ferry carry?',
    });
    expect(gone).not.toContain(expect.stringMatching(CANARY));
  });
});
