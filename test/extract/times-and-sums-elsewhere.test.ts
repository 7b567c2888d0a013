import { describe, expect, test } from 'vitest';
import { textAt } from '../../src/article/article.js';
import { hasTimeWords } from '../../src/language/time-words.js';
import { rankByWords } from '../../src/search/other-languages/rank-by-words.js';
import { buildTestCorpus } from '../corpus-builder.js';

async function read(text: string, language: string) {
  const corpus = await buildTestCorpus([{ id: 'a', text, language }]);
  const [article] = corpus.articles;
  if (article === undefined) throw new Error('There is no article.');
  return corpus.read(article);
}

/** ANSWERS_FROM_WORDS of the answer layer. */
const ANSWERS_FROM = 0.72;

describe('a question for a time is answered by', () => {
  test.each([
    [
      'de',
      'Wann wurde der Hafen geschlossen?',
      'Der Hafen wurde am Montag geschlossen.',
      'Der Hafen ist groß und alt.',
    ],
    ['de', 'Wann öffnet das Museum?', 'Das Museum öffnet nächste Woche.', 'Das Museum hat viele Bilder.'],
    ['de', 'Wann beginnt die Sitzung?', 'Die Sitzung beginnt um 18 Uhr.', 'Die Sitzung ist öffentlich.'],
    ['es', '¿Cuándo cerró el puerto?', 'El puerto cerró ayer.', 'El puerto es muy antiguo.'],
    ['es', '¿Cuándo abre el museo?', 'El museo abre el martes.', 'El museo tiene muchos cuadros.'],
    ['fr', 'Quand le port a-t-il fermé ?', 'Le port a fermé lundi.', 'Le port est très ancien.'],
    ['fr', 'Quand ouvre le musée ?', 'Le musée ouvre à 18 heures.', 'Le musée possède des tableaux.'],
    ['pt', 'Quando fechou o porto?', 'O porto fechou na terça.', 'O porto é muito antigo.'],
    ['ru', 'Когда закрыли порт?', 'Порт закрыли в среду.', 'Порт очень старый.'],
    ['ru', 'Когда откроется музей?', 'Музей откроется на следующей неделе.', 'Музей хранит картины.'],
    ['he', 'מתי נסגר הנמל?', 'הנמל נסגר ביום שלישי.', 'הנמל ישן מאוד.'],
    ['ar', 'متى أغلق الميناء؟', 'أغلق الميناء يوم الثلاثاء.', 'الميناء قديم جدا.'],
  ])('in %s: %s %s', async (language, question, answer, other) => {
    const reading = await read(`${other} ${answer}`, language);
    const { sentences, confidence } = rankByWords([reading], question, language);
    const [best] = sentences;
    expect(best === undefined ? '' : textAt(reading.article, best.sentence)).toBe(answer);
    expect(confidence).toBeGreaterThanOrEqual(ANSWERS_FROM);
  });

  test.each([
    ['de', 'Der Hafen ist groß.'],
    ['es', 'El puerto es grande.'],
    ['fr', 'Le port est grand.'],
    ['pt', 'O porto é grande.'],
    ['ru', 'Порт стоит среди скал.'],
    ['he', 'הנמל גדול.'],
    ['ar', 'الميناء كبير.'],
  ])('in %s nothing in: %s', (language, text) => {
    expect(hasTimeWords(text, language)).toBe(false);
  });
});

describe('sums are amounts with their unit', () => {
  test.each([
    ['de', 'Der Kran kostete 12.500 Euro.', ['amount 12.500 Euro']],
    ['de', 'Der Umbau kostet 1,5 Mio. Euro.', ['amount 1,5 Mio. Euro']],
    ['de', 'Es fehlen 3 Milliarden Franken.', ['amount 3 Milliarden Franken']],
    ['de', 'Sie zählten 61 Mio. Fische.', ['number 61 Mio.']],
    ['de', 'Es kamen 300 Gäste.', ['number 300']],
    ['es', 'Costó 3,8 millones de euros.', ['amount 3,8 millones de euros']],
    ['es', 'Pagó 200 pesos.', ['amount 200 pesos']],
    ['fr', 'Une amende de 9,4 millions d’euros.', ['amount 9,4 millions d’euros']],
    ['fr', 'Il a payé 1 150 euros.', ['amount 1 150 euros']],
    ['pt', 'A obra custou R$ 2,5 milhões.', ['amount R$ 2,5 milhões']],
    ['pt', 'Custa 40 reais.', ['amount 40 reais']],
    ['ru', 'Билет стоит 3 тыс. рублей.', ['amount 3 тыс. рублей']],
    ['ru', 'Сеть продали за 2,4 млрд рублей.', ['amount 2,4 млрд рублей']],
    ['he', 'המכרז בהיקף 64 מיליון שקל.', ['amount 64 מיליון שקל']],
    ['ar', 'بلغت الخسائر 12.5 مليون دولار.', ['amount 12.5 مليون دولار']],
  ])('in %s: %s', async (language, text, facts) => {
    const reading = await read(text, language);
    expect(reading.facts.map(({ kind, value }) => `${kind} ${textAt(reading.article, value)}`)).toEqual(
      facts,
    );
  });
});
