import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analysePlainQuestion } from '../../src/language/plain-question.js';
import { tellLanguages } from '../../src/language/question-language.js';
import { soundOf } from '../../src/language/sound-of.js';

describe('the language that a question is asked in', () => {
  it.each([
    ['Who opened the bridge?', 'de', true],
    ['How much does the ticket cost?', 'ar', true],
    ['Кто открыл мост?', 'fr', true],
    ['Wer hat die Brücke eröffnet?', 'de', false],
    ['em que dia queimaram o ônibus', 'pt', false],
    ['¿Cuándo cerró el puerto?', 'es', false],
    ['Fähre Abfahrt', 'de', false],
    ['Quand le pont rouvre-t-il ?', 'ja', false],
  ])('%s to articles in %s is from elsewhere: %s', (question, language, isFromElsewhere) => {
    expect(analysePlainQuestion(question, language)).toMatchObject({ language, isFromElsewhere });
  });

  it.each([
    ['Quando começou a greve?', 'pt'],
    ['¿Dalvena subió el precio?', 'es'],
    ['Сколько Brightpail платит Dalvena?', 'ru'],
    ['כמה שילמה Winnie על Gerald?', 'he'],
    ['كم عدد سكان Sant Ferriol', 'ar'],
    ['Wie groß ist Norðhav?', 'de'],
  ])('is told though names are in other letters, and by letters of its own: %s', (question, language) => {
    expect(tellLanguages([question])).toEqual([language]);
  });
});

describe('what is left of a name in any alphabet', () => {
  it.each([
    ['Юлдашев', 'Yuldashev'],
    ['Портнова', 'Portnova'],
    ['كريم', 'Karim'],
    ['ברנשטיין', 'Bernstein'],
    ['Müller', 'Mueller'],
  ])('is the same for %s and %s', (one, other) => {
    expect(soundOf(one)).toBe(soundOf(other));
    expect(soundOf(one)).not.toBe('');
  });

  it('is letters that no vowel is among, or nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (word) => {
        expect(soundOf(word)).toMatch(/^(?:|[b-df-hj-np-tv-z]{3,})$/u);
      }),
    );
  });
});
