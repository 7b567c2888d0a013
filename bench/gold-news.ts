import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Article } from '../src/article/article.js';
import { createArticle } from '../src/article/create-article.js';
import type { Span } from '../src/article/span.js';

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
}

const FOLDER = join('test', 'fixtures', 'gold-news');
const MARK = /\[([^\]]+)\]\{([^}]+)\}/gu;

/**
 * The articles of `test/fixtures/gold-news`. Their head lines give the day they were published and the names; in their text a value
 * is written as `[value]{kind}`, a date as `[value]{date FROM TO}`.
 */
export function readGoldNews(): GoldArticle[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => readGold(basename(name, '.txt'), readFileSync(join(FOLDER, name), 'utf8')));
}

function readGold(id: string, file: string): GoldArticle {
  const gap = file.indexOf('\n\n');
  const head = new Map(
    file
      .slice(0, gap)
      .split('\n')
      .map((line): [string, string] => {
        const colon = line.indexOf(':');
        return [line.slice(0, colon), line.slice(colon + 1).trim()];
      }),
  );
  const marked = file.slice(gap + 2).trim();
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
  text += marked.slice(from);
  const listed = (key: string): string[] => (head.get(key) ?? '').split('; ').filter((name) => name !== '');
  const published = head.get('published') ?? null;
  const meta = { title: id, url: null, author: null, publisher: null, published, language: 'en' };
  return {
    article: createArticle({ id, text, meta }),
    values,
    names: {
      person: listed('people'),
      organisation: listed('organisations'),
      place: listed('places'),
      other: listed('others'),
    },
  };
}
