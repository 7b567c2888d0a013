import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitOtherSentences } from '../../src/article/other-sentences.js';
import { splitSentences } from '../../src/article/sentences.js';

/** Each text with `|` where a sentence ends and the next begins. */
const ENGLISH = [
  'The gates close at 6 p.m. | Moe walked home.',
  'The gates close at 6 p.m. | The rest is silence.',
  'It starts at 9 a.m. Monday in the hall.',
  'It starts at 9 a.m. Eastern time.',
  'It ends at 10 p.m. GMT on Friday.',
  'It opened at 9am. | Crowds came.',
  'It closed at 8pm. | Nobody stayed.',
  'The wall is 5 ft. | Berit Moe built it.',
  'The wall is 12ft. | Climbers love it.',
  'He is 6 ft. 2 in. tall.',
  'The lock weighs 40 lb. | Carry it in two.',
  'The trail runs 3 mi. | Dogs are welcome.',
  'She moved to Ft. Harrow last year.',
  'They climbed Mt. Tarn at dawn.',
  'He lives on Quay St. | Moe lives next door.',
  'The shop is at 12 Quay St. | Rents are low.',
  'The shop is in Quay St. | The owner is away.',
  'The bells of St. Brigid rang.',
  'She was born in Port St. Lucie.',
  'They met at the corner of Mill St. | Both were late.',
  'He admired Ove Lind Jr. | The feeling was mutual.',
  'The prize went to Ove Lind Jr. | Berit Moe was second.',
  'Ove Lind Jr. Boulevard is closed.',
  'Lemons hold vitamin C. | Oranges do too.',
  'Lemons hold vitamin C. | Berit Moe sells both.',
  'He had hepatitis B. | Doctors were slow.',
  'We need a plan B. | Moe has none.',
  'The match was in group C. | Pellmouth won it.',
  'They left terminal A. | Buses waited.',
  'The book is by J. Moe of Tarn.',
  'A letter from A. B. Quill was read.',
  'He spoke to J. Fox and K. Lind.',
  'The fair ended on Dec. 31st. | Snow fell.',
  'It ran from Jan. 2nd. | Tickets sold out.',
  'It was on Dec. 31 that she left.',
  'It began in Jan. | The crowd grew.',
  'He retired in Nov. | Berit Moe took over.',
  'The Com. & Adm. Hall was full.',
  'The firm Moe & Co. & Sons closed.',
  'He works for Tarnwick Inc. | The firm is old.',
  'He works for Tarnwick Inc. | Berit Moe does not.',
  'He works for Tarnwick Inc. | Berit Moe said so.',
  'Tarnwick Inc. President Berit Moe resigned.',
  'Tarnwick Corp. Chairman Ove Lind said so.',
  'They sell plums, pears, etc. | Moe likes pears.',
  'The U.S. Senate met.',
  'He left the U.S. | He never came back.',
  'Mr. Lind met Dr. Moe.',
  'Prof. Quill and Gen. Tarn agreed.',
  'She said no. | He said yes.',
  'See No. 12 for details.',
  'See fig. 3 and vol. 2 of it.',
  'It cost $3.5m. | Nobody paid.',
  'It cost 3.5 million. | Nobody paid.',
  'The race was 5k. | Moe won.',
  '“Why?” he asked.',
  '“Go!” she said. | He went.',
  'It weighs 3 kg. | Lift it.',
  'The oven stood at 200 C. | Bread burned.',
  'Turn left at gate D. | Walk on.',
  'It holds e.g. plums and i.e. fruit.',
  'In World War I. | The town burned.',
  'The temperature fell to 40 F. | Pipes froze.',
  'It lies approx. Two miles off.',
  'He read vol. 2. | Then he slept.',
];

const OTHER: readonly (readonly [language: string, text: string])[] = [
  ['de', 'Zitronen haben Vitamin C. | Orangen auch.'],
  ['de', 'Der Zug fährt um 18 Uhr. | Danach ist Schluss.'],
  ['de', 'Sie kam am 3. März nach Tarn.'],
  ['de', 'Das kostet 1,5 Mio. Euro im Jahr.'],
  ['de', 'Wir brauchen einen Plan B. | Niemand hat ihn.'],
  ['de', 'J. Moe traf K. Lind.'],
  ['es', 'Abre a las 6 p. m. | El puente cierra antes.'],
  ['es', 'El limón tiene vitamina C. | La naranja también.'],
  ['es', 'El Sr. Lind vive en la Avda. Mayor.'],
  ['fr', 'Le citron contient de la vitamine C. | Les oranges aussi.'],
  ['fr', 'M. Lind a vu le Dr. Moe.'],
  ['pt', 'O limão tem vitamina C. | A laranja também.'],
  ['pt', 'O Sr. Lind mora na Av. Central.'],
  ['ru', 'В лимоне есть витамин С. | В апельсине тоже.'],
  ['ru', 'Билет стоит 500 руб. | Дети проходят бесплатно.'],
  ['ru', 'Он живёт на ул. Мира.'],
  ['it', 'Il limone contiene vitamina C. | Anche le arance.'],
  ['nl', 'De citroen bevat vitamine C. | Sinaasappels ook.'],
];

function splitBy(split: typeof splitSentences, marked: string, language: string): string {
  const text = marked.replaceAll(' | ', ' ');
  return split(text, { start: 0, end: text.length }, language)
    .map(({ start, end }) => text.slice(start, end))
    .join(' | ');
}

describe('a sentence ends where it ends', () => {
  test.each(ENGLISH)('%s', (marked) => {
    expect(splitBy(splitSentences, marked, 'en')).toBe(marked);
  });

  test.each(OTHER)('in %s: %s', (language, marked) => {
    expect(splitBy(splitOtherSentences, marked, language)).toBe(marked);
  });
});

test('sentences cover any text, in order, without overlaps', () => {
  const pieces = fc.constantFrom(
    '6 p.m.',
    'St.',
    'Quay',
    'vitamin C.',
    'Jr.',
    '& Adm.',
    '12ft.',
    'No.',
    '“',
    '?”',
    'The',
    'он',
    '。',
    '31st.',
  );
  fc.assert(
    fc.property(
      fc.array(fc.oneof(pieces, fc.string({ unit: 'grapheme', maxLength: 8 }))),
      fc.constantFrom('en', 'de', 'ru', 'ja'),
      (words, language) => {
        const text = words.join(' ');
        const split = language === 'en' ? splitSentences : splitOtherSentences;
        let at = 0;
        for (const { start, end } of split(text, { start: 0, end: text.length }, language)) {
          expect(start >= at && end > start).toBe(true);
          expect(text.slice(at, start).trim()).toBe('');
          at = end;
        }
        expect(text.slice(at).trim()).toBe('');
      },
    ),
    { numRuns: 300 },
  );
});
