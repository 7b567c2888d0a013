import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../src/article/decode.js';
import { readSource } from '../../src/article/read-source.js';
import { toUtf8 } from '../../src/fetch/to-utf8.js';
import { inEnglishWords } from '../in-english.js';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const join = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));
const CAFE = 'The café on the quay serves crêpes and piñones.';

function text(bytes: Uint8Array): string {
  const decoded = decodeText(bytes);
  return decoded.ok ? decoded.text : inEnglishWords(decoded.reason);
}

describe('a file with bytes that are no UTF-8', () => {
  it.each([
    [
      'a stray byte',
      join(utf8(CAFE), Uint8Array.of(0x97), utf8(' It is open.')),
      `${CAFE}\ufffd It is open.`,
    ],
    ['a stray byte at the start', join(Uint8Array.of(0xe9), utf8(CAFE)), `\ufffd${CAFE}`],
    [
      'two stray bytes',
      join(utf8(CAFE), Uint8Array.of(0xa0), utf8(CAFE), Uint8Array.of(0xff), utf8(CAFE)),
      `${CAFE}\ufffd${CAFE}\ufffd${CAFE}`,
    ],
    ['an end within a character', utf8(`${CAFE} Olé`).slice(0, -1), `${CAFE} Ol\ufffd`],
    ['an end within its only character', utf8('They said “no”').slice(0, -1), 'They said “no\ufffd'],
  ])('keeps its letters with %s, and says so', (_, bytes, expected) => {
    expect(text(bytes)).toBe(expected);
    const parsed = readSource({ file: 'a.txt', bytes });
    const notes = parsed.ok ? parsed.article.notes.map((note) => inEnglishWords(note)) : [];
    expect(notes).toHaveLength(1);
    expect(notes[0]).toMatch(/^\d characters? could not be read/u);
  });

  it.each([
    ['windows-1252', 'The café was – so to say – “shut” for £5.'],
    [
      'windows-1251',
      'Порт закрыли в понедельник после того, как в стене нашли трещину. Мэр сказала, что ремонт займёт год.',
    ],
    [
      'koi8-r',
      'Порт закрыли в понедельник после того, как в стене нашли трещину. Мэр сказала, что ремонт займёт год.',
    ],
    [
      'iso-8859-2',
      'Přístav byl v pondělí uzavřen poté, co byla ve zdi nalezena trhlina. Starostka řekla, že oprava potrvá rok.',
    ],
    ['shift_jis', '港は月曜日に閉鎖された。壁にひびが見つかったためだ。市長は修理に一年かかると述べた。'],
    ['gb18030', '港口周一关闭,因为墙上发现了裂缝。市长说维修需要一年。'],
    ['windows-1255', 'הנמל נסגר ביום שני לאחר שנמצא סדק בקיר. ראש העיר אמרה שהתיקון יארך שנה.'],
    [
      'windows-1256',
      'أغلق الميناء يوم الاثنين بعد العثور على شق في الجدار. وقالت رئيسة البلدية إن الإصلاح سيستغرق عاما.',
    ],
    ['ibm866', 'Порт закрыли в понедельник: в стене нашли трещину.'],
    ['ibm866', 'Мэр Анна Вереск сказала, что ремонт займёт год, и что паром уйдёт в Норрей.'],
    ['windows-874', 'ท่าเรือปิดเมื่อวันจันทร์หลังพบรอยร้าวที่กำแพง นายกเทศมนตรีกล่าวว่าการซ่อมจะใช้เวลาหนึ่งปี'],
    ['windows-874', 'เรือสามลำจม ไม่มีใครบาดเจ็บ'],
    [
      'macintosh',
      'Le café du port a fermé après la tempête, dit la propriétaire. « Je reste », répète-t-elle.',
    ],
    ['macintosh', 'Der Bürgermeister hört zu: „Die Brücke ist schön“, sagt er, und zählt die Gäste.'],
    ['macintosh', 'El señor Muñoz cerró el café a las nueve y después llegó la policía.'],
    ['windows-1252', 'The pier—old, grey—fell at five o’clock–ish, and the Smiths’ boat sank.'],
    ['windows-1252', 'Der Bürgermeister hört zu: „Die Brücke ist schön“, sagt er, und zählt die Gäste.'],
    ['windows-1252', 'L’œuvre de la sœur est au cœur du château.'],
  ])('is read in %s, which explains all of it', (encoding, words) => {
    expect(text(new Uint8Array(iconv.encode(words, encoding)))).toBe(words);
  });

  it('of any UTF-8 text with letters beyond ASCII loses one byte and nothing else', () => {
    const word = fc.constantFrom('café', 'naïve', 'Øre', '“quay”', 'boat', 'Skerra –', '港', 'ß');
    fc.assert(
      fc.property(fc.array(word, { minLength: 3, maxLength: 30 }), fc.nat(), (words, at) => {
        const all = `é ${words.join(' ')} é`;
        const place = all.indexOf(' ', at % all.length);
        const cut = place === -1 ? all.length : place;
        const bytes = join(utf8(all.slice(0, cut)), Uint8Array.of(0xff), utf8(all.slice(cut)));
        expect(text(bytes)).toBe(`${all.slice(0, cut)}\ufffd${all.slice(cut)}`);
      }),
    );
  });
});

describe('control characters', () => {
  it.each(['The pier\u0092s wall is old.', '\u0093No,\u0094 she said.', 'Wait\u0085 and see.'])(
    'of Windows-1252 that were taken for Latin-1 make no binary file: %j',
    (words) => expect(text(utf8(words))).toBe(words),
  );

  it.each(['The pier\0 is old.', 'a\u0001b\u0002c', '\u0089PNG\r\n\u001a\n\0\0\0\rIHDR'])(
    'that no text has do: %j',
    (words) => expect(text(utf8(words))).toMatch(/binary|not a text|no text/iu),
  );
});

describe('what a page says of its encoding', () => {
  const page = (charset: string, words: string): string =>
    `<html><head><meta charset=${charset}></head><body><p>${words}</p></body></html>`;

  it.each(['utf8mb4', 'base64', 'hex', 'utf-16', 'binary', 'x-unknown'])(
    'is passed over where it is %s',
    (charset) => {
      expect(text(utf8(page(charset, CAFE)))).toContain(CAFE);
      expect(text(new Uint8Array(iconv.encode(page(charset, CAFE), 'windows-1252')))).toContain(CAFE);
    },
  );

  it.each([
    ['koi8-r', 'Порт закрыт.'],
    ['ibm866', 'Порт закрыт.'],
    ['cp866', 'Порт закрыт.'],
    ['windows-874', 'ท่าเรือปิด'],
    ['tis-620', 'ท่าเรือปิด'],
    ['x-mac-roman', 'Le café est fermé.'],
    ['macintosh', 'Le café est fermé.'],
  ])('counts where it is an encoding of its bytes: %s', (charset, words) => {
    const encoding = charset === 'x-mac-roman' ? 'macintosh' : charset;
    expect(text(new Uint8Array(iconv.encode(page(charset, words), encoding)))).toContain(words);
  });

  it.each(['utf-16', 'base64', 'utf8mb4', 'iso-8859-1'])(
    'in its header is passed over where it is %s and the bytes are UTF-8',
    (charset) => {
      expect(text(toUtf8(utf8(CAFE), `text/html; charset=${charset}`))).toBe(CAFE);
    },
  );
});
