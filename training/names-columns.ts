import { readFileSync } from 'node:fs';
import type { Span } from '../src/article/span.js';
import type { NameKind } from '../src/extract/people/name-span.js';

/** A stretch of text with the names in it, as people tagged them. */
export interface TaggedText {
  readonly text: string;
  readonly names: readonly (Span & { readonly kind: NameKind })[];
}

const KINDS: Readonly<Record<string, NameKind>> = {
  PER: 'person',
  person: 'person',
  ORG: 'organisation',
  corporation: 'organisation',
  group: 'organisation',
  LOC: 'place',
  location: 'place',
  country: 'place',
  // CrossNER's fine kinds.
  politician: 'person',
  scientist: 'person',
  researcher: 'person',
  writer: 'person',
  musicalartist: 'person',
  politicalparty: 'organisation',
  organisation: 'organisation',
  university: 'organisation',
  band: 'organisation',
};

/** Sentences that are read together, as one article, where a file does not say where an article ends. */
const SENTENCES_TOGETHER = 12;

/** Which columns of a file hold a word and its tag, counted from 0, or from the end below it. */
interface ColumnPlaces {
  readonly form: number;
  readonly tag: number;
}

/**
 * The texts of a file of CoNLL columns, put together as prose; `isProse` says that its sentences follow
 * one another, as in wikigold, and are no single messages. Lines that start with # and a space are comments.
 */
export function readColumns(
  file: string,
  isProse: boolean,
  { form, tag }: ColumnPlaces = { form: 0, tag: -1 },
): TaggedText[] {
  const sentences = readFileSync(file, 'utf8')
    .split(/\n\s*\n/u)
    .map((block) =>
      block
        .split('\n')
        .filter((line) => !line.startsWith('# '))
        .map((line) => line.trim().split(/\s+/u))
        .filter((columns) => columns.length >= 2)
        .map((columns) => [columns.at(form) ?? '', columns.at(tag) ?? 'O']),
    )
    .filter((rows) => rows.length > 0);
  const size = isProse ? SENTENCES_TOGETHER : 1;
  const texts: TaggedText[] = [];
  for (let i = 0; i < sentences.length; i += size) texts.push(joinRows(sentences.slice(i, i + size)));
  return texts;
}

const NO_SPACE_BEFORE = /^(?:[,.;:!?)\]%’”]|'s|’s|n't|n’t|'re|'ve|'ll|'d|'m|'|\.\.\.)$/u;
const NO_SPACE_AFTER = /^[([$“‘@]$/u;

function joinRows(sentences: readonly (readonly string[][])[]): TaggedText {
  const names: (Span & { kind: NameKind })[] = [];
  let text = '';
  for (const rows of sentences) {
    let isQuoted = false;
    let before = '';
    let last: { tag: string; index: number } | undefined;
    for (const [form = '', tag = 'O'] of rows.map((row) => [row[0], row.at(-1)])) {
      const isQuote = form === '"' || form === '``' || form === "''";
      const isTied =
        NO_SPACE_BEFORE.test(form) ||
        NO_SPACE_AFTER.test(before) ||
        (isQuote && isQuoted) ||
        (before === '"' && isQuoted);
      if (text !== '' && !isTied) text += ' ';
      const start = text.length;
      text += form;
      if (isQuote) isQuoted = !isQuoted;
      before = form;
      const kind = KINDS[tag.slice(2)];
      const own = names[last?.index ?? -1];
      if (kind === undefined || /^[@#]/u.test(form)) last = undefined;
      else if (own !== undefined && last?.tag === tag.slice(2) && tag.startsWith('I'))
        names[last.index] = { ...own, end: text.length };
      else {
        names.push({ start, end: text.length, kind });
        last = { tag: tag.slice(2), index: names.length - 1 };
      }
      if (before === '@') last = undefined;
    }
    text += '\n';
  }
  return { text, names };
}
