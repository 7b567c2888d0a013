import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerQuestion } from '../../src/answer/ask.js';
import { completeName, completeSpeaker } from '../../src/answer/complete.js';
import { findExampleQuestions } from '../../src/answer/example-questions.js';
import { answerFacts } from '../../src/answer/facts.js';
import { explainCommands } from '../../src/answer/help.js';
import { keepAttribution } from '../../src/answer/keep-attribution.js';
import { answerQuote } from '../../src/answer/quote.js';
import { searchWords } from '../../src/answer/search-words.js';
import { answerTimeline } from '../../src/answer/timeline.js';
import { answerWho } from '../../src/answer/who.js';
import { excerptsOf } from '../../src/bot/reply.js';
import { corpusBuilder } from '../../src/library/build-corpus.js';
import { loadNameModel } from '../../src/reading/load-name-model.js';
import { readInPlace } from '../../src/reading/read-in-place.js';
import { buildTestCorpus, contextOf, LOADED_AT, shownIn, sketchArticle } from '../corpus-builder.js';
import { inEnglish } from '../in-english.js';
import { buildLanguageCorpus, readQuestions } from './language-fixtures.js';
import { readBy } from './scripted-reader.js';

/** The reader reads English alone: here it makes nothing of anything. */
const { read } = readBy({});
const questions = readQuestions();
const languages = Object.keys(questions);
const corpus = await buildLanguageCorpus([...languages, 'en']);

/** Questions that the sentence shown first answers, and that miss the share of words that an answer needs. */
const NOT_SURE = new Set([
  // A verb taken apart: "stellte … ein", and the subject's name in the paragraph before.
  'Wann stellte die Fähre ihren Betrieb ein?',
  // What the pronoun stands for is named in the sentence before, or in the title only.
  'Chi ha restaurato il mulino di Castelvento?',
  'Ile samochodów przejeżdżało codziennie mostem?',
  // Another sentence has nearly as much of it.
  '谁设计了茶叶博物馆？',
]);
/** "Zu wem": the pronoun of the sentence that answers means the name, which the sentence before has. */
const NOT_FIRST = new Set(['Zu wem wechselt Kapitän Henk Loose?']);
/** All the words are there, in other parts: what the rule cannot see. */
const FALSE_ANSWERS = new Set([
  'Qui a découvert la place des Tanneurs ?',
  'Кто открыл Старый дом культуры?',
  '¿Quién cortó la cinta del edificio construido en 1908?',
]);

describe.each(languages)('a question to an article in %s', (language) => {
  const { answered, unanswered } = questions[language] ?? { answered: [], unanswered: [] };

  it.each(answered.filter(([question]) => !NOT_FIRST.has(question)))(
    '“%s” shows the sentence that answers',
    async (question, beginning) => {
      const reply = await answerQuestion(corpus, { question, source: language }, read);
      const [first] = excerptsOf(reply);
      expect(first?.article.text.slice(first.start, first.end).startsWith(beginning)).toBe(true);
      expect(reply.kind).toBe(NOT_SURE.has(question) ? 'related' : 'answer');
    },
  );

  it.each(unanswered.filter((question) => !FALSE_ANSWERS.has(question)))(
    '“%s” is not answered',
    async (question) => {
      expect((await answerQuestion(corpus, { question, source: language }, read)).kind).not.toBe('answer');
    },
  );
});

