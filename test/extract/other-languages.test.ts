import { describe, expect, it } from 'vitest';
import { textAt } from '../../src/article/article.js';
import { createArticle } from '../../src/article/create-article.js';
import type { Analysis } from '../../src/extract/analysis.js';
import { readWith } from '../../src/extract/read-article.js';
import { loadNameModel } from '../../src/reading/load-name-model.js';

const readArticle = readWith({ names: loadNameModel() });

function read(text: string, language: string): Analysis {
  const meta = { title: 'T', url: null, author: null, publisher: null, published: null, language };
  return readArticle(createArticle({ id: 'a', meta, text }));
}

function names(text: string, language: string): string[] {
  return read(text, language).entities.map(({ name }) => name);
}

function facts(text: string, language: string) {
  const { article, facts: found } = read(text, language);
  return found.map(({ kind, value, time }) => [
    kind,
    textAt(article, value),
    time && `${time.from} ${time.to}`,
  ]);
}

describe('names in other languages', () => {
  it('are capitals side by side, word for word, and of no kind', () => {
    const text =
      'En marzo llegó la alcaldesa Inés Quiroga a Puerto Sauce. Después habló Rui da Costa en Lisboa.';
    expect(names(text, 'es')).toEqual(['Inés Quiroga', 'Puerto Sauce', 'Rui da Costa', 'Lisboa']);
    expect(read(text, 'es').entities.every(({ kind }) => kind === 'unknown')).toBe(true);
  });

  it('need two capitals in German, which gives one to every noun', () => {
    expect(names('Gestern kam Ida Krull mit dem Schiff nach Nordau. Die Brücke ist neu.', 'de')).toEqual([
      'Ida Krull',
    ]);
  });

  it('are none in scripts without capital letters', () => {
    expect(names('湊川市に白石さんが来た。', 'ja')).toEqual([]);
    expect(names('وصل كريم البستاني إلى المدينة.', 'ar')).toEqual([]);
  });
});

describe('quotations in other languages', () => {
  it.each([
    [
      'de',
      'Tamm sagte: „Der Lärm hat die Heringe vertrieben.“ Er las „Die Woche“.',
      ['direct „Der Lärm hat die Heringe vertrieben.“', 'term „Die Woche“'],
    ],
    ['fr', '« Nous ne pouvions pas continuer », dit-il.', ['direct « Nous ne pouvions pas continuer »']],
    [
      'ru',
      '«Я хочу видеть эти звёзды», — сказал он о книге «Война и мир».',
      ['direct «Я хочу видеть эти звёзды»', 'term «Война и мир»'],
    ],
    [
      'ja',
      '「海の中を歩きたかった」と話した。「海」は青い。',
      ['direct 「海の中を歩きたかった」', 'term 「海」'],
    ],
    [
      'he',
      'שרון אמרה: "אנחנו רוצים שביל חדש לאופניים." דובר צה"ל שתק.',
      ['direct "אנחנו רוצים שביל חדש לאופניים."'],
    ],
  ])('in %s are told by their marks, without a speaker', (language, text, expected) => {
    const { article, attributions, terms } = read(text, language);
    const shown = attributions.map(
      ({ kind, content }) => `${kind} ${content.map((span) => textAt(article, span)).join(' ')}`,
    );
    expect([...shown, ...terms.map((term) => `term ${textAt(article, term)}`)].toSorted()).toEqual(
      expected.toSorted(),
    );
    expect(attributions.every(({ speaker, cue }) => speaker === null && cue === null)).toBe(true);
  });
});

describe('values in other languages', () => {
  it.each([
    [
      'de',
      'Am 3. März 2031 stieg der Anteil um 3,5 % auf 1.200 Boote, das sind 40 €.',
      [
        ['date', '3. März 2031', '2031-03-03 2031-03-03'],
        ['share', '3,5 %', null],
        ['number', '1.200', null],
        ['amount', '40 €', null],
      ],
    ],
    [
      'es',
      'El 12 de mayo de 2031 llegaron 15 barcos.',
      [
        ['date', '12 de mayo de 2031', '2031-05-12 2031-05-12'],
        ['number', '15', null],
      ],
    ],
    [
      'ru',
      'Весь апрель 2031 года и 5 мая шёл снег.',
      [
        ['date', 'апрель 2031', '2031-04-01 2031-04-30'],
        ['date', '5 мая', null],
      ],
    ],
    [
      'ja',
      '2031年7月20日に92億円を払った。',
      [
        ['date', '2031年7月20日', '2031-07-20 2031-07-20'],
        ['amount', '92億円', null],
      ],
    ],
    [
      'fr',
      'Le 31.02.2031 et le 01/02/2031, en 1987.',
      [
        ['date', '31.02.2031', null],
        ['date', '01/02/2031', '2031-02-01 2031-02-01'],
      ],
    ],
    ['ar', 'حضر ٢٥٠ شخصا.', [['number', '٢٥٠', null]]],
    ['de', 'Im Jahr 2019 kamen zwölf Boote, Typ A7 und 4K.', []],
  ])('in %s are those in figures: %s', (language, text, expected) => {
    expect(facts(text, language)).toEqual(expected);
  });
});

describe('dialogue in other languages', () => {
  it.each([
    [
      'fr',
      '— Nous partons demain, dit Anna.\n\n— Je reste ici, répondit Luc. Il est tard.',
      ['— Nous partons demain,', '— Je reste ici,', 'Il est tard.'],
    ],
    [
      'de',
      '– Wir gehen jetzt, sagte Anna.\n\n– Ich bleibe, rief Karl.',
      ['– Wir gehen jetzt,', '– Ich bleibe,'],
    ],
    ['es', '—Vamos a casa —dijo Ana—. Es tarde.', ['—Vamos a casa', 'Es tarde.']],
    ['de', '„Komm!“, rief Karl. „Wir gehen“, sagte Anna.', ['„Komm!“', '„Wir gehen“']],
    ['de', '»Komm«, rief Karl.', ['»Komm«']],
    ['fr', '« Je pars », dit Anna.', ['« Je pars »']],
    ['de', 'Einkauf:\n\n– Milch\n\n– Brot', []],
  ])('is found by its dashes and marks (%s): %s', (language, text, expected) => {
    const { article, attributions } = read(text, language);
    expect(attributions.map(({ content: [span] }) => span && textAt(article, span))).toEqual(expected);
  });
});
