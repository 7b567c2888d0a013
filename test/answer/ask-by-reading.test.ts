import { describe, expect, it } from 'vitest';
import { answerQuestion } from '../../src/answer/ask.js';
import { textAt } from '../../src/article/article.js';
import type { PreviousAnswer } from '../../src/bot/command.js';
import { excerptsOf, type Reply } from '../../src/bot/reply.js';
import { buildTestCorpus, shownIn } from '../corpus-builder.js';
import { inEnglish } from '../in-english.js';
import { readBy, type Script } from './scripted-reader.js';

const corpus = await buildTestCorpus([
  {
    id: 'quay',
    title: 'Saltgate buys the old quay',
    text: [
      'The council of Saltgate has bought the old quay from Marrow Lines for 4.1 million euros.',
      'Marrow Lines had owned it since 1931. It denied that any jobs would go.',
      'Ada Quill, the harbour master, called the price fair. She will retire in March.',
      'Ships from Norwick will land there. Ferries from Vellin will land there too.',
      'No date has been set for the first landing.',
      'Ada Quill does not plan to sell her boat. The crane was not moved until 3 May. The council has never paid more than 900 euros for a wall, and Marrow Lines won’t rebuild the shed; the diver Bo Lind may.',
    ].join('\n\n'),
  },
]);

async function ask(question: string, script: Script, previous: PreviousAnswer | null = null): Promise<Reply> {
  return inEnglish(await answerQuestion(corpus, { question, previous }, readBy(script).read));
}

describe('a question that the reader reads', () => {
  it('is answered by the sentence with the best odds, the whole figure in bold', async () => {
    const reply = await ask('How much did the quay cost?', { 'has bought': { answers: 6, words: '4.1' } });
    expect(reply.kind).toBe('answer');
    expect(shownIn(reply)).toEqual([
      'The council of Saltgate has bought the old quay from Marrow Lines for *4.1 million euros*.',
    ]);
  });

  it('has no bold words where the likeliest are not of the kind asked for', async () => {
    const reply = await ask('How much did the quay cost?', {
      'has bought': { answers: 6, words: 'Marrow Lines' },
    });
    expect(excerptsOf(reply)[0]?.highlights).toEqual([]);
  });

  it('has no bold words where it is answered by yes or no', async () => {
    const reply = await ask('Did the council buy the quay?', {
      'has bought': { answers: 6, words: 'bought' },
    });
    expect(reply.kind).toBe('answer');
    expect(excerptsOf(reply)[0]?.highlights).toEqual([]);
  });

  it.each([
    ['What will the harbour master do next?', 'does not plan', 'sell her boat', []],
    ['What does the harbour master not plan?', 'does not plan', 'sell her boat', ['sell her boat']],
    ['When was the crane moved?', 'was not moved', '3 May', ['3 May']],
    ['How much does a wall cost at most?', 'has never paid', '900 euros', ['more than 900 euros']],
    ['Who rebuilds the shed?', 'rebuild the shed', 'Marrow Lines', ['Marrow Lines']],
    ['What will Marrow Lines rebuild?', 'rebuild the shed', 'the shed', []],
    ['Who may rebuild the shed?', 'rebuild the shed', 'Bo Lind', ['Bo Lind']],
  ])('sets in bold nothing that is said not to be so: %s', async (question, sentence, words, bold) => {
    const reply = await ask(question, { [sentence]: { answers: 6, words } });
    const [first] = excerptsOf(reply);
    expect(first?.highlights.map((span) => textAt(first.article, span))).toEqual(bold);
  });

  it('is shown with the sentence that names whom a pronoun means', async () => {
    const reply = await ask('When will the harbour master retire?', {
      'She will retire': { answers: 6, words: 'March' },
    });
    expect(shownIn(reply)[0]).toBe(
      'Ada Quill, the harbour master, called the price fair. She will retire in *March*.',
    );
  });

  it.each([
    ['This magazine sells best.', 'This magazine sells best.'],
    ['It sells best.', 'Ada Quill founded a magazine. It sells best.'],
    ['That was in 1931.', 'Ada Quill founded a magazine. That was in 1931.'],
  ])('is shown with the sentence before where %j needs it', async (sentence, shown) => {
    const other = await buildTestCorpus([
      { id: 'magazine', text: `Ada Quill founded a magazine. ${sentence}` },
    ]);
    const { read } = readBy({ [sentence]: { answers: 6 } });
    expect(shownIn(await answerQuestion(other, { question: 'What about the magazine?' }, read))[0]).toBe(
      shown,
    );
  });

  it('that asks for several is answered by all the sentences that answer', async () => {
    const reply = await ask('Which ships will land at the quay?', {
      Norwick: { answers: 5, words: 'Ships from Norwick' },
      Vellin: { answers: 4.5, words: 'Ferries from Vellin' },
    });
    expect(shownIn(reply)).toEqual([
      '*Ships from Norwick* will land there.',
      '*Ferries from Vellin* will land there too.',
    ]);
  });

  it('that the article leaves open is told so, by the very sentence and without bold words', async () => {
    const reply = await ask('When will the first ship land?', {
      'No date': { leavesOpen: 5, words: 'No date' },
      'will retire': { answers: 1 },
    });
    expect(reply.kind).toBe('open');
    expect(shownIn(reply)).toEqual(['No date has been set for the first landing.']);
  });

  it.each([
    [-1, 'This may answer it:'],
    [-2.5, 'Nothing here clearly answers this. It has words of the question:'],
    [-6, 'The articles do not answer this. They touch on it here:'],
  ])('is said to be answered as far as odds of %d go', async (answers, lead) => {
    const reply = await ask('Who owned the quay?', { 'since 1931': { answers } });
    expect(reply).toMatchObject({ kind: 'related', lead });
  });

  it('finds nothing where no word is shared and nothing is likely', async () => {
    const reply = await ask('What is the capital of France?', {});
    expect(reply.kind).toBe('nothing');
    expect(excerptsOf(reply)).toEqual([]);
  });

  it('is answered also where no word is shared, as a short article is read whole', async () => {
    const reply = await ask('Headcount?', { 'any jobs': { answers: 5 } });
    expect(reply.kind).toBe('answer');
  });

  it('goes by people where it asks who somebody is', async () => {
    const reply = await ask('Who is Ada Quill?', { 'will retire': { answers: 1 } });
    expect(shownIn(reply)[0]).toBe('Ada Quill, *the harbour master*, called the price fair.');
  });

  it('has a probability for each sentence that it shows', async () => {
    const reply = await ask('Who sold the quay?', {
      'has bought': { answers: 3 },
      'since 1931': { answers: 1 },
    });
    const confidences = excerptsOf(reply).map(({ confidence }) => confidence ?? 0);
    expect(confidences).toHaveLength(2);
    expect(confidences[0]).toBeGreaterThan(confidences[1] ?? 1);
    for (const one of confidences) expect(one > 0 && one < 1).toBe(true);
  });
});

