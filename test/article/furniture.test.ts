import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textAt } from '../../src/article/article.js';
import { createArticle } from '../../src/article/create-article.js';

const meta = {
  title: 'The quay',
  url: null,
  author: null,
  publisher: null,
  published: null,
  language: 'en',
};
const PROSE = 'The harbour office closed the quay on Monday after a crack was found in its wall.';
const MORE = 'Divers will look at the piles this week, and nobody may moor there until they have.';

function read(...paragraphs: string[]) {
  const text = paragraphs.join('\n\n');
  const article = createArticle({ id: 'a', meta, text });
  return {
    article,
    prose: article.paragraphs.map(({ number, kind, ...span }) => [kind, number, textAt(article, span)]),
    asides: article.asides.map(({ kind, ...span }) => [kind, textAt(article, span)]),
  };
}

describe('page furniture', () => {
  it.each([
    ['byline', 'By Ada Finch'],
    ['byline', 'By Ada Finch and Bo Reed in Port Arden'],
    ['byline', 'Ada Finch, Harbour Correspondent'],
    ['byline', '(Reporting by Ada Finch; editing by Bo Reed)'],
    ['byline', 'Von Ada Finch'],
    ['byline', 'By Ada Finch | 3 March 2025 | 5 min read'],
    ['byline', 'By Ada Finch | May 14, 2031'],
    ['time', '**Monday, March 3, 2031** · Tor Lindqvist'],
    ['byline', '*By Ada Finch* | __3 March 2025__'],
    ['byline', 'By Ada Finch and Bo Reed, Port Post, 14 May 2031, 9:30 am'],
    ['byline', 'By Ada Finch, Wednesday 14th May 2031'],
    ['time', '5 min read'],
    ['time', 'Updated 3 March 2025, 14:05'],
    ['time', 'Published: March 3, 2025 at 9:14 a.m. EST'],
    ['time', '2 hours ago'],
    ['time', '14:05'],
    ['time', 'Monday, 3 March 2025'],
    ['caption', 'Photo: The quay on Monday morning, with the crack in its wall. Credit: Bo Reed'],
    ['caption', 'The quay on Monday morning. (Photo: Bo Reed)'],
    ['caption', 'The quay on Monday morning. Photograph: Bo Reed/Port Post'],
    ['caption', 'Photo by Bo Reed for the Port Post'],
    ['caption', 'Fig. 3: How the piles stand'],
    ['caption', 'Bild: Hafenamt'],
    ['caption', 'Source: Harbour office'],
    ['link', 'Read more: The ten oldest quays of the coast'],
    ['link', 'READ ALSO — Who pays for the quay?'],
    ['link', 'Read more about the quay on our harbour page'],
    ['link', 'Related: Divers find a bell'],
    ['link', 'Lesen Sie auch: Wer den Kai bezahlt'],
    ['link', 'À lire aussi : qui paie le quai ?'],
    ['link', 'More on this story'],
    ['notice', 'Sign up for our morning newsletter and get the harbour in your inbox.'],
    ['notice', 'Follow us on Facebook'],
    ['notice', 'Facebook Twitter WhatsApp Copy link'],
    ['notice', 'Share this article'],
    ['notice', 'Advertisement'],
    ['notice', '© 2025 Port Post. All rights reserved.'],
    ['notice', '12 comments'],
    [
      'correction',
      'Correction: An earlier version of this story said that the wall was new. It is a hundred years old.',
    ],
    ['correction', 'Correction, 5 March: the quay is in Port Arden, not in Lowick.'],
    ['correction', 'This article was amended on 4 March to correct the height of the wall.'],
    ['byline', 'Text: Ada Finch'],
    ['byline', 'With files from the Associated Press'],
    ['byline', '— With reporting by Bo Reed'],
    ['byline', 'The Associated Press contributed to this report.'],
    ['byline', 'Ada Finch and Bo Reed contributed reporting to this story'],
    ['caption', 'Getty Images'],
    ['caption', 'Courtesy of the harbour office'],
    ['caption', 'Image caption, The hall was full on Tuesday'],
    ['link', 'Home > News > Harbour'],
    ['link', 'Go deeper: why quays crack'],
    ['notice', 'Never miss a story: sign up to our newsletter.'],
    ['notice', 'What do you think? Let us know in the comments.'],
    ['notice', 'Log in to continue reading.'],
    ['notice', 'Article continues after this advertisement'],
    ['notice', 'Contact Ada Finch at ada@portpost.example'],
    ['notice', 'LIVE'],
    ['correction', 'Anmerkung der Redaktion: Der Text wurde nachträglich geändert.'],
  ])('is told from prose as a %s: %s', (kind, line) => {
    const { prose, asides } = read(PROSE, line, MORE);
    expect(asides).toEqual([[kind, line]]);
    expect(prose).toEqual([
      ['text', 1, PROSE],
      ['text', 2, MORE],
    ]);
  });

  it.each([
    'Nobody was hurt.',
    'No.',
    '“We heard it crack,” said Ada Finch.',
    '“Never again.”',
    'By Friday the water had gone.',
    'By then, three boats had left.',
    'Share prices of the yard fell by a tenth.',
    'Shares were untouched.',
    'Follow the river for two miles and you come to the mill.',
    'Sign up for the walk at the town hall by Friday.',
    'Subscribers paid nine crowns a month.',
    'Photo albums from the flood were dried on lines in the hall.',
    'The photo shows the quay as it was.',
    'A correction was printed the next day: the wall is old.',
    'Read more books, the mayor told the pupils.',
    'Related companies owned the other half.',
    'Watch out for the third step.',
    'It rained on 3 March 2025.',
    '14 boats.',
    'In 2019, 48 people lived there.',
    'More people came than ever.',
    'Comments closed at noon, the clerk said.',
    'Our reporter asked; the clerk would not say.',
    'The newsletter of the yacht club has 300 readers.',
    'Bo Reed is a reporter who lives on the quay.',
    'The miller contributed to this success.',
    'Courtesy costs nothing, the clerk said.',
    'Tickets: 8 crowns',
    'Opening hours: 9 to 5',
    'Doors open at 7pm',
    'Admission: free',
  ])('is not taken from prose: %s', (line) => {
    const { prose, asides } = read(PROSE, line, MORE);
    expect(asides).toEqual([]);
    expect(prose).toEqual([
      ['text', 1, PROSE],
      ['text', 2, line],
      ['text', 3, MORE],
    ]);
  });

  it('has no sentences and no passages, so that nothing ranks or quotes it', () => {
    const { article } = read(
      'By Ada Finch',
      PROSE,
      'Photo: “The quay”, by Bo Reed',
      'Read more: The bell',
      MORE,
    );
    expect(article.sentences.map((sentence) => textAt(article, sentence))).toEqual([PROSE, MORE]);
    expect(article.passages.map((passage) => textAt(article, passage))).toEqual([PROSE, MORE]);
  });

  it('counts no heading: short lines between paragraphs, or the title once more', () => {
    expect(read('The quay', PROSE, 'What the divers look for', MORE).prose).toEqual([
      ['heading', 1, 'The quay'],
      ['text', 1, PROSE],
      ['heading', 2, 'What the divers look for'],
      ['text', 2, MORE],
    ]);
  });

  it('tells who wrote the article where a byline or its own data name them, and of nobody else', () => {
    const about = 'Ada Finch is a reporter at the Port Post.';
    expect(read('By ADA FINCH', PROSE, MORE, about).asides).toEqual([
      ['byline', 'By ADA FINCH'],
      ['byline', about],
    ]);
    const text = [PROSE, MORE, 'Bo Reed', 'Bo Reed covers ships for the Post.', about].join('\n\n');
    const article = createArticle({ id: 'a', meta: { ...meta, author: 'Cy Dorn and Bo Reed' }, text });
    expect(article.asides.map((aside) => textAt(article, aside))).toEqual([
      'Bo Reed',
      'Bo Reed covers ships for the Post.',
    ]);
    const master = 'Ada Finch is the harbour master of Port Arden.';
    expect(read('By Ada Finch', PROSE, master).prose.at(-1)).toEqual(['text', 2, master]);
  });

  it.each(['More from The Tide', 'Read next:', 'You may also like'])(
    'takes the headlines below the article along that a label heads: %s',
    (label) => {
      const { asides, prose } = read(
        PROSE,
        MORE,
        label,
        'Mayor denies a second quay',
        'Who pays for the wall?',
      );
      expect(asides.map(([kind]) => kind)).toEqual(['link', 'link', 'link']);
      expect(prose).toHaveLength(2);
      expect(read(PROSE, label, MORE, 'Nobody was hurt').asides).toEqual([['link', label]]);
    },
  );

  it('leaves the lines of a poem and of a list as they are', () => {
    const lines = ['Adult 8 crowns', 'Child 3 crowns', 'Dog free'];
    expect(read(PROSE, ...lines).prose.map(([kind]) => kind)).toEqual(['text', 'text', 'text', 'text']);
  });
});