describe('a question to articles in many languages', () => {
  it.each([
    ['Wer hat die neue Hafenbrücke eröffnet?', 'de'],
    ['¿Cuántos libros reúne la colección?', 'es'],
    ['Кто подарил планетарию телескоп?', 'ru'],
    ['כמה עלתה בניית הגשר?', 'he'],
    ['كم سريرا يضم المستشفى؟', 'ar'],
    ['水族館はいつ開館しましたか。', 'ja'],
    ['谁捐赠了宋代茶壶？', 'zh'],
    ['Who is the harbour master?', 'en'],
  ])('“%s” is answered by the article in its language', async (question, language) => {
    const reply = await answerQuestion(corpus, { question }, read);
    expect(reply.kind).toBe('answer');
    expect(excerptsOf(reply)[0]?.article.id).toBe(language);
  });

  it('marks no answering words in other languages', async () => {
    const reply = await answerQuestion(corpus, { question: 'Wer hat die neue Hafenbrücke eröffnet?' }, read);
    expect(shownIn(reply)[0]).toBe(
      'Am 3. Mai 2031 hat Bürgermeisterin Ida Krull in Nordau die neue Hafenbrücke eröffnet.',
    );
  });

  it.each([
    ['en', 'Wer ist der Hafenmeister von Port Velden?'],
    ['de', 'Who opened the new bridge in Nordau?'],
    ['es', 'Qui a dirigé la réforme ?'],
    ['ru', 'Wann wurde das Planetarium eröffnet?'],
  ])('is not answered by an article in %s when asked in another language', async (source, question) => {
    expect((await answerQuestion(corpus, { question, source }, read)).kind).not.toBe('answer');
  });

  it('goes on from the exchange that it replies to, in the language of its article', async () => {
    const previous = { question: 'Wer hat die Hafenbrücke in Nordau eröffnet?', source: 'de', excerpt: '' };
    const reply = await answerQuestion(corpus, { question: 'Und wann?', previous }, read);
    expect(shownIn(reply)[0]).toMatch(/^Am 3\. Mai 2031/u);
  });
});

describe('the other commands on articles in other languages', () => {
  it('show the sentences with a name, in any of its forms, and say that no more is told', async () => {
    expect(inEnglish(await answerWho(corpus, { name: 'Ольгу Стрижову', source: undefined }))).toMatchObject({
      kind: 'related',
      note: 'For articles that are not in English, the sentences with these words are shown; who or what they mean is not told.',
    });
    expect(shownIn(await answerWho(corpus, { name: 'Ольгу Стрижову', source: undefined }))).toEqual([
      'Ленточку перерезала мэр города *Ольга* *Стрижова*.',
    ]);
    expect(shownIn(await answerWho(corpus, { name: '白石美緒', source: undefined }))).toEqual([
      '水族館を設計したのは建築家の*白石美緒*さんである。',
    ]);
    expect(await answerWho(corpus, { name: 'Zarathustra', source: 'de' })).toMatchObject({ kind: 'nothing' });
  });

  it('quote by the marks, with no speaker', async () => {
    const reply = await answerQuote(corpus, { speaker: undefined, topic: undefined, source: 'ar' });
    expect(shownIn(reply)).toEqual(['وقال البستاني: *«أردنا أن يدخل الضوء إلى كل غرفة»*.']);
    expect(excerptsOf(reply)[0]).not.toHaveProperty('speaker');
    expect(inEnglish(reply)).toMatchObject({
      note: '1 quotation. In articles that are not in English, quotations are found by their marks; who says them is not told.',
    });
    expect(
      inEnglish(await answerQuote(corpus, { speaker: 'Brandt', topic: undefined, source: 'de' })),
    ).toMatchObject({
      kind: 'nothing',
      note: 'Nobody called “Brandt” is quoted here; try another name or a word of the description. In articles that are not in English, quotations are found by their marks; who says them is not told.',
    });
  });

  it('show the whole of a quotation where a sentence of it was found, so that it does not stand as the article’s own', async () => {
    const text =
      'Der Verein war dagegen. „Der Lärm war groß. Die Heringe sind fort. Niemand hat uns gefragt“, sagte Tamm. Die Stadt schwieg.';
    const quoted = await buildTestCorpus([{ id: 'tamm', language: 'de', text }]);
    const reply = await answerQuestion(quoted, { question: 'Sind die Heringe fort?' }, read);
    expect(shownIn(reply)[0]).toBe('Die Heringe sind fort.');
    expect(shownIn(await keepAttribution(quoted, reply))[0]).toBe(
      '„Der Lärm war groß. Die Heringe sind fort. Niemand hat uns gefragt“, sagte Tamm.',
    );
  });

  it('list values in figures, and put dates in order', async () => {
    expect(shownIn(await answerFacts(corpus, { topic: undefined, kind: 'amount', source: 'ja' }))).toEqual([
      '建設費は*92億円*で、工事には3年かかった。',
      '入館料は大人*1800円*である。',
    ]);
    expect(
      shownIn(await answerFacts(corpus, { topic: 'sechs Pfeiler', kind: 'number', source: 'de' })),
    ).toEqual(['Sie ist *312* Meter lang und ruht auf sechs Pfeilern aus hellem Granit.']);
    const reply = await answerTimeline(corpus, { topic: undefined, source: undefined });
    expect(excerptsOf(reply).map(({ article }) => article.id)).toEqual(
      expect.arrayContaining(['pt', 'zh', 'ja', 'ru', 'de', 'fr']),
    );
  });

  it('find words in their other forms, and phrases letter for letter', async () => {
    expect(
      shownIn(await searchWords(corpus, { words: 'bibliotecas municipales', source: undefined }))[0],
    ).toMatch(/^La \*biblioteca\* \*municipal\*/u);
    expect((await searchWords(corpus, { words: '水族館の図書館', source: 'ja' })).kind).toBe('answer');
    expect((await searchWords(corpus, { words: '"面 会"', source: 'ja' })).kind).toBe('nothing');
  });

  it('complete names as they stand, and offer English questions about English articles only', async () => {
    const context = contextOf(corpus, { ask: (asked) => answerQuestion(corpus, asked, read) });
    expect(await completeName('Глеб', context)).toEqual([{ name: 'Глеб Нечаев', value: 'Глеб Нечаев' }]);
    expect(await completeSpeaker('Нечаев', context)).toEqual([]);
    const german = await buildLanguageCorpus(['de', 'ja']);
    const only = contextOf(german, { ask: (asked) => answerQuestion(german, asked, read) });
    expect(await findExampleQuestions(only)).toEqual([]);
    const help = inEnglish(await explainCommands(only));
    const lines = help.kind === 'notice' ? help.lines : [];
    expect(lines.find(({ label }) => label?.startsWith('/ask'))?.text).toBe('Ask the articles a question');
  });
});

