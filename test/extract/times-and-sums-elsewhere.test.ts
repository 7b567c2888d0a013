import { describe, expect, test } from 'vitest';
import { textAt } from '../../src/article/article.js';
import { isMonthIn } from '../../src/language/calendar-names.js';
import { foldWord } from '../../src/language/fold-word.js';
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
    ['es', '¿A qué hora abre la panadería?', 'La panadería abre a las seis.', 'La panadería es vieja.'],
    ['pt', 'A que horas abre a padaria?', 'A padaria abre às 6 horas.', 'A padaria é velha.'],
    ['ru', 'Когда продали кран?', 'Кран продали в марте.', 'Кран был старый.'],
    ['ru', 'Во сколько открывается пекарня?', 'Пекарня открывается в 6 часов утра.', 'Пекарня старая.'],
    ['he', 'מתי נמכר העגורן?', 'העגורן נמכר במרץ.', 'העגורן ישן.'],
    ['he', 'באיזו שעה נפתחת המאפייה?', 'המאפייה נפתחת בשעה 6.', 'המאפייה ישנה.'],
    ['it', 'Quando comincia la festa?', 'La festa comincia la prossima settimana.', 'La festa è grande.'],
    ['it', 'Quando è stata venduta la gru?', 'La gru è stata venduta due giorni fa.', 'La gru era vecchia.'],
    ['nl', 'Wanneer begint het feest?', 'Het feest begint volgende week.', 'Het feest is groot.'],
    ['nl', 'Hoe laat opent de bakker?', 'De bakker opent om 6 uur.', 'De bakker is oud.'],
    ['pl', 'Kiedy sprzedano dźwig?', 'Dźwig sprzedano w marcu.', 'Dźwig był stary.'],
    ['pl', 'Kiedy zaczyna się święto?', 'Święto zaczyna się za dwa dni.', 'Święto jest duże.'],
  ])('in %s: %s %s', async (language, question, answer, other) => {
    const analysis = await read(`${other} ${answer}`, language);
    const { sentences, confidence } = rankByWords([analysis], question, language);
    const [best] = sentences;
    expect(best === undefined ? '' : textAt(analysis.article, best.sentence)).toBe(answer);
    expect(confidence).toBeGreaterThanOrEqual(ANSWERS_FROM);
  });

  test.each([
    [
      'de',
      'dienstags|heute Abend|vor drei Tagen|in zwei Wochen|Ende der Woche|am Wochenende|im Sommer|kommenden Freitag',
    ],
    [
      'es',
      'la semana que viene|hace dos días|dentro de tres semanas|en verano|el próximo martes|este fin de semana',
    ],
    ['fr', 'il y a trois jours|dans deux semaines|à 18 h 30|en été|ce soir|mardi dernier|début mars'],
    ['pt', 'há dois dias|daqui a três semanas|no verão|na sexta|no fim de semana|no fim do mês'],
    ['it', 'ieri|tra tre settimane|alle sei|in estate|a mezzanotte|il mese scorso|domani sera'],
    ['nl', 'twee dagen geleden|over drie weken|om zes uur|in de zomer|vanavond|vorig jaar|eind maart'],
    ['pl', 'wczoraj|w przyszłym tygodniu|dwa dni temu|o godz. 18|latem|w południe|w sobotę'],
    ['ru', 'два дня назад|через три недели|в 18:30|летом|в мае|в следующую пятницу|ночью|в шесть утра'],
    ['he', 'לפני יומיים|בעוד שלושה שבועות|בקיץ|הערב|בסוף השבוע'],
    ['ar', 'قبل يومين|بعد ثلاثة أسابيع|في الصيف|في نيسان|بداية العام'],
    ['uk', 'у понеділок|наступного тижня|влітку'],
    ['sv', 'på måndag|igår|nästa vecka|klockan 18'],
    ['da', 'på mandag|i går|næste uge'],
    ['no', 'på mandag|i går|neste uke'],
    ['ja', '来週|昨日|月曜日'],
    ['zh', '下周|昨天|星期一'],
  ])('in %s each of %s', (language, times) => {
    for (const time of times.split('|'))
      expect([time, hasTimeWords(`X ${time} Y.`, language)]).toEqual([time, true]);
  });

  test('months in all their cases and with what is written in one with them', () => {
    const found = (words: string, language: string): string[] =>
      words.split(' ').filter((word) => isMonthIn(foldWord(word, language), language));
    expect(found('марте июне мая августом марка порт', 'ru')).toEqual(['марте', 'июне', 'мая', 'августом']);
    expect(found('marcu styczniem maju port', 'pl')).toEqual(['marcu', 'styczniem', 'maju']);
    expect(found('במרץ באפריל נמל', 'he')).toEqual(['במרץ', 'באפריל']);
    expect(found('ויוני שבמאי מלון', 'he')).toEqual(['ויוני', 'שבמאי']);
    expect(found('ومارس بأبريل ولمايو ميناء', 'ar')).toEqual(['ومارس', 'بأبريل', 'ولمايو']);
    expect(found('März Maria mai', 'de')).toEqual(['März', 'mai']);
  });

  test.each([
    ['pt', 'O fim do cais é de pedra.'],
    ['it', 'La fine del molo è di pietra.'],
    ['nl', 'Om de brug te sluiten.'],
    ['pl', 'Za dwa złote.'],
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
    ['de', 'Das sind 40 Tsd. Euro.', ['amount 40 Tsd. Euro']],
    ['de', 'EUR 3.000 fehlen.', ['amount EUR 3.000']],
    ['fr', 'Un budget de 1,2 M€.', ['amount 1,2 M€']],
    ['pt', 'Custa 1,5 mil milhões de euros.', ['amount 1,5 mil milhões de euros']],
    [
      'it',
      'Sono 3 miliardi di dollari e 20 mila euro.',
      ['amount 3 miliardi di dollari', 'amount 20 mila euro'],
    ],
    ['pl', 'To 3 mld dolarów.', ['amount 3 mld dolarów']],
    ['sv', 'Det kostar 1,5 miljoner kronor.', ['amount 1,5 miljoner kronor']],
    ['da', 'Det koster 1,5 mio. kr.', ['amount 1,5 mio. kr.']],
    ['uk', 'Це коштує 1,5 млн грн.', ['amount 1,5 млн грн.']],
    ['ja', '費用は1億5000万円だ。', ['amount 1億5000万円']],
    ['zh', '耗资1.5亿美元。', ['amount 1.5亿美元']],
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
    const analysis = await read(text, language);
    expect(analysis.facts.map(({ kind, value }) => `${kind} ${textAt(analysis.article, value)}`)).toEqual(
      facts,
    );
  });
});
