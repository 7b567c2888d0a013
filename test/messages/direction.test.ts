import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { balanceDirection, dropDirection, isolate, isolateTerms } from '../../src/messages/direction.js';
import { languageOf } from '../../src/messages/language.js';
import { phrase } from '../../src/messages/phrase.js';
import { createSay, sayIn } from '../../src/messages/say.js';

const text = fc.string({
  unit: fc.constantFrom('a', 'ש', ' ', '\u202e', '\u2066', '\u2067', '\u2068', '\u2069'),
});

describe('texts of mixed direction', () => {
  it('are isolated in a sentence from right to left', () => {
    const said = sayIn('he')(phrase('answer.no-article', { source: 'The mill' }));
    expect(said).toBe('אין כתבה בשם ”\u2068The mill\u2069”; \u2066/sources\u2069 מציג את אלה שנטענו.');
  });

  it('are isolated in a sentence from left to right where they go the other way, and only there', () => {
    expect(sayIn('de')(phrase('answer.title', { title: 'הטחנה' }))).toBe('„\u2068הטחנה\u2069“');
    expect(sayIn('de')(phrase('answer.title', { title: 'The mill' }))).toBe('„The mill“');
  });

  it('cannot break out of their place', () => {
    expect(isolate('a\u2069\u202eb\u2067', true)).toBe('\u2068ab\u2069');
  });

  it('keep the first sign of a command or an ending at its beginning', () => {
    expect(isolateTerms('ראו /source add, או קובץ .txt.')).toBe(
      'ראו \u2066/source add\u2069, או קובץ \u2066.txt\u2069.',
    );
  });

  it('are balanced whatever they hold, and lose nothing but controls', () => {
    fc.assert(
      fc.property(text, (whole) => {
        const balanced = balanceDirection(whole);
        let open = 0;
        for (const point of balanced) {
          if (/[\u2066-\u2068]/u.test(point)) open += 1;
          if (point === '\u2069') open -= 1;
          expect(open).toBeGreaterThanOrEqual(0);
          expect(point).not.toBe('\u202e');
        }
        expect(open).toBe(0);
        expect(dropDirection(balanced)).toBe(dropDirection(whole));
        expect(balanceDirection(balanced)).toBe(balanced);
      }),
    );
  });
});

describe('a language', () => {
  it.each([
    ['de', 'de'],
    ['es-ES', 'es'],
    ['es-419', 'es'],
    ['pt-BR', 'pt'],
    ['he-IL', 'he'],
    ['iw', 'he'],
    ['ar_EG', 'ar'],
    ['en-US', 'en'],
    ['sv-SE', 'en'],
    ['', 'en'],
  ])('for the locale %j is %s', (locale, language) => {
    expect(languageOf(locale)).toBe(language);
  });

  it('says in English what its catalogue does not have', () => {
    const say = createSay('de', { 'answer.facts': 'Fakten' }, sayIn('en'));
    expect([say(phrase('answer.facts')), say(phrase('answer.quotations'))]).toEqual(['Fakten', 'Quotations']);
  });

  it('has its own dates, numbers and lists', () => {
    const day = phrase('discord.day', { day: new Date('2031-05-03') });
    expect(
      ['en', 'de', 'es', 'fr', 'pt', 'ru', 'he', 'ar'].map((tag) => sayIn(languageOf(tag))(day)),
    ).toEqual([
      '3 May 2031',
      '3. Mai 2031',
      '3 de mayo de 2031',
      '3 mai 2031',
      '3 de maio de 2031',
      '3 мая 2031 г.',
      '3 במאי 2031',
      '3 مايو 2031',
    ]);
    const counted = phrase('answer.passages', { passages: 12_345 });
    expect(sayIn('de')(counted)).toBe('12.345 Stellen.');
    const fit = phrase('answer.speakers-fit', { count: 2, name: 'Solberg', names: ['Ada', 'Ida'] });
    expect(sayIn('de')(fit)).toBe('2 Sprecher passen zu „Solberg“: Ada, Ida.');
  });

  it('parts the texts of a list with commas alone, whatever follows them', () => {
    const named = phrase('sources.named', { names: ['Ada', 'Ida', 'Boris'], more: 2 });
    expect(['en', 'es', 'ru', 'ar'].map((tag) => dropDirection(sayIn(languageOf(tag))(named)))).toEqual([
      'Ada, Ida, Boris and 2 more',
      'Ada, Ida, Boris y 2 más',
      'Ada, Ida, Boris и ещё 2',
      'Ada، Ida، Boris، والباقي 2',
    ]);
  });

  it('calls other languages by its own names, and a tag that is none by itself', () => {
    const shown = (language: string) => phrase('discord.as-written', { text: { language } });
    expect(['en', 'de', 'ru'].map((tag) => sayIn(languageOf(tag))(shown('pt-BR')))).toEqual([
      'Brazilian Portuguese',
      'Portugiesisch (Brasilien)',
      'бразильский португальский',
    ]);
    expect(sayIn('de')(shown('no tag'))).toBe('no tag');
  });

  it('has the plurals that it needs', () => {
    const said = [1, 2, 5, 21, 22].map((passages) => sayIn('ru')(phrase('answer.passages', { passages })));
    expect(said).toEqual(['1 отрывок.', '2 отрывка.', '5 отрывков.', '21 отрывок.', '22 отрывка.']);
  });
});
