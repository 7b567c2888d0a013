import { describe, expect, test } from 'vitest';
import {
  completeName,
  completeOwnSource,
  completeSource,
  completeSpeaker,
} from '../../src/answer/complete.js';
import { explainCommands } from '../../src/answer/help.js';
import { describeReload } from '../../src/answer/reload.js';
import { chooseArticles } from '../../src/answer/scope.js';
import { listSources } from '../../src/answer/sources.js';
import { commands } from '../../src/app/registry.js';
import { parseOptions } from '../../src/bot/parse-options.js';
import { sayIn } from '../../src/messages/say.js';
import { buildFireCorpus, buildTestCorpus, contextOf } from '../corpus-builder.js';
import { inEnglish } from '../in-english.js';

describe('/sources', () => {
  test('lists title, publisher, date, link and passages, when they were loaded and what failed', async () => {
    const corpus = await buildTestCorpus(
      [
        {
          id: 'mill',
          title: 'The mill closes',
          publisher: 'Vellin Gazette',
          published: '2031-05-15',
          url: 'https://gazette.example/mill',
          text: 'The mill closed.\n\nNobody wept.',
        },
        { id: 'note', text: 'A note.' },
      ],
      [{ file: 'broken.md', line: 3, reason: 'front matter is not closed', isServedFromEarlier: true }],
    );
    expect(inEnglish(listSources(corpus))).toEqual({
      kind: 'notice',
      title: '2 articles',
      lines: [
        {
          label: 'The mill closes',
          text: 'Vellin Gazette · 15 May 2031 · 2 passages',
          url: 'https://gazette.example/mill',
        },
        { label: 'note', text: '1 passage' },
        { label: 'Loaded', text: '16 May 2031, 09:30 UTC' },
        {
          label: 'Failed',
          text: 'broken.md:3: front matter is not closed (its earlier version is still served)',
        },
      ],
    });
  });
});

describe('/reload', () => {
  test('reports what changed, what failed and how long it took', () => {
    const report = {
      added: ['a', 'b'],
      removed: [],
      changed: ['c'],
      unchanged: ['d', 'e', 'f'],
      problems: [{ file: 'g.txt', line: null, reason: 'the file is empty', isServedFromEarlier: false }],
      milliseconds: 1234,
    };
    expect(inEnglish(describeReload([{ which: 'shared', report }]))).toEqual({
      kind: 'notice',
      title: 'Sources read again in 1.2 s',
      lines: [
        { label: 'Added', text: 'a, b' },
        { label: 'Changed', text: 'c' },
        { label: 'Removed', text: 'none' },
        { label: 'Unchanged', text: '3 articles' },
        { label: 'Failed', text: 'g.txt: the file is empty' },
        { label: 'Now loaded', text: '6 articles' },
      ],
    });
  });
});

describe('/help', () => {
  test('every example it gives answers on the loaded articles', async () => {
    const context = contextOf(await buildFireCorpus());
    const { lines } = await explainCommands(context);
    const examples = lines.flatMap(({ text }) => /Try: \/(\w+) (\w+): (.+)$/u.exec(sayIn('en')(text)) ?? []);
    expect(examples.length / 4).toBeGreaterThanOrEqual(5);
    for (let i = 0; i < examples.length; i += 4) {
      const command = commands.find(({ name }) => name === examples[i + 1]);
      const parsed =
        command === undefined ? null : parseOptions(command, { [examples[i + 2] ?? '']: examples[i + 3] });
      const reply = parsed?.ok === true ? await command?.execute(parsed.values, context) : undefined;
      expect(reply?.kind).toBe('answer');
    }
  });

  test('looks for the examples of a corpus once, however often it is asked', async () => {
    let asked = 0;
    const corpus = await buildTestCorpus([{ id: 'war', text: 'They freed 48 old sailors.' }]);
    const context = contextOf(corpus, {
      ask: ({ question }) => {
        asked += 1;
        return { kind: 'nothing', asked: question, note: '' };
      },
    });
    const first = await explainCommands(context);
    const once = asked;
    expect(once).toBeGreaterThan(0);
    expect(await explainCommands({ ...context, corpus: { ...corpus } })).toEqual(first);
    expect(asked).toBe(once);
  });

  test('asks “How many” only of what is counted in the plural', async () => {
    const asked: string[] = [];
    const context = contextOf(
      await buildTestCorpus([
        { id: 'war', text: 'After two years of war, 250 were taken hostage. They freed 48 old sailors.' },
      ]),
      {
        ask: ({ question }) => {
          asked.push(question);
          return { kind: 'nothing', asked: question, note: '' };
        },
      },
    );
    await explainCommands(context);
    expect(asked.filter((question) => question.startsWith('How many'))).toEqual([
      'How many old sailors are there?',
    ]);
  });

  test('without articles it still says what the commands do', async () => {
    const { lines } = await explainCommands(contextOf(await buildTestCorpus([])));
    expect(lines.map(({ label = '' }) => sayIn('en')(label))).toContain('/ask question [source]');
    expect(lines.every(({ text }) => !sayIn('en')(text).includes('Try:'))).toBe(true);
  });
});