describe('a dateline', () => {
  it.each([
    'Port Arden —',
    'PORT ARDEN –',
    'PORT ARDEN, March 3 —',
    'BERLIN, March 3 (Reuters) —',
    'LONDON (AP) —',
    '(Reuters) -',
    'Lowick (dpa) –',
    'PARIS, 3 mars (AFP) –',
    'Madrid, 3 mar (EFE).-',
    "ST. JOHN'S, Newfoundland —",
    'RIO DE JANEIRO --',
    'МОСКВА, 3 марта /ТАСС/.',
  ])('is cut off before the sentence that it stands before: %s', (dateline) => {
    const { article, prose, asides } = read(`${dateline} ${PROSE}`, MORE);
    expect(asides).toEqual([['dateline', dateline]]);
    expect(prose[0]).toEqual(
      ['text', 1, PROSE].map((part) => (part === PROSE ? ` ${PROSE}`.trimStart() : part)),
    );
    expect(article.sentences.map((sentence) => textAt(article, sentence))[0]).toBe(PROSE);
  });

  it.each([
    'Ada Finch — Port Arden’s mayor — said that the quay would be closed.',
    'The answer — Nobody had looked at the wall for forty years.',
    'Port Arden — a town of fishermen — has one quay and two churches.',
    'Step One — Take the boat out of the water and dry it.',
    'Monday — The storm came in from the west and stayed.',
    'Winners — Ada Finch',
    'WARNING — The bridge is closed until the divers are back.',
  ])('is none where a sentence goes on, or an entry begins: %s', (line) => {
    expect(read(line, MORE).asides).toEqual([]);
  });

  it.each(['PORT ARDEN:', 'PORT ARDEN.', 'Port Arden.', '[Port Arden]', 'Port Arden |'])(
    'ends in a mark that ends much else only where the text names the place: %s',
    (dateline) => {
      const named = 'Divers will look at the piles in Port Arden this week, the mayor said.';
      const { article, asides } = read(`${dateline} ${PROSE}`, named);
      expect(asides).toEqual([['dateline', dateline]]);
      expect(article.sentences.map((sentence) => textAt(article, sentence))).toEqual([PROSE, named]);
      expect(read(`${dateline} ${PROSE}`, MORE).asides).toEqual([]);
    },
  );

  it.each(['Silence.', 'Ada Finch:', 'MAYOR:', 'M.'])('is no other word with a mark: %s', (label) => {
    const named = 'The mayor spoke to Ada Finch in silence, as M. Roque had asked.';
    expect(read(`${label} ${PROSE}`, named).asides).toEqual([]);
  });

  it('is none where several paragraphs begin so, as entries and speakers do', () => {
    const entries = [
      'Harbour — The office opens at nine in summer.',
      'Mill Lane — The office opens at ten in summer.',
    ];
    expect(read(...entries).asides).toEqual([]);
    const speakers = [
      'ANNA — I have never seen such a wall.',
      'BO — It is a very old one.',
      'ANNA — Nobody told me about it.',
    ];
    expect(read(...speakers).asides.map(([, words]) => words)).not.toContain('ANNA —');
  });
});

