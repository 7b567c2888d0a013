import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { textAt } from '../../src/article/article.js';
import { readSource } from '../../src/article/read-source.js';
import { splitSentences } from '../../src/article/sentences.js';
import { inEnglishWords } from '../in-english.js';

function failure(file: string, text: string): string {
  const parsed = readSource({ file, bytes: new TextEncoder().encode(text) });
  return parsed.ok ? 'was read' : inEnglishWords(parsed.reason);
}

describe('a file that is made to stop the reader', () => {
  it.each([
    [
      'an alias of nothing',
      'a.txt',
      '---\ntitle: *nope\n---\nText.',
      'the front matter is not valid YAML (Unresolved alias',
    ],
    [
      'an alias of itself',
      'a.txt',
      '---\ntitle: &a [*a]\n---\nText.',
      'the front matter is not valid YAML (',
    ],
    [
      'aliases of aliases',
      'a.txt',
      `---\n${['b', 'c', 'd', 'e', 'f', 'g']
        .map((key, i) => `${key}: &${key} [${`*${'abcdef'[i]},`.repeat(9)}]`)
        .join('\n')
        .replace('b:', 'a: &a [x]\nb:')}\n---\nText.`,
      'the front matter is not valid YAML (Excessive alias count',
    ],
    [
      'lists thousands deep',
      'a.txt',
      `---\na: ${'['.repeat(9_000)}\n---\nText.`,
      'the front matter is not valid YAML (',
    ],
    [
      'elements a thousand deep',
      'a.html',
      `${'<div>'.repeat(1_000)}Text.`,
      'has more than 100 elements within one another; give its text alone',
    ],
  ])('by %s is a problem of that file alone', (_what, file, text, reason) => {
    expect(failure(file, text).slice(0, reason.length)).toBe(reason);
  });

  it.each([
    'title: Pier\n? [a, b]\n: c',
    '? {a: 1}\n: b\ntitle: Pier',
    '%FOO bar\ntitle: Pier',
    'title: !unknown Pier',
    '!!set {a, b}: x\ntitle: Pier',
  ])('by front matter that its parser warns of says nothing on the side (%j)', (yaml) => {
    const warn = vi.spyOn(process, 'emitWarning').mockReturnValue();
    const log = vi.spyOn(console, 'warn').mockReturnValue();
    const bytes = new TextEncoder().encode(`---\n${yaml}\n---\nThe pier opened.`);
    readSource({ file: 'a.txt', bytes });
    expect(warn).not.toHaveBeenCalled();
    expect(log).not.toHaveBeenCalled();
    vi.restoreAllMocks();
  });

  it('by lists hundreds deep in one another is read as a text without markup', () => {
    const text = Array.from({ length: 400 }, (_, i) => `${' '.repeat(2 * i)}- item`).join('\n');
    const parsed = readSource({ file: 'a.md', bytes: new TextEncoder().encode(text) });
    expect(parsed.ok && parsed.article.paragraphs).toHaveLength(1);
  });

  it('by a page as deep as pages are is read', () => {
    const page = `${'<div>'.repeat(60)}<p>The quay was mended.</p>${'</div>'.repeat(60)}`;
    const parsed = readSource({ file: 'a.html', bytes: new TextEncoder().encode(page) });
    expect(parsed.ok && parsed.article.text).toBe('The quay was mended.');
  });

  it('by one paragraph of a quarter of a megabyte is parted into its sentences, wherever the reader looked up', () => {
    const sentence = fc.constantFrom(
      'Mr. Hale left.',
      'The quay was mended in May!',
      '“Why?” she asked.',
      'It cost 3.5 million.',
      `A ${'very '.repeat(900)}long one.`,
    );
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 40 }), (sentences) => {
        const many = Array.from({ length: 8 }, () => sentences).flat();
        const text = many.join(' ');
        const found = splitSentences(text, { start: 0, end: text.length }, 'en');
        expect(found.map((span) => textAt({ text }, span))).toEqual(many);
      }),
      { numRuns: 30 },
    );
  });
});