describe('completion', () => {
  test('offers articles by the beginnings of their title’s words, with their ids', async () => {
    const context = contextOf(await buildFireCorpus());
    expect(completeSource('', context)).toEqual([
      { name: 'After the fire', value: 'council' },
      { name: 'Fire at the port', value: 'harbour' },
    ]);
    expect(completeSource('por', context)).toEqual([{ name: 'Fire at the port', value: 'harbour' }]);
    expect(completeSource('zoo', context)).toEqual([]);
  });

  test('tells articles of one title apart by their names, as a refusal does by their ids', async () => {
    const corpus = await buildTestCorpus([
      { id: 'news/mill', title: 'The mill', text: 'The mill is sold.' },
      { id: 'server:the-mill', title: 'THE MILL', text: 'The mill is not sold.' },
      { id: 'server:ferry', title: 'The ferry', text: 'The ferry sails.' },
    ]);
    const context = contextOf(corpus);
    expect(completeSource('', context)).toEqual([
      { name: 'The mill (news/mill)', value: 'news/mill' },
      { name: 'The ferry', value: 'server:ferry' },
      { name: 'THE MILL (the-mill)', value: 'server:the-mill' },
    ]);
    expect(completeOwnSource('', context)).toEqual([
      { name: 'The ferry', value: 'ferry' },
      { name: 'THE MILL', value: 'the-mill' },
    ]);
    const scope = chooseArticles(corpus, 'The mill');
    expect(scope.ok ? null : inEnglish(scope.reply)).toEqual({
      kind: 'refused',
      reason:
        '“The mill” fits several articles: “The mill (news/mill)”, “THE MILL (server:the-mill)”; name one of them in full.',
    });
    expect(chooseArticles(corpus, 'server:the-mill')).toMatchObject({ ok: true });
  });

  test('offers names and speakers by their beginnings, slips forgiven where nothing fits', async () => {
    const context = contextOf(await buildFireCorpus());
    expect(await completeName('ing', context)).toEqual([{ name: 'Ingrid Solberg', value: 'Ingrid Solberg' }]);
    expect((await completeSpeaker('solbreg', context)).map(({ name }) => name).toSorted()).toEqual([
      'Anders Solberg',
      'Ingrid Solberg',
    ]);
    expect(await completeSpeaker('zoo', context)).toEqual([]);
  });

  test('offers 25 choices of 100 characters at most', async () => {
    const corpus = await buildTestCorpus(
      Array.from({ length: 40 }, (_, i) => ({
        id: `article-${i}`,
        title: `${'Long title '.repeat(12)}${i}`,
        text: `Report ${i}.`,
      })),
    );
    const choices = completeSource('', contextOf(corpus));
    expect(choices).toHaveLength(25);
    expect(choices.every(({ name, value }) => name.length <= 100 && value.length <= 100)).toBe(true);
  });
});