describe('any text', () => {
  const line = fc.oneof(
    fc.string({ maxLength: 60, unit: 'grapheme' }),
    fc.constantFrom(
      PROSE,
      MORE,
      'By Ada Finch',
      'LONDON (AP) — The quay is shut.',
      'Photo: Bo',
      'The fees:',
      '- Adult',
      '# A',
    ),
  );

  it('is parted into paragraphs and asides that are in order, overlap nowhere and leave no word out', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const text = lines.join('\n\n');
        const { paragraphs, asides, sentences } = createArticle({ id: 'a', meta, text });
        const spans = [...paragraphs, ...asides].sort((a, b) => a.start - b.start || a.end - b.end);
        let end = 0;
        for (const span of spans) {
          expect(text.slice(end, span.start).trim()).toBe('');
          expect(span.start).toBeGreaterThanOrEqual(end);
          end = span.end;
        }
        expect(text.slice(end).trim()).toBe('');
        for (const sentence of sentences) {
          const own = paragraphs[sentence.paragraph - 1];
          expect(own && own.start <= sentence.start && sentence.end <= own.end).toBe(true);
        }
        const numbers = paragraphs.filter(({ kind }) => kind !== 'heading').map(({ number }) => number);
        expect(numbers).toEqual(numbers.map((_, i) => i + 1));
      }),
    );
  });
});
