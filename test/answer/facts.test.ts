import { beforeAll, describe, expect, test } from 'vitest';
import { answerFacts, type FactsQuery } from '../../src/answer/facts.js';
import { answerTimeline } from '../../src/answer/timeline.js';
import type { SaidReply } from '../../src/bot/reply.js';
import type { Corpus } from '../../src/library/corpus.js';
import { buildFireCorpus, buildTestCorpus, shownIn } from '../corpus-builder.js';
import { inEnglish } from '../in-english.js';

let fire: Corpus;
beforeAll(async () => {
  fire = await buildFireCorpus();
});

async function ask(corpus: Corpus, query: Partial<FactsQuery>): Promise<SaidReply> {
  return inEnglish(
    await answerFacts(corpus, { topic: undefined, kind: undefined, source: undefined, ...query }),
  );
}

describe('/facts', () => {
  test('lists the values of a kind in the order of the articles, each in its sentence', async () => {
    expect(shownIn(await ask(fire, { kind: 'share' }))).toEqual([
      '“We lost *40 percent* of the eastern quay,” said Mayor Ingrid Solberg.',
      'The worst fire in the city’s history, in 1954, destroyed *two-thirds* of the old town.',
    ]);
  });

  test('widens a claim to hold its attribution where that stands in another sentence', async () => {
    expect(shownIn(await ask(fire, { kind: 'amount', source: 'harbour' }))).toEqual([
      'The blaze began shortly after 4 a.m. in a warehouse that held *900 tonnes* of fertiliser, according to the Vellin Harbour Authority.',
      '“We lost 40 percent of the eastern quay,” said Mayor Ingrid Solberg. “The repairs may cost *$3.5 million*.”',
    ]);
  });

  test('shows statements with different figures for one thing side by side', async () => {
    const reply = await ask(fire, { topic: 'people killed in the fire' });
    const [first] = 'sections' in reply ? reply.sections : [];
    expect(first?.heading).toBe('The articles give different figures');
    expect(shownIn(reply).slice(0, 2).toSorted()).toEqual([
      'A fire at the port of Vellin killed *at least 12* people on Tuesday and forced nearly 3,000 residents from their homes, officials said.',
      'The fire in Vellin killed *15* people, the national fire service said, three more than the city had counted.',
    ]);
  });

  test('counts of other things in two articles are no disagreement', async () => {
    const corpus = await buildTestCorpus([
      { id: 'a', text: 'The ferry carried 200 passengers to Halden on Monday.' },
      { id: 'b', text: 'The school has 340 pupils and 12 teachers.' },
    ]);
    const reply = await ask(corpus, { kind: 'people' });
    expect('sections' in reply ? reply.sections.map(({ heading }) => heading) : []).toEqual([null]);
  });

  test('what carries a figure comes before what has no more than a day of the week or a place', async () => {
    const text =
      'The council met on Friday. It sits in Oldport. The pool opened on 3 May 1961. The repairs cost $40 million.';
    const corpus = await buildTestCorpus([{ id: 'pool', published: '2031-07-02', text }]);
    const lines = shownIn(await ask(corpus, {}));
    expect(lines.slice(0, 2)).toEqual([
      'The repairs cost *$40 million*.',
      'The pool opened on *3 May 1961*.',
    ]);
    expect(lines.slice(2).every((line) => /Friday|Oldport/u.test(line))).toBe(true);
  });

  test.each([
    ['The quake killed 12 people in Arvik.', 'The quake killed 40 people in Sund.'],
    ['The storm damaged 30 houses on 3 May 2030.', 'The storm damaged 55 houses on 9 June 2031.'],
    ['The fire killed 12 people.', 'The fire killed another 3 people.'],
    ['The fire killed 12 people.', 'The fire injured 30 people.'],
    ['The council hired 40 teachers this spring.', 'The council hired 12 nurses this spring.'],
    ['The fire killed 12 people.', 'The fire killed twelve people.'],
    ['The quake damaged nearly 3,000 houses.', 'The quake damaged 2,950 houses.'],
  ])('no different figures for one thing are “%s” and “%s”', async (one, other) => {
    const corpus = await buildTestCorpus([
      { id: 'a', text: one },
      { id: 'b', text: other },
    ]);
    const reply = await ask(corpus, {});
    expect('sections' in reply ? reply.sections.map(({ heading }) => heading) : []).toEqual([null]);
  });

  test('on a topic, the value that counts it is the one highlighted', async () => {
    expect(shownIn(await ask(fire, { topic: 'firefighters' }))).toEqual([
      'By Thursday, *64* firefighters were still at work.',
    ]);
  });

  test('has nothing on a topic of which the articles do not speak', async () => {
    expect(await ask(fire, { topic: 'football', kind: 'people' })).toEqual({
      kind: 'nothing',
      asked: 'football: people',
      note: 'There is no statement with a value of the kind “people” about “football” here; try fewer or other words, or no kind.',
    });
  });

  test('refuses a source that is not there by its name', async () => {
    expect(await ask(fire, { source: 'zoo' })).toEqual({
      kind: 'refused',
      reason: 'No article is called “zoo”; /sources lists those that are loaded.',
    });
  });
});

describe('/timeline', () => {
  test('puts dated statements in the order of what they speak of and counts those without a date', async () => {
    const reply = inEnglish(await answerTimeline(fire, { topic: undefined, source: 'harbour' }));
    expect(shownIn(reply).map((shown) => /\*(.+)\*/u.exec(shown)?.[1])).toEqual([
      '19th century',
      '1954',
      'March 1998',
      '2021',
      'Tuesday',
      'Thursday',
      'Friday',
    ]);
    expect(reply).toMatchObject({
      kind: 'answer',
      note: '1 statement is left out: when it was cannot be told from its article.',
    });
  });

  test('keeps to a topic', async () => {
    expect(shownIn(await answerTimeline(fire, { topic: 'warehouse', source: undefined }))[0]).toMatch(
      /^The warehouse opened in \*March 1998\*/u,
    );
  });

  test('has nothing where no date can be told, and says how many there were', async () => {
    const corpus = await buildTestCorpus([
      { id: 'mill', text: 'The mill closed on Friday. It reopened in May.' },
    ]);
    expect(inEnglish(await answerTimeline(corpus, { topic: undefined, source: undefined }))).toEqual({
      kind: 'nothing',
      asked: 'Timeline',
      note: 'No statement here has a date that can be told. 2 statements are left out: when they were cannot be told from their articles.',
    });
  });
});
