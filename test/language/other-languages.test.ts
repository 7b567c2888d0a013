import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createArticle } from '../../src/article/create-article.js';
import { annotate, tokenize } from '../../src/language/annotation.js';
import { monthsIn } from '../../src/language/calendar-names.js';
import { findKeysIn } from '../../src/language/find-keyed-words.js';
import { foldWord } from '../../src/language/fold-word.js';
import { analysePlainQuestion } from '../../src/language/plain-question.js';

describe('words as they are compared', () => {
  it.each([
    ['fr', 'Élèves', 'eleves'],
    ['de', 'Straße', 'strasse'],
    ['de', 'schön', 'schon'],
    ['tr', 'İSTANBUL', 'istanbul'],
    ['ru', 'Верхнеозёрский', 'верхнеозерский'],
    ['el', 'Δρόμος', 'δρομοσ'],
    ['he', 'שָׁלוֹם', 'שלומ'],
    ['ar', 'مُحَمَّــد', 'محمد'],
    ['ar', 'أحمدٌ', 'احمد'],
    ['fa', '۱۲۳', '123'],
    ['de', '12.500', '12500'],
    ['fr', '3,5', '3,5'],
    ['ja', 'ｶﾞｽ', 'ガス'],
    ['hi', 'दिल्ली', 'दिल्ली'],
    ['es', 'cafe\u0301', 'cafe'],
  ])('in %s: %s is %s', (language, word, folded) => {
    expect(foldWord(word, language)).toBe(folded);
  });

  it.each([
    ['de', 'Die Brücken wurden eröffnet', ['bruck', 'eroffnet']],
    ['es', 'las canciones de la niña', ['cancion', 'nin']],
    ['fr', 'l’école et les écoles', ['ecol', 'ecol']],
    ['pt', 'as cidades', ['cidad']],
    ['ru', 'города и городов', ['город', 'город']],
    ['he', 'על הגשר', ['הגשר', 'גשר']],
    ['ar', 'في المدينة', ['مدين']],
    ['ko', '수족관이', ['수족관이', '수족관']],
  ])('in %s the keys of “%s” are stems without stop words', (language, text, keys) => {
    const own = findKeysIn(text, language).map((key) => key.split('\u001f')[1]);
    for (const key of keys) expect(own).toContain(key);
    expect(own.length).toBeLessThanOrEqual(keys.length + 1);
  });

  it('parts words that no space parts', () => {
    const words = tokenize('水族館を設計した。', 'ja');
    expect(words.map(({ start, end }) => '水族館を設計した。'.slice(start, end))).toEqual([
      '水族館',
      'を',
      '設計',
      'した',
      '。',
    ]);
    expect(words.filter(({ isStop }) => isStop)).toHaveLength(2);
  });

  it('apply no English rule', () => {
    expect(tokenize('The running dogs', 'nl').map(({ stem, pos }) => `${stem} ${pos}`)).toEqual([
      'the X',
      'running X',
      'dog X',
    ]);
    expect(tokenize('who are they', 'xx').some(({ isStop }) => isStop)).toBe(false);
  });
});

describe('a question in another language', () => {
  it.each([
    ['de', 'Wie viele Boote liegen im Hafen?', 'number', ['boot', 'lieg', 'haf']],
    ['de', 'In welchem Jahr starb sie?', 'date', ['starb']],
    ['de', 'Wie alt ist Ida Krull?', 'number', ['alt', 'ida', 'krull']],
    ['es', '¿Cuándo reabrió la biblioteca?', 'date', ['reabr', 'bibliotec']],
    ['fr', 'Qu’est-ce que la mairie prépare ?', 'other', ['mair', 'prepar']],
    ['ru', 'Сколько стоит билет?', 'number', ['сто', 'билет']],
    ['ja', '水族館はいつ開館しましたか。', 'date', ['水族館', '開館']],
    ['he', 'מתי נפתח הגשר?', 'date', ['נפתח', 'הגשר']],
    ['xx', 'Wann kam er?', 'other', ['wann', 'kam', 'er']],
  ])('(%s) “%s” is read', (language, text, kind, keys) => {
    const question = analysePlainQuestion(text, language);
    expect(question.kind).toBe(kind);
    expect(question.terms.map(({ key }) => key)).toEqual(keys);
  });

  it('knows what is counted', () => {
    expect(analysePlainQuestion('Wie viele Boote liegen im Hafen?', 'de').counted).toBe(0);
    expect(analysePlainQuestion('Wer liegt im Hafen?', 'de').counted).toBe(-1);
  });
});

it('the months of a language are known in the forms that dates have', () => {
  expect(monthsIn('ru').get('апреля')).toBe(4);
  expect(monthsIn('ru').get('апрель')).toBe(4);
  expect(monthsIn('de').get('marz')).toBe(3);
  expect(monthsIn('ja').size).toBe(0);
});

it('the tokens of any text in any language lie in it, in order, and keep its letters', () => {
  const meta = { title: 'T', url: null, author: null, publisher: null, published: null };
  const languages = fc.constantFrom(
    'de',
    'fr',
    'he',
    'ar',
    'ja',
    'zh',
    'th',
    'hi',
    'tr',
    'xx',
    'zh-Hant-TW',
    'sr-Latn',
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc.string({ unit: 'grapheme', maxLength: 80 }),
    fc
      .array(
        fc.constantFrom(
          'l’eau',
          'Straße',
          'ПривеТ',
          'הגשר',
          'המ״מ',
          'المدينة',
          '水族館',
          'ที่',
          'हिन्दी',
          '٣٫٥',
          ' ',
          '。',
          '. ',
          '\n\n',
          '「',
          '」',
        ),
        { maxLength: 30 },
      )
      .map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(languages, text, (language, written) => {
      const article = createArticle({ id: 'a', meta: { ...meta, language }, text: written });
      const { tokens } = annotate(article);
      let last = 0;
      for (const { start, end } of tokens) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        last = end;
      }
      expect(last).toBeLessThanOrEqual(written.length);
      const words = article.sentences.map((sentence) => written.slice(sentence.start, sentence.end)).join('');
      expect(words.replace(/\s+/gu, '')).toBe(
        article.paragraphs
          .map(({ start, end }) => written.slice(start, end))
          .join('')
          .replace(/\s+/gu, ''),
      );
      expect(() => findKeysIn(written, language)).not.toThrow();
      expect(() => analysePlainQuestion(written, language)).not.toThrow();
    }),
    { numRuns: 150 },
  );
});