describe('what the reader is given', () => {
  it('is spelt as a keyboard without its letters has it, the reply as the article does', async () => {
    const other = await buildTestCorpus([{ id: 'mill', text: 'Marit Ødegård, 54, owns the mill.' }]);
    const { read, asked } = readBy({ 'Marit Odegård': { answers: 6, words: '54' } });
    const reply = await answerQuestion(other, { question: 'How old is Marit Ødegård?' }, read);
    expect(asked[0]?.question).toBe('How old is Marit Odegård?');
    expect(shownIn(reply)[0]).toBe('Marit Ødegård, *54*, owns the mill.');
  });
});

describe('a question for what somebody said', () => {
  it('is answered by the sentence in which that somebody says it', async () => {
    const reply = await ask('What did Marrow Lines deny?', { 'denied that': { answers: 4 } });
    expect(shownIn(reply)[0]).toContain('It denied that any jobs would go.');
    const said = await ask('What did Ada Quill say?', { 'has bought': { answers: 4 } });
    expect(said.kind).toBe('related');
  });
});

describe('a question behind another', () => {
  const previous = {
    question: 'Who bought the quay?',
    source: 'quay',
    excerpt: 'The council of Saltgate has bought the old quay from Marrow Lines for 4.1 million euros.',
  };

  it('is read together with it', async () => {
    const { read, asked } = readBy({});
    await answerQuestion(corpus, { question: 'and when?', previous }, read);
    expect(asked[0]?.question).toContain('bought the quay');
  });

  it('asks the excerpt who told it', async () => {
    const excerpt = 'It denied that any jobs would go.';
    const reply = await ask('Who said so?', {}, { ...previous, excerpt });
    expect(excerptsOf(reply).map((shown) => textAt(shown.article, shown))).toEqual([excerpt]);
  });
});

describe('a question that nothing could read', () => {
  it('is shown the passages that share its words, and that they were not read', async () => {
    const reply = inEnglish(
      await answerQuestion(corpus, { question: 'Who bought the old quay?' }, () =>
        Promise.resolve({ ok: false, reason: 'unavailable' }),
      ),
    );
    expect(reply).toMatchObject({
      kind: 'related',
      lead: 'Nothing here clearly answers this. It has words of the question:',
      note: 'The articles could not be read closely just now, so whether these answer is not told. Ask again in a moment.',
    });
    expect(shownIn(reply)[0]).toContain('has bought the old quay');
    expect(excerptsOf(reply).every(({ confidence }) => confidence === null)).toBe(true);
  });
});
