import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { answerQuote } from '../../src/answer/quote.js';
import { searchWords } from '../../src/answer/search-words.js';
import { readSource } from '../../src/article/read-source.js';
import { findKeyedWords } from '../../src/language/find-keyed-words.js';
import { corpusBuilder } from '../../src/library/build-corpus.js';
import type { Corpus } from '../../src/library/corpus.js';
import { buildTestCorpus, LOADED_AT, shownIn } from '../corpus-builder.js';
import { IN_PLACE } from '../in-place.js';

const NOTICES = `The market opens at 9am. It closes at 8pm. The ferry leaves at 6 p.m. on Fridays.

The new pier cost $3.5m. Its wall is 12ft. The mast above it is 40 feet high.

The fun run was 5k. It took place in Jan. The prize came from Tarnwick Inc. Asked whether he would run again, the baker said no.

Some 1,200 people came. Another 1 200 watched from the hill, and 15 000 on a screen.

The E.U. sent an envoy. The U.N. sent two. The U.S. sent none, and told us so.

The NATO flag flew beside that of the EU, that of the UN and that of the US.

There is free Wi-Fi in the hall. The hand-off of the keys is on Monday. The hand off of the boat comes later. A single handoff was too much.

The grey towers of Pellmouth need colour, said the organiser. Some 40% agreed. A jeweller did not.

The policy-makers met the policy makers in the car park and on the carpet. He took a cab in the rain and stood by the cabin.`;

const GERMAN = `Der neue Hafen kostete 12.500 Euro. Zum Fest kamen 1 200 Gäste aus der EU und 3.400 aus der Schweiz. Das Wi-Fi fiel aus. Der Weg ist 20km lang. Sie blieb bis zum Ende und sang.`;

let corpus: Corpus;
beforeAll(async () => {
  corpus = await buildTestCorpus([
    { id: 'notices', text: NOTICES },
    { id: 'hafen', text: GERMAN, language: 'de' },
  ]);
});

/** The words that a search sets in bold, over all passages shown. */
async function boldFor(words: string, source = 'notices'): Promise<string[]> {
  const reply = await searchWords(corpus, { words, source });
  return shownIn(reply).flatMap((shown) =>
    Array.from(shown.matchAll(/\*([^*]+)\*/gu), ([, bold]) => bold ?? ''),
  );
}

describe('/search in what is no prose', () => {
  const PAGE = [
    'Photo: The lantern on the quay. Credit: Bo Reed',
    'The quay has a lantern, which is lit at dusk by the harbour master.',
    'Read more: Who lit the lantern?',
    'Sign up for our newsletter about every lantern of the coast.',
    'Divers found a second lantern under the quay, and left it there.',
  ].join('\n\n');

  test.each(['lantern', 'the lantern', '"lantern"'])('finds it behind all prose: %s', async (words) => {
    const other = await buildTestCorpus([{ id: 'page', text: PAGE }]);
    const shown = shownIn(await searchWords(other, { words, source: undefined })).map((one) =>
      one.replaceAll('*', ''),
    );
    const prose = ['The quay has a lantern', 'Divers found a second lantern'];
    expect(shown).toHaveLength(5);
    for (const one of shown.slice(0, 2)) expect(prose.some((words) => one.startsWith(words))).toBe(true);
    for (const one of shown.slice(2)) expect(/^(?:Photo|Read more|Sign up)/u.test(one)).toBe(true);
  });

  test.each([
    ['newsletter', 'Sign up for our newsletter about every lantern of the coast.'],
    ['Bo Reed', 'Photo: The lantern on the quay. Credit: Bo Reed'],
  ])('finds what stands nowhere else: %s', async (words, line) => {
    const other = await buildTestCorpus([{ id: 'page', text: PAGE }]);
    const shown = shownIn(await searchWords(other, { words, source: undefined }));
    expect(shown.map((one) => one.replaceAll('*', ''))).toEqual([line]);
  });

  test('finds code, which is no passage', async () => {
    const article = readSource({
      file: 'a.md',
      bytes: new TextEncoder().encode('Run this command to start it.\n\n```\nnpm run lantern\n```\n'),
    });
    if (!article.ok) throw new Error(article.reason.message);
    const other = await corpusBuilder(IN_PLACE)({
      articles: [article.article],
      problems: [],
      loadedAt: LOADED_AT,
    });
    expect(shownIn(await searchWords(other, { words: 'lantern', source: undefined }))).toEqual([
      '```\nnpm run *lantern*\n```',
    ]);
  });
});

