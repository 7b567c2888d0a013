import { beforeAll, describe, expect, test } from 'vitest';
import { answerWho } from '../../src/answer/who.js';
import type { Reply, SaidReply } from '../../src/bot/reply.js';
import type { Corpus } from '../../src/library/corpus.js';
import { buildFireCorpus, buildTestCorpus, shownIn } from '../corpus-builder.js';

const SOLBERGS = `Ingrid Solberg, the mayor of Vellin, opened the new bridge on Monday. Mayor Solberg said that the bridge was “a gift to the north”.
The “Bridge of Lanterns” cost €20m. Anders Solberg, a shipowner, refused to pay for it. The Vellin Gazette reported the quarrel.`;

import { inEnglish } from '../in-english.js';

let solbergs: Corpus;
let fire: Corpus;
beforeAll(async () => {
  solbergs = await buildTestCorpus([{ id: 'bridge', title: 'The new bridge', text: SOLBERGS }]);
  fire = await buildFireCorpus();
});

async function ask(corpus: Corpus, name: string, source?: string): Promise<SaidReply> {
  return inEnglish(await answerWho(corpus, { name, source }));
}

function headingsOf(reply: Reply): (string | null)[] {
  const said = inEnglish(reply);
  return 'sections' in said ? said.sections.map(({ heading }) => heading) : [];
}

function namesUnder(reply: Reply, wanted: string): string[] {
  const said = inEnglish(reply);
  const sections = 'sections' in said ? said.sections : [];
  return sections
    .filter(({ heading }) => heading === wanted)
    .flatMap(({ names = [] }) => names.map(({ article, span }) => article.text.slice(span.start, span.end)));
}

describe('/who', () => {
  test('shows the describing phrase first, then other names, words and actions', async () => {
    const reply = await ask(solbergs, 'Ingrid Solberg');
    expect(reply.kind).toBe('answer');
    expect(shownIn(reply)[0]).toBe('Ingrid Solberg, *the mayor of Vellin*, opened the new bridge on Monday.');
    expect(headingsOf(reply).slice(0, 3)).toEqual([null, 'Also called', 'What they said']);
    expect(namesUnder(reply, 'Also called')).toEqual(['Solberg']);
  });

  test.each(['ingrid solberg', 'INGRID SOLBERG', 'Ingrid Sólberg', 'ingrid solbreg', 'ingrid solb'])(
    'finds somebody typed as %s',
    async (name) => {
      expect(shownIn(await ask(solbergs, name))[0]).toMatch(/^Ingrid Solberg, \*the mayor of Vellin\*/u);
    },
  );

  test('lists several people with one surname and says so', async () => {
    const reply = await ask(solbergs, 'Solberg');
    expect(reply).toMatchObject({
      kind: 'answer',
      note: expect.stringMatching(/^2 here fit “Solberg”: .*\. Ask for one of them by the full name\.$/u),
    });
    expect(shownIn(reply).toSorted()).toEqual([
      'Anders Solberg, *a shipowner*, refused to pay for it.',
      'Ingrid Solberg, *the mayor of Vellin*, opened the new bridge on Monday.',
    ]);
  });

  test('finds somebody by a description', async () => {
    expect(shownIn(await ask(solbergs, 'the mayor of Vellin'))[0]).toMatch(/^Ingrid Solberg/u);
  });

  test.each([
    ['governor', 'Luis Carrasco'],
    ['the governor', 'Luis Carrasco'],
    ['senator', 'Dana Whitlock'],
    ['police captain', 'Ruth Bellamy'],
    ['Gov.', 'Luis Carrasco'],
  ])('finds by an office whom the articles give its short form: %s', async (asked, name) => {
    const corpus = await buildTestCorpus([
      {
        id: 'cannery',
        text: 'Gov. Luis Carrasco, a Democrat, went to see the cannery. State Sen. Dana Whitlock stayed away.',
      },
      {
        id: 'fire',
        text: 'Police Capt. Ruth Bellamy shut the road. Prof. Jon Strand of Vellin University measured the smoke.',
      },
    ]);
    expect(shownIn(await ask(corpus, asked))[0]).toContain(name);
  });

  test('tells of a thing named in quotation marks', async () => {
    const reply = await ask(solbergs, 'bridge of lanterns');
    expect(reply.kind).toBe('answer');
    expect(shownIn(reply)).toEqual(['The *“Bridge of Lanterns”* cost €20m.']);
  });

  test('joins what several articles say of one person', async () => {
    const reply = await ask(fire, 'Ingrid Solberg');
    const sources = 'sections' in reply ? reply.sections.flatMap(({ excerpts }) => excerpts) : [];
    expect(new Set(sources.map(({ article }) => article.id))).toEqual(new Set(['council', 'harbour']));
  });

  test('keeps to one article when asked to', async () => {
    const reply = await ask(fire, 'Ingrid Solberg', 'Fire at the port');
    const sources = 'sections' in reply ? reply.sections.flatMap(({ excerpts }) => excerpts) : [];
    expect(new Set(sources.map(({ article }) => article.id))).toEqual(new Set(['harbour']));
  });

  test('does not take somebody’s words about a person for what the person does', async () => {
    const text = 'Olav Dahl sold the mill. “Olav Dahl cheats everyone,” said his neighbour Berit Moe.';
    const corpus = await buildTestCorpus([{ id: 'mill', text }]);
    const reply = await ask(corpus, 'Olav Dahl');
    expect(shownIn(reply)).toEqual(['*Olav Dahl* sold the mill.']);
  });

  test('says that nobody is called so, and offers names near it', async () => {
    const reply = await ask(solbergs, 'Magnus Ferrier');
    expect(reply.kind).toBe('nothing');
    expect(reply).toMatchObject({
      note: 'Nobody and nothing is called “Magnus Ferrier” here; try another spelling or a describing word.',
      suggestions: expect.arrayContaining(['Ingrid Solberg', 'Anders Solberg']),
    });
  });

  test('names that the articles only use in passing are related, not an answer', async () => {
    const corpus = await buildTestCorpus([{ id: 'mill', text: 'The mill stands near Halden in the north.' }]);
    const reply = await ask(corpus, 'Halden');
    expect(reply.kind).toBe('related');
    expect(shownIn(reply)).toEqual(['The mill stands near *Halden* in the north.']);
  });
});
