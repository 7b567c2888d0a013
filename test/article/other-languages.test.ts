import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { textAt } from '../../src/article/article.js';
import { createArticle } from '../../src/article/create-article.js';
import { detectLanguage } from '../../src/article/detect-language.js';
import { readFixture, readQuestions } from '../answer/language-fixtures.js';
import { fixtureText } from '../corpus-builder.js';

const META = { title: 'T', url: null, author: null, publisher: null, published: null };

function split(text: string, language: string): string[] {
  const article = createArticle({ id: 'a', meta: { ...META, language }, text });
  return article.sentences.map((sentence) => textAt(article, sentence));
}

describe('sentences in other languages', () => {
  it.each([
    [
      'de',
      [
        'Am 3. März kam Dr. Krull z. B. mit Prof. Maier.',
        'Das kostete ca. 3,5 Mio. Euro.',
        'Es war 1931.',
        'Dann kam J. Berg.',
      ],
    ],
    ['fr', ['M. Roque et Mme Ferrand arrivent.', 'Pourquoi ?', 'Elle le dit.']],
    ['es', ['El Sr. Gómez llegó.', '¿Por qué?', 'La Sra. Ruiz vino.']],
    ['pt', ['O Dr. Leitão mora na Av. Central.', 'Ele pinta.']],
    ['ru', ['На ул. Ленина стоит дом, построенный в 1931 г. архитектором А. С. Ремизовым.', 'Его снесли.']],
    ['he', ['ד"ר כהן הגיע.', 'למה?', 'כי רצה.']],
    ['ar', ['وصل د. سامي إلى الميناء.', 'لماذا؟', 'لأنه يعمل هناك.']],
    // Marks that close elsewhere open these.
    ['de', ['Krull kam.', '»Das ist gut«, sagte sie.', '»Ja.«', 'Dann ging sie.', '›Nie‹ stand da.']],
    ['da', ['Broen er åben.', '»Det er godt«, sagde Holm.', '»Nej?«', 'Hun gik.']],
    ['sv', ['Bron öppnades.', '”Det är bra”, sade Ek.', '»Nej», sade hon.', 'Hon gick.']],
    ['fi', ['Silta avattiin.', '”Hyvä”, sanoi Aalto.', 'Hän lähti.']],
    ['he', ['הגשר נפתח.', '”טוב”, אמרה כהן.', 'היא הלכה.']],
    // And close where nothing but white space is on their other side.
    ['fr', ['Elle dit : « Oui. » Puis elle partit.', 'Il resta.']],
    ['ru', ['Она сказала: «Да.»', 'Потом ушла.']],
  ])('in %s end where they end', (language, expected) => {
    expect(split(expected.join(' '), language)).toEqual(expected);
  });

  it('keep what is said in corner marks in one sentence, and give opening marks to the next', () => {
    expect(split('「はい。行きます。」と彼は言った。橋は開通した！', 'ja')).toEqual([
      '「はい。行きます。」と彼は言った。',
      '橋は開通した！',
    ]);
    expect(split('桥于2031年通车。“很好。”他说。', 'zh')).toEqual(['桥于2031年通车。', '“很好。”', '他说。']);
  });

  it.each([
    ['de', 'Der Hafen ist groß. Die Brücke am 3. Mai ist neu. ', 2],
    ['ja', '橋は開通した。「はい。行く。」と彼は言った。', 2],
  ])('are the same in a long text as in a short one (%s)', (language, text, count) => {
    const once = split(text, language);
    expect(once).toHaveLength(count);
    expect(split(text.repeat(300), language)).toEqual(Array.from({ length: 300 }, () => once).flat());
  });

  it('are cut into passages by letters where no space parts words', () => {
    const article = createArticle({
      id: 'a',
      meta: { ...META, language: 'ja' },
      text: '湊川市に新しい水族館が開館した。'.repeat(40),
    });
    expect(article.passages.length).toBeGreaterThan(1);
  });
});

describe('the language of an article', () => {
  it.each(Object.keys(readQuestions()))('is told from a text in %s that does not state it', (language) => {
    expect(readFixture(language, { isStated: false }).meta.language).toBe(language);
  });

  it('is what the source states, whatever the text looks like', () => {
    expect(readFixture('de').meta.language).toBe('de');
    expect(detectLanguage('')).toBe('en');
    expect(detectLanguage('Netanyahu, Trump, Blair, Qatar, Kairo')).toBe('en');
  });

  it('is English for English news, with foreign names and words in it', () => {
    const folders = [
      'news-harbour-levy',
      'news-clinic-inquiry',
      'news-rovers-sale',
      'people-harbour',
      'quotes-quarry',
      'facts-council',
      'facts-harbour',
    ];
    for (const folder of folders) expect(detectLanguage(fixtureText(folder)), folder).toBe('en');
    const seed = readFileSync(new URL('../../seeds/trump-netanyahu-call.txt', import.meta.url), 'utf8');
    expect(detectLanguage(seed)).toBe('en');
    expect(
      detectLanguage(
        '“Nous sommes très heureux de cette décision, et nous remercions tous les habitants de la ville,” Élodie Vasseur told the council of Montclar on Tuesday in her speech, and her deputy, Bastien Roque, nodded to the crowd that had come for the vote.',
      ),
    ).toBe('en');
  });
});