it('no command throws or shows anything but the article’s words, whatever the text and whatever is typed', async () => {
  const pieces = fc.constantFrom(
    'Ida Krull',
    '„',
    '“',
    '«',
    '»',
    '「',
    '」',
    '12 %',
    '3. Mai 2031',
    '2031年',
    '5 €',
    '. ',
    '。',
    '\n\n',
    'הגשר',
    'صباح',
    'мост',
    '水族館',
    'warum',
    'כמה',
    '"',
    '*',
    '',
  );
  const text = fc.oneof(
    fc.array(pieces, { minLength: 1, maxLength: 20 }).map((parts) => parts.join(' ')),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
  );
  const tag = fc.constantFrom('de', 'he', 'ar', 'ja', 'th', 'xx');
  const build = corpusBuilder(readInPlace({ names: loadNameModel() }));
  await fc.assert(
    fc.asyncProperty(text, text, tag, async (written, typed, language) => {
      const articles = [
        sketchArticle({ id: 'a', language, text: `${written} x` }),
        sketchArticle({ id: 'b', language: 'ru', text: 'Мост открыли в 2031 году.' }),
      ];
      const any = await build({ articles, problems: [], loadedAt: LOADED_AT });
      const replies = [
        await answerQuestion(any, { question: typed }, read),
        await answerWho(any, { name: typed, source: undefined }),
        await answerQuote(any, { speaker: undefined, topic: typed, source: undefined }),
        await answerFacts(any, { topic: typed, kind: undefined, source: undefined }),
        await answerTimeline(any, { topic: undefined, source: undefined }),
        await searchWords(any, { words: typed, source: undefined }),
      ];
      for (const reply of replies) {
        for (const { article, start, end, highlights } of excerptsOf(await keepAttribution(any, reply))) {
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(article.text.length);
          for (const span of highlights) {
            expect(span.start).toBeGreaterThanOrEqual(start);
            expect(span.end).toBeLessThanOrEqual(end);
          }
        }
      }
    }),
    { numRuns: 60 },
  );
});