describe('/search finds a word in whatever way it is written', () => {
  test.each([
    ['31', ['31st', '31']],
    ['31st', ['31st', '31']],
    ['1', ['1st']],
    ['1st', ['1st']],
    ['2', ['2nd', '2']],
    ['2nd', ['second', '2nd', '2']],
    ['22', ['22nd']],
    ['23rd', ['23']],
    ['3', []],
  ])('days and their numbers: %s', async (typed, bold) => {
    const text =
      'The fair closed on Dec. 31st. It had opened on 31 May. Berth 1st from the left is free. The second race is on the 2nd, with 2 boats. The 22nd boat won. Some 23 sank.';
    const days = await buildTestCorpus([{ id: 'days', text }]);
    const shown = shownIn(await searchWords(days, { words: typed, source: undefined }));
    const found = shown.flatMap((one) => Array.from(one.matchAll(/\*([^*]+)\*/gu), ([, word]) => word));
    expect(found).toEqual(bold);
  });

  test.each([
    ['9am', ['9am']],
    ['9 am', ['9', 'am']],
    ['9 a.m.', ['9', 'am']],
    ['8pm', ['8pm']],
    ['6pm', ['6 p.m.']],
    ['$3.5m', ['3.5m']],
    ['$3.5 million', ['3.5', 'm']],
    ['12ft', ['12ft']],
    ['12-foot', ['12ft']],
    ['40ft', ['40 feet']],
    ['5k', ['5k']],
    ['Jan', ['Jan']],
    ['jan', ['Jan']],
    ['January', ['Jan']],
    ['Inc', ['Inc']],
    ['inc.', ['Inc']],
    ['no', ['no']],
    ['40%', ['40%']],
    ['40 percent', ['40', '%']],
    ['40 per cent', ['40', '%']],
  ])('%s before a full stop', async (typed, bold) => {
    expect((await boldFor(typed)).join('').replace(/\s/gu, '')).toBe(bold.join('').replace(/\s/gu, ''));
  });

  test.each([
    ['1200', ['1,200', '1 200']],
    ['1,200', ['1,200', '1 200']],
    ['1 200', ['1,200', '1 200']],
    ['1’200', ['1,200', '1 200']],
    ['"1200"', ['1,200', '1 200']],
    ['15000', ['15 000']],
    ['15,000', ['15 000']],
  ])('thousands: %s', async (typed, bold) => {
    expect(await boldFor(typed)).toEqual(bold);
  });

  test.each([
    ['EU', ['EU', 'E.U.']],
    ['E.U.', ['EU', 'E.U.']],
    ['eu', ['EU', 'E.U.']],
    ['UN', ['UN', 'U.N.']],
    ['U.N.', ['UN', 'U.N.']],
    ['US', ['US', 'U.S.']],
    ['U.S.', ['US', 'U.S.']],
    ['us', ['us']],
    ['N.A.T.O.', ['NATO']],
  ])('abbreviations: %s', async (typed, bold) => {
    expect((await boldFor(typed)).toSorted()).toEqual(bold.toSorted());
  });

  test.each([
    ['wifi', ['Wi-Fi']],
    ['wi-fi', ['Wi-Fi']],
    ['WiFi', ['Wi-Fi']],
    ['"wifi"', ['Wi-Fi']],
    ['handoff', ['hand-off', 'hand off', 'handoff']],
    ['hand-off', ['hand-off', 'hand off', 'handoff']],
    ['policymakers', ['policy-makers', 'policy makers']],
    ['carpark', ['car park']],
    ['cabin', ['cabin']],
    ['carpet', ['carpet']],
  ])('words in one or in two: %s', async (typed, bold) => {
    expect(await boldFor(typed)).toEqual(bold);
  });

  test.each([
    ['gray', ['grey']],
    ['grey', ['grey']],
    ['color', ['colour']],
    ['organizer', ['organiser']],
    ['jeweler', ['jeweller']],
  ])('spellings: %s', async (typed, bold) => {
    expect(await boldFor(typed)).toEqual(bold);
  });

  test.each([
    ['12500', ['12.500']],
    ['12,500', ['12.500']],
    ['1200', ['1 200']],
    ['E.U.', ['EU']],
    ['wifi', ['Wi-Fi']],
    ['20 km', ['20km']],
    ['bis zum', ['Zum', 'bis', 'zum']],
  ])('in German: %s', async (typed, bold) => {
    expect((await boldFor(typed, 'hafen')).slice(0, bold.length)).toEqual(bold);
  });

  test('keeps one word from another', async () => {
    expect(await boldFor('1,201')).toEqual([]);
    expect(await boldFor('9pm')).toEqual([]);
    expect(await boldFor('13ft')).toEqual([]);
  });

  test('soft hyphens and zero-width spaces in a word are not seen', async () => {
    const hidden = await buildTestCorpus([{ id: 'pier', text: 'The har\u00adbour mas\u200bter spoke.' }]);
    expect(shownIn(await searchWords(hidden, { words: 'harbour master', source: undefined }))).toEqual([
      'The *har\u00adbour* *mas\u200bter* spoke.',
    ]);
  });
});

test('a topic is read by the same words', async () => {
  const quotes = await buildTestCorpus([
    {
      id: 'talks',
      text: '“The E.U. owes 1,200 crowns,” said Berit Moe. “The grey Wi-Fi boxes cost $3.5m.”\n\n“I like plums,” said Ove Lind.',
    },
  ]);
  for (const topic of ['EU', '1200', 'gray', 'wifi boxes']) {
    const reply = await answerQuote(quotes, { speaker: undefined, topic, source: undefined });
    expect([topic, reply.kind, shownIn(reply).length]).toEqual([topic, 'answer', 1]);
  }
});

test('the words of any text lie in it, in order, and each keeps its letters', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          fc.string({ unit: 'grapheme' }),
          fc.constantFrom('9am', '1 200', 'U.S.', 'Wi-Fi', '12ft.', '’s'),
        ),
      ),
      fc.constantFrom('en', 'de', 'fr', 'ru', 'ar', 'ja'),
      (parts, language) => {
        const text = parts.join(' ');
        let from = 0;
        for (const { start, end, whole } of findKeyedWords(text, language)) {
          expect(start >= from && end > start && end <= text.length).toBe(true);
          if (whole !== null) expect(whole.start === start && whole.end <= text.length).toBe(true);
          from = end;
        }
      },
    ),
    { numRuns: 300 },
  );
});
