import { beforeAll, describe, expect, it } from 'vitest';
import { answerQuestion } from '../../src/answer/ask.js';
import { createExcerpt } from '../../src/answer/excerpt.js';
import { type Article, textAt } from '../../src/article/article.js';
import { readSource } from '../../src/article/read-source.js';
import { spellRow } from '../../src/article/spell-row.js';
import { excerptsOf, type Reply } from '../../src/bot/reply.js';
import { analyseQuestion } from '../../src/language/question.js';
import { corpusBuilder } from '../../src/library/build-corpus.js';
import type { Corpus } from '../../src/library/corpus.js';
import { namesRow } from '../../src/search/names-row.js';
import { LOADED_AT } from '../corpus-builder.js';
import { shownBy } from '../discord/read-message.js';
import { rendered } from '../discord/rendered.js';
import { IN_PLACE } from '../in-place.js';
import { sharedReader } from '../shipped-reader.js';
import { readBy } from './scripted-reader.js';

const PRICES = `# Swimming bath of Lowick

The bath opens at nine every day of the week, and the tickets are sold at the door by the keeper.

| Who | Price |
|---|---|
| Adult | 8 crowns |
| Child under 12 | 3 crowns |
| Pensioner | 5 crowns |

To enter you need:

- a towel of your own
- a cap of rubber or cloth
- a lock for the locker
`;
const FERRY = `<html><head><title>Ferry timetable</title></head><body><main><h1>Ferry timetable</h1>
<p>The ferry runs from Lowick to Skerra on every day but Sunday, and it takes an hour to cross.</p>
<table><tr><td>Day</td><td>Departs Lowick</td><td>Captain</td></tr><tr><td>Monday</td><td>08:15</td><td>Ida Moe</td></tr>
<tr><td>Wednesday</td><td>09:30</td><td>Jon Berg</td></tr><tr><td>Saturday</td><td>10:00</td><td>Ida Moe</td></tr></table>
<p>What it is:</p><table><tr><th scope="row">Length</th><td>42 metres</td></tr><tr><th scope="row">Built</th><td>1987</td></tr></table></main></body></html>`;

const CAMP = `<html><head><title>Campsite of Norrey</title></head><body><main><h1>Campsite of Norrey</h1><p>The campsite lies by the lake and opens
when the snow has gone.</p><dl><dt>Tent</dt><dd>12 crowns a night</dd><dt>Caravan</dt><dd>25 crowns a night</dd></dl></main></body></html>`;

const camp = readText('camp.html', CAMP);
const prices = readText('prices.md', PRICES);
const ferry = readText('ferry.html', FERRY);
let corpus: Corpus;
beforeAll(async () => {
  corpus = await corpusBuilder(IN_PLACE)({
    articles: [camp, ferry, prices],
    problems: [],
    loadedAt: LOADED_AT,
  });
});

function readText(file: string, text: string): Article {
  const parsed = readSource({ file, bytes: new TextEncoder().encode(text) });
  if (!parsed.ok) throw new Error(parsed.reason.message);
  return parsed.article;
}

/** The row or entry that begins so. */
function paragraphOf(article: Article, beginning: string): Article['paragraphs'][number] {
  const found = article.paragraphs.find(({ start }) => article.text.startsWith(beginning, start));
  if (found === undefined) throw new Error(`No paragraph begins with "${beginning}".`);
  return found;
}

/** What is shown first, and under what. */
function firstOf(reply: Reply): readonly [string, string | null, number] {
  const [first] = excerptsOf(reply);
  if (first === undefined) throw new Error('Nothing is shown.');
  const { article, lead } = first;
  return [textAt(article, first), lead === undefined ? null : textAt(article, lead), first.paragraph];
}

describe('a row', () => {
  it('is shown alone under the header of its table, wherever in the table it is', async () => {
    const { read, asked } = readBy({ 'price of pensioner': { answers: 6, words: '5 crowns' } });
    const reply = await answerQuestion(corpus, { question: 'What does a pensioner pay?' }, read);
    expect(reply.kind).toBe('answer');
    expect(firstOf(reply)).toEqual(['Pensioner | 5 crowns', 'Who | Price', 4]);
    const [first] = excerptsOf(reply);
    expect(first?.highlights.map((span) => textAt(prices, span))).toEqual(['5 crowns']);
    const [window] = asked.flatMap(({ windows }) => windows).filter(({ title }) => /Swimming/u.test(title));
    expect(window?.title).toBe('Swimming bath of Lowick – Swimming bath of Lowick');
    expect(shownBy(rendered(reply)[0]).description).toContain(
      '-# Who \\| Price\n> Pensioner \\| **5 crowns**\u00A0¹',
    );
  });

  it.each([
    [
      ferry,
      'Wednesday',
      'The departs Lowick of wednesday is 09:30, and the captain of wednesday is Jon Berg.',
    ],
    [ferry, 'Length', 'The length is 42 metres.'],
    [prices, 'Child', 'The price of child under 12 is 3 crowns.'],
    [
      readText('a.md', 'All of it:\n\n| A | B |\n|---|---|\n| Salt \\| pepper | |\n'),
      'Salt',
      'Salt \\| pepper.',
    ],
  ])('is read as a sentence: %#', (article, beginning, words) => {
    const spelled = spellRow(article, paragraphOf(article, beginning));
    expect(spelled.words).toBe(words);
    for (const { cell, start, end } of spelled.cells)
      expect(words.slice(start, end)).toBe(textAt(article, cell));
  });

  it.each([
    ['What does an adult pay?', prices, 'Adult'],
    ['What is the price for a child?', prices, 'Child'],
    ['When does the ferry leave on Wednesday?', ferry, 'Wednesday'],
    ['Who is the captain on Saturday?', ferry, 'Saturday'],
    ['When was the ferry built?', ferry, 'Built'],
  ])('is named by its first cell: %s', (question, article, beginning) => {
    const rows = article.paragraphs.filter((row) => namesRow(analyseQuestion(question), article, row));
    expect(rows).toEqual([paragraphOf(article, beginning)]);
  });

  it.each([
    'What does a teacher pay?',
    'When does the ferry leave on Sunday?',
    'Who is the owner on Monday?',
    'Why do adults pay?',
    'Who built the bath?',
  ])('is not named where its cells do not answer: %s', (question) => {
    const asked = analyseQuestion(question);
    const named = [prices, ferry].flatMap((article) =>
      article.paragraphs.filter((row) => row.kind === 'row' && namesRow(asked, article, row)),
    );
    expect(named).toEqual([]);
  });
});

