import { beforeAll, describe, expect, test } from 'vitest';
import { answerQuote, type QuoteQuery } from '../../src/answer/quote.js';
import { excerptsOf, type SaidReply } from '../../src/bot/reply.js';
import type { Corpus } from '../../src/library/corpus.js';
import { buildFireCorpus, buildTestCorpus, shownIn } from '../corpus-builder.js';
import { inEnglish } from '../in-english.js';

let fire: Corpus;
let mill: Corpus;
beforeAll(async () => {
  fire = await buildFireCorpus();
  mill = await buildTestCorpus([
    {
      id: 'mill',
      text: `“The mill must close,” said Berit Moe, the owner. “Nobody buys flour any more.”
As one old miller put it:
“We ground for kings. Now we grind our teeth.”
The council’s “flour fund” is empty. Ms Moe called the plan “a bad joke.”`,
    },
  ]);
});

async function ask(corpus: Corpus, query: Partial<QuoteQuery>): Promise<SaidReply> {
  return inEnglish(
    await answerQuote(corpus, { speaker: undefined, topic: undefined, source: undefined, ...query }),
  );
}

describe('/quote', () => {
  test('lists all quotations in the order of the text, with who said them, and never a name in marks', async () => {
    const reply = await ask(mill, {});
    expect(shownIn(reply)).toEqual([
      '*“The mill must close,”* said Berit Moe, the owner. *“Nobody buys flour any more.”*',
      'As one old miller put it:\n*“We ground for kings. Now we grind our teeth.”*',
      'Ms Moe called the plan *“a bad joke.”*',
    ]);
    expect(excerptsOf(reply).map(({ speaker }) => speaker?.name)).toEqual([
      'Berit Moe',
      'one old miller',
      'Berit Moe',
    ]);
    expect(excerptsOf(reply).every(({ manner }) => manner === 'quoted')).toBe(true);
    expect(reply).toMatchObject({ kind: 'answer', note: '3 quotations.' });
  });

  test('the speaker’s mention is the one that stands there', async () => {
    const [first] = excerptsOf(await ask(mill, { speaker: 'moe' }));
    expect(first?.article.text.slice(first.speaker?.start, first.speaker?.end)).toMatch(/^Berit Moe/u);
  });

  test.each(['Moe', 'berit moe', 'Ms Moe', 'Berit Mo', 'the owner'])(
    'finds what somebody typed as %s said',
    async (speaker) => {
      expect(shownIn(await ask(mill, { speaker }))[0]).toMatch(/^\*“The mill must close/u);
    },
  );

  test('finds speakers who are only described', async () => {
    expect(shownIn(await ask(mill, { speaker: 'old miller' }))).toHaveLength(1);
  });

  test('finds quotations by topic, the words said before the words around them', async () => {
    expect(shownIn(await ask(fire, { topic: 'cost of the repairs' }))).toEqual([
      '*“We lost 40 percent of the eastern quay,”* said Mayor Ingrid Solberg. *“The repairs may cost $3.5 million.”*',
    ]);
  });

  test('says when a name fits several speakers', async () => {
    expect(await ask(fire, { speaker: 'Solberg' })).toMatchObject({
      kind: 'answer',
      note: expect.stringMatching(/^2 speakers fit “Solberg”: /u),
    });
  });

  test('shows other words of a speaker who said nothing on the topic as related', async () => {
    const reply = await ask(mill, { speaker: 'Moe', topic: 'football' });
    expect(reply.kind).toBe('related');
    expect(excerptsOf(reply)).not.toHaveLength(0);
  });

  describe('of what writings report', () => {
    const text = `Leaked court documents say that the mill was sold in secret.

Reports reveal a quarrel over the proposed sale.

The report says that the wheel had been cracked for years.

Ms Moe said that the wheel was sound.`;
    let reported: Corpus;
    beforeAll(async () => {
      reported = await buildTestCorpus([{ id: 'mill', text }]);
    });

    test('shows the words that name them, and makes nobody of bare ones', async () => {
      const reply = await ask(reported, {});
      expect(excerptsOf(reply).map(({ speaker, manner }) => [speaker?.name, manner])).toEqual([
        [undefined, 'reported'],
        ['The report', 'reported'],
        ['Moe', 'reported'],
      ]);
      expect(shownIn(reply)[0]).toBe('Leaked court documents say that the mill was sold in secret.');
    });

    test('finds nobody who was typed as one of them, and offers who speaks', async () => {
      expect(await ask(reported, { speaker: 'documents' })).toMatchObject({
        kind: 'nothing',
        suggestions: ['Moe'],
      });
      expect((await ask(reported, { speaker: 'the report' })).kind).toBe('answer');
    });
  });

  test('has nothing for somebody who is not quoted, and offers who is', async () => {
    expect(await ask(mill, { speaker: 'Magnus Ferrier' })).toMatchObject({
      kind: 'nothing',
      note: 'Nobody called “Magnus Ferrier” is quoted here; try another name or a word of the description.',
      suggestions: ['Berit Moe'],
    });
    expect((await ask(mill, { topic: 'football' })).kind).toBe('nothing');
  });

  test('never offers whom it has nothing by, as where an answer is only named', async () => {
    const named = await buildTestCorpus([
      {
        id: 'mill',
        text: 'Mayor Erik Dahl responded with scepticism. “The mill must close,” said Berit Moe, the owner.',
      },
    ]);
    expect(await ask(named, { speaker: 'Erik Dahl' })).toMatchObject({
      kind: 'nothing',
      suggestions: ['Berit Moe'],
    });
  });
});
