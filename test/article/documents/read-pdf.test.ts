import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DocumentBody } from '../../../src/article/documents/document.js';
import { MOST_PAGES, readPdf } from '../../../src/article/documents/read-pdf.js';
import { makePdf, makePicturePdf, type PlacedPage } from './make-pdf.js';

const PIER: readonly PlacedPage[] = [
  {
    header: 'The Port Post · 3 March',
    footer: '1',
    lines: [
      { text: 'Storm takes the old pier', size: 20 },
      { above: 10, text: 'The old pier of Port Arden fell on Monday night, when the har-' },
      'bour wall gave way to waves of six metres, the harbour master said.',
      { above: 8, text: 'Nobody was hurt. The town will rebuild the pier in a year, and the coun-' },
      'cil has set aside four million crowns for the work, which begins in',
    ],
  },
  {
    header: 'The Port Post · 3 March',
    footer: '2',
    lines: [
      'May and ends before the summer of next year.',
      { above: 8, text: 'Tickets for the ferry cost 8 crowns until then.' },
    ],
  },
];

async function read(
  pages: readonly PlacedPage[],
  options: PDFKit.PDFDocumentOptions = {},
): Promise<DocumentBody> {
  const parsed = await readPdf(await makePdf(pages, options));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.reason));
  return parsed.body;
}

/** Kind, page and text of each block. */
function list({ text, blocks }: DocumentBody): (readonly [string, number | undefined, string])[] {
  return blocks.map(({ kind, page, start, end }) => [kind, page, text.slice(start, end)]);
}

describe('the text of a PDF', () => {
  it('joins a paragraph over lines and pages, undoes hyphenation, and sets headers and page numbers beside it', async () => {
    expect(list(await read(PIER))).toEqual([
      ['running', 1, 'The Port Post · 3 March'],
      ['heading', 1, 'Storm takes the old pier'],
      [
        'text',
        1,
        'The old pier of Port Arden fell on Monday night, when the har\u00adbour wall gave way to waves of six metres, the harbour master said.',
      ],
      [
        'text',
        1,
        'Nobody was hurt. The town will rebuild the pier in a year, and the coun\u00adcil has set aside four million crowns for the work, which begins in May and ends before the summer of next year.',
      ],
      ['running', 1, '1'],
      ['running', 2, 'The Port Post · 3 March'],
      ['text', 2, 'Tickets for the ferry cost 8 crowns until then.'],
      ['running', 2, '2'],
    ]);
  });

  it('keeps a hyphen at the end of a line if the text writes the word so elsewhere, or goes on with a capital', async () => {
    const body = await read([
      {
        lines: [
          'The well-known ferry to the island of Norrey was built by a well-',
          'known yard; a second ferry came from the yard of the Anglo-',
          'Danish line.',
        ],
      },
    ]);
    expect(body.text).toBe(
      'The well-known ferry to the island of Norrey was built by a well-known yard; a second ferry came from the yard of the Anglo-Danish line.',
    );
  });

  it('begins a paragraph at an indented line, at an item of a list, and after a short last line', async () => {
    const body = await read([
      {
        lines: [
          'The council met on Tuesday evening to hear what the new wall would cost, and',
          'heard nothing.',
          'It will meet again when the engineers have counted the stones of the old wall,',
          'the mayor, Lina Marsh, told those who had come to the hall of the old school in',
          {
            text: 'Members asked three questions before the lights went out in the hall, and the',
            indent: 18,
          },
          'chair answered none of them. They were these, as the minutes of the evening give:',
          {
            text: '• Who pays for the wall, which is to be twice as high as the one that fell in the',
            indent: 10,
          },
          { text: 'winter?', indent: 22 },
          { text: '• When does it open?', indent: 10 },
        ],
      },
    ]);
    expect(list(body).map(([, , text]) => text.slice(0, 24))).toEqual([
      'The council met on Tuesd',
      'It will meet again when ',
      'Members asked three ques',
      '• Who pays for the wall,',
      '• When does it open?',
    ]);
    expect(body.text).toContain('the one that fell in the winter?');
  });

  it('sets a header beside the text if its number counts on with the pages, whatever its words are', async () => {
    const body = await read(
      ['The pier', 'The wall', 'The ferry', 'The school'].map((chapter, i) => ({
        header: `${chapter}   ${i + 11}`,
        lines: [`${chapter} was built in the year of the great frost by the people of the town.`],
      })),
    );
    expect(list(body).filter(([kind]) => kind === 'running')).toHaveLength(4);
    expect(list(body).filter(([kind]) => kind === 'text')).toHaveLength(4);
  });

  it('leaves the first lines of pages in the text that are alike but for their numbers', async () => {
    const item = (n: number): string =>
      `Item ${n}. The board heard that pile ${n * 7} has to be replaced before the winter, and`;
    const body = await read(
      [1, 2, 3, 4].map((n) => ({
        header: 'Minutes of the board',
        footer: `Page ${n} of 4`,
        lines: [
          item(n),
          `that it will cost ${n}0,000 crowns. Ida Moe told of it.`,
          { above: 8, text: 'Nobody spoke against it.' },
        ],
      })),
    );
    expect(list(body).filter(([kind]) => kind === 'running')).toHaveLength(8);
    expect(
      list(body)
        .filter(([kind]) => kind === 'text')
        .map(([, page, text]) => [page, text.slice(0, 7)]),
    ).toEqual(
      [1, 2, 3, 4].flatMap((n) => [
        [n, `Item ${n}.`],
        [n, 'Nobody '],
      ]),
    );
  });

  it('leaves a number in the middle of the page and a line that stands on one page alone in the text', async () => {
    const body = await read([
      { lines: ['The mast is as high as a house of this many floors:', '12', 'It is old.'] },
    ]);
    expect(list(body).every(([kind]) => kind === 'text')).toBe(true);
    expect(body.text).toContain('12');
  });
});

