import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Article } from '../src/article/article.js';
import { createArticle } from '../src/article/create-article.js';
import type { Span } from '../src/article/span.js';
import { locate, type WrittenArticle, type WrittenQuotation } from './written.js';

/** A value that is marked by hand, or a place where one may be printed or not. */
export interface GoldValue extends Span {
  /** A fact's kind; `-` if it does not matter whether anything is printed. */
  readonly kind: string;
  /** For a date: the ISO days it covers. */
  readonly time: { readonly from: string; readonly to: string } | null;
}

/** A news article of our own with its values and its names marked by hand. */
export interface GoldArticle {
  readonly article: Article;
  readonly values: readonly GoldValue[];
  /** The fullest form of each name, by what it names. */
  readonly names: Readonly<Record<'person' | 'organisation' | 'place' | 'other', readonly string[]>>;
  /** Who says what and who is described as what, for an article in which that is marked too. */
  readonly written: WrittenArticle | null;
}

const FOLDER = join('test', 'fixtures', 'gold-news');
const MARK = /\[([^\]]+)\]\{([^}]+)\}/gu;

/**
 * The articles of `test/fixtures/gold-news`, which are none that the bot reads, as they hold marks. Their head lines give the day they were published and the names; in their text a value
 * is written as `[value]{kind}`, a date as `[value]{date FROM TO}`. Head lines `who NAME; OTHER FORM: DESCRIPTION / DESCRIPTION` say
 * how people are described, and lines `KIND | SPEAKER | WORDS BESIDE | PART ++ PART` below `---` what they say.
 * Throws, naming the article, where such a part is not in its text.
 */
export function readGoldNews(): GoldArticle[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.gold'))
    .sort()
    .map((name) => readGold(basename(name, '.gold'), readFileSync(join(FOLDER, name), 'utf8')));
}

function readGold(id: string, file: string): GoldArticle {
  const [top = '', said] = file.split('\n---\n');
  const gap = top.indexOf('\n\n');
  const lines = top
    .slice(0, gap)
    .split('\n')
    .map((line): [string, string] => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon), line.slice(colon + 1).trim()];
    });
  const head = new Map(lines);
  const { text, values } = readValues(top.slice(gap + 2).trim());
  const listed = (key: string): string[] => splitBy(head.get(key) ?? '', ';');
  const published = head.get('published') ?? null;
  const title = head.get('title') ?? id;
  const meta = { title, url: null, author: null, publisher: null, published, language: 'en' };
  const article = createArticle({ id, text, meta });
  const people = lines.flatMap(([key, phrases]) =>
    key.startsWith('who ')
      ? [{ names: splitBy(key.slice('who '.length), ';'), descriptions: splitBy(phrases, ' / ') }]
      : [],
  );
  return {
    article,
    values,
    names: {
      person: listed('people'),
      organisation: listed('organisations'),
      place: listed('places'),
      other: listed('others'),
    },
    written: said === undefined ? null : { article, people, quotations: readSaid(article, said) },
  };
}

function readValues(marked: string): { text: string; values: GoldValue[] } {
  const values: GoldValue[] = [];
  let text = '';
  let from = 0;
  for (const match of marked.matchAll(MARK)) {
    text += marked.slice(from, match.index);
    const [whole, value = '', label = ''] = match;
    const [kind = '', first, last = first] = label.split(' ');
    const time = first === undefined || last === undefined ? null : { from: first, to: last };
    values.push({ start: text.length, end: text.length + value.length, kind, time });
    text += value;
    from = match.index + whole.length;
  }
  return { text: text + marked.slice(from), values };
}

function readSaid(article: Article, said: string): WrittenQuotation[] {
  return splitBy(said, '\n').map((line) => {
    const [kind, speaker = '', source = '', parts = ''] = line.split(' | ');
    const content = locate(article.text, splitBy(parts, ' ++ '));
    if (content.length === 0 || (kind !== 'direct' && kind !== 'mixed' && kind !== 'indirect'))
      throw new Error(`${article.id}: not in the text, or of no known kind: ${line}`);
    return { kind, speaker, source, content };
  });
}

function splitBy(text: string, separator: string): string[] {
  return text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