describe('an entry of a list', () => {
  it('is shown under what leads the list in, also where it is not the first', () => {
    const { lead, ...excerpt } = createExcerpt(prices, paragraphOf(prices, 'a lock'));
    expect(textAt(prices, excerpt)).toBe('a lock for the locker');
    expect(lead && textAt(prices, lead)).toBe('To enter you need:');
  });

  it('is shown with all others where what leads them in answers', async () => {
    const { read } = readBy({ 'To enter you need': { answers: 6 } });
    const reply = await answerQuestion(corpus, { question: 'What do I need to enter?' }, read);
    expect(firstOf(reply)).toEqual([
      'To enter you need:\n\n- a towel of your own\n- a cap of rubber or cloth\n- a lock for the locker',
      null,
      5,
    ]);
  });

  it('has its lead once where several follow one another', () => {
    const excerpts = ['a towel', 'a cap'].map((words) => createExcerpt(prices, paragraphOf(prices, words)));
    const reply: Reply = { kind: 'answer', asked: 'What?', sections: [{ heading: null, excerpts }] };
    expect(shownBy(rendered(reply)[0]).description.match(/To enter/gu)).toHaveLength(1);
  });
});

describe('an excerpt', () => {
  const told = readText(
    'told.txt',
    'The mayor gave one reason:\n\nRead more: Ten walks for a windy Sunday\n\nThe wall is old.\n\nAda Moe owns a mill.\n\nADVERTISEMENT\n\nShe sells flour there.',
  );

  it('runs across no furniture of the page, and keeps what answers', async () => {
    const { start } = paragraphOf(told, 'The mayor');
    const { end } = paragraphOf(told, 'She sells');
    const words = paragraphOf(told, 'Ada Moe');
    expect(textAt(told, createExcerpt(told, { start, end }))).toBe('The mayor gave one reason:');
    expect(textAt(told, createExcerpt(told, { start, end }, { highlights: [words] }))).toBe(
      'The wall is old.\n\nAda Moe owns a mill.',
    );
  });

  it.each([
    ['gave one reason', 'The mayor gave one reason:'],
    ['She sells', 'She sells flour there.'],
  ])('is widened over none: %s', async (words, shown) => {
    const other = await corpusBuilder(IN_PLACE)({ articles: [told], problems: [], loadedAt: LOADED_AT });
    const reply = await answerQuestion(
      other,
      { question: 'What of the mill?' },
      readBy({ [words]: { answers: 6 } }).read,
    );
    expect(firstOf(reply)[0]).toBe(shown);
  });
});

const reader = sharedReader();

describe.skipIf(reader === null)('the shipped reader', () => {
  const ask = async (question: string): Promise<Reply> => {
    if (reader === null) throw new Error('There is no reader.');
    return answerQuestion(corpus, { question }, reader.read.bind(reader));
  };

  it.each([
    ['What does an adult pay?', 'Adult | 8 crowns', 'Who | Price'],
    ['How much does a child pay?', 'Child under 12 | 3 crowns', 'Who | Price'],
    ['What is the price for a pensioner?', 'Pensioner | 5 crowns', 'Who | Price'],
    ['Who is the captain on Wednesday?', 'Wednesday | 09:30 | Jon Berg', 'Day | Departs Lowick | Captain'],
    ['When does the ferry depart on Monday?', 'Monday | 08:15 | Ida Moe', 'Day | Departs Lowick | Captain'],
    ['How much is a tent?', 'Tent | 12 crowns a night', null],
    ['What does a caravan cost per night?', 'Caravan | 25 crowns a night', null],
  ])('answers by the row: %s', async (question, row, lead) => {
    const reply = await ask(question);
    expect(reply.kind).toBe('answer');
    expect(firstOf(reply).slice(0, 2)).toEqual([row, lead]);
  });

  it('shows first the row that may answer', async () => {
    expect(firstOf(await ask('When was the ferry built?'))[0]).toBe('Built | 1987');
  });

  it.each(['What does a teacher pay?', 'Who is the owner of the ferry?', 'What does the ferry cost?'])(
    'does not answer what no row says: %s',
    async (question) => {
      const reply = await ask(question);
      expect(reply.kind).not.toBe('answer');
    },
  );
});
