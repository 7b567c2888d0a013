import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meaningsOf } from '../../src/language/meanings.js';
import { putInEnglish } from '../../src/language/put-in-english.js';
import { MEANING_LANGUAGES, MEANINGS } from '../../src/lexicon/meanings.js';

describe('a question put in English', () => {
  it.each([
    ['Wie viele Schüler hat die Schule?', 'how many pupil school?'],
    ['Wer ist der neue Bürgermeister?', 'who new mayor?'],
    ['Wie teuer ist eine Eintrittskarte?', 'how much ticket?'],
    ['Pourquoi le pont est-il fermé ?', 'why bridge close?'],
    ['¿Quién compró la fábrica en marzo?', 'who buy factory March?'],
    ['Quantos trabalhadores foram demitidos?', 'how many worker fire?'],
    ['Когда откроется мост?', 'when open bridge?'],
    ['متى يفتح المتحف؟', 'when open museum?'],
    ['מתי ייפתח הגשר?', 'when open bridge?'],
  ])('has what asks first, then its words: %s', (question, english) => {
    expect(putInEnglish(question)).toBe(english);
  });

  it.each([
    ['Was kostet der Brimnes?', 'what cost Brimnes?'],
    ['Сколько Dalvena платит за молоко?', 'how much Dalvena pay cow?'],
    ['¿Cuántas casas vendió Casa Roja en 2031?', 'how many house sell Casa Roja 2031?'],
  ])('keeps names and numbers: %s', (question, english) => {
    expect(putInEnglish(question)).toBe(english);
  });

  it.each(['Who opened the bridge?', 'harbour fees', 'What was the die cast of?', '橋はいつ開通しますか？'])(
    'is left as it is in English and where no words are listed: %s',
    (question) => {
      expect(putInEnglish(question)).toBe(question);
    },
  );

  it('never is in other letters than English ones where its words are listed', () => {
    const anyWords = fc.array(fc.constantFrom(...MEANINGS.flatMap(({ words }) => words.get('ru') ?? [])), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(anyWords, (words) => {
        expect(putInEnglish(`Когда ${words.join(' ')}?`)).toMatch(/^[\p{Script=Latin}\d ?.,-]*$/u);
      }),
    );
  });

  it('takes any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(typeof putInEnglish(text)).toBe('string');
      }),
    );
  });
});

describe('the meanings of words', () => {
  it('have words of each language in every row', () => {
    for (const { words } of MEANINGS) {
      for (const language of MEANING_LANGUAGES) expect(words.get(language)?.length).toBeGreaterThan(0);
    }
  });

  it.each([
    ['Bürgermeisterin', 'de', 'alcaldesa', 'es'],
    ['Eintrittspreise', 'de', 'prices', 'en'],
    ['fermeture', 'fr', 'closed', 'en'],
    ['والمستشفى', 'ar', 'hospital', 'en'],
    ['הגשר', 'he', 'Brücke', 'de'],
  ])('are shared: %s (%s) and %s (%s)', (one, language, other, itsLanguage) => {
    const meanings = meaningsOf(other, itsLanguage);
    expect(meaningsOf(one, language).some((meaning) => meanings.includes(meaning))).toBe(true);
  });
});