describe('what a PDF says of itself', () => {
  it('is its title, author and language', async () => {
    const { meta } = await read(PIER, { lang: 'en-GB', info: { Title: 'The pier', Author: 'Ada Finch' } });
    expect(meta).toMatchObject({ title: 'The pier', author: 'Ada Finch', language: 'en-GB' });
  });

  it.each(['pier-final.docx', 'Microsoft Word - pier', 'untitled', ''])(
    'is its first heading if its title is %j, as a program leaves it',
    async (title) => {
      const { meta } = await read(PIER, { info: { Title: title } });
      expect(meta.title).toBe('Storm takes the old pier');
    },
  );
});

describe('a PDF that cannot be read', () => {
  it.each([
    ['asks for a password', () => makePdf(PIER, { userPassword: 'secret' }), 'articles.encrypted'],
    ['has pictures alone', makePicturePdf, 'articles.scanned'],
    ['is cut off', async () => (await makePdf(PIER)).slice(0, 700), 'articles.damaged'],
    ['is another file', async () => new TextEncoder().encode('%PDF-1.7\nThe pier fell.'), 'articles.damaged'],
    ['is empty', async () => new Uint8Array(), 'articles.damaged'],
  ])('is refused if it %s', async (_, make, message) => {
    expect(await readPdf(await make())).toMatchObject({ ok: false, reason: { message } });
  });

  it('is refused if it has more pages than an article may have', async () => {
    const bytes = await makePdf(Array.from({ length: MOST_PAGES + 1 }, () => ({ lines: [] })));
    expect(await readPdf(bytes)).toMatchObject({
      ok: false,
      reason: { message: 'articles.too-many-pages', values: { pages: MOST_PAGES + 1, most: MOST_PAGES } },
    });
  });

  it('never throws, whatever byte of it is another', async () => {
    const bytes = await makePdf(PIER);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 12 }),
        async (changes) => {
          const other = bytes.slice();
          for (const [at, value] of changes) other[at] = value;
          const parsed = await readPdf(other);
          if (!parsed.ok) return;
          const { text, blocks } = parsed.body;
          for (const { start, end } of blocks) expect(text.slice(start, end)).not.toBe('');
        },
      ),
      { numRuns: 60 },
    );
  });
});
