import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Span } from '../src/article/span.js';
import { isTitle, isTitlePart } from '../src/extract/people/titles.js';

/** A mention of the GUM corpus (Zeldes 2017, gucorpling.org/gum): spans into the text put together from its tokens. */
export interface GumMention extends Span {
  readonly entity: string;
  readonly type: string;
  /** The name in it, without titles and possessive ending; null if it is headed by no name. */
  readonly name: Span | null;
  /** The run of proper nouns around its head, titles and all; null if its head is none. */
  readonly run: Span | null;
  readonly isPronoun: boolean;
}

/** A document of the corpus, its text as it was written, with what is spoken of in it in order. */
export interface GumDocument {
  readonly id: string;
  readonly text: string;
  readonly mentions: readonly GumMention[];
}

interface GumToken extends Span {
  readonly form: string;
  readonly pos: string;
  readonly xpos: string;
  readonly relation: string;
  /** Its head's place among all tokens, or -1. */
  readonly head: number;
}

interface OpenMention {
  readonly label: string;
  readonly first: number;
}

/** The documents of a folder of CoNLL-U files with GUM's entities, by file name. */
export function readGum(folder: string): GumDocument[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.conllu'))
    .sort()
    .map((file) => parseGum(file.replace('.conllu', ''), readFileSync(join(folder, file), 'utf8')));
}

function parseGum(id: string, source: string): GumDocument {
  const tokens: GumToken[] = [];
  const open: OpenMention[] = [];
  const ranges: { label: string; first: number; last: number }[] = [];
  let text = '';
  let sentenceStart = 0;
  for (const line of source.split('\n')) {
    if (line.startsWith('# newpar') && !line.startsWith('# newpar_block') && text !== '')
      text = `${text.trimEnd()}\n\n`;
    if (line === '') sentenceStart = tokens.length;
    const columns = line.split('\t');
    const [number = '', form = '', , pos = '', xpos = '', , head = '0', relation = '', , misc = ''] = columns;
    if (!/^\d+$/u.test(number)) continue;
    const start = text.length;
    text += form;
    tokens.push({
      form,
      pos,
      xpos,
      relation,
      start,
      end: text.length,
      head: head === '0' ? -1 : sentenceStart + Number(head) - 1,
    });
    if (!misc.includes('SpaceAfter=No')) text += ' ';
    const entities = /(?:^|\|)Entity=([^|]*)/u.exec(misc)?.[1] ?? '';
    for (const part of entities.matchAll(/\(([^()]*)(\))?|([^()]+)\)/gu)) {
      const at = tokens.length - 1;
      if (part[1] !== undefined) open.push({ label: part[1], first: at });
      const closed =
        part[1] === undefined
          ? open.findLastIndex(({ label }) => label.split('-')[0] === part[3])
          : open.length - 1;
      if (part[1] !== undefined && part[2] === undefined) continue;
      const [mention] = closed === -1 ? [] : open.splice(closed, 1);
      if (mention !== undefined) ranges.push({ ...mention, last: at });
    }
  }
  const mentions = ranges
    .map(({ label, first, last }) => toMention(tokens, label, first, last))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  return { id, text, mentions };
}

function toMention(tokens: readonly GumToken[], label: string, first: number, last: number): GumMention {
  const [entity = '', type = ''] = label.split('-');
  const at = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const head = at.find((i) => (tokens[i]?.head ?? -1) < first || (tokens[i]?.head ?? -1) > last) ?? first;
  return {
    entity,
    type,
    start: tokens[first]?.start ?? 0,
    end: tokens[last]?.end ?? 0,
    name: type === 'person' ? findPersonName(tokens, at, head) : findOtherName(tokens, at, head),
    run: findRun(tokens, first, last, head),
    isPronoun: first === last && tokens[first]?.pos === 'PRON',
  };
}

/** The run of proper nouns at the head of a mention, or flat beside a common noun ("singer Nick Rhodes"), after its titles. */
function findPersonName(tokens: readonly GumToken[], at: readonly number[], head: number): Span | null {
  const isProper = (i: number): boolean =>
    at.includes(i) && tokens[i]?.pos === 'PROPN' && tokens[i]?.xpos !== 'NNPS';
  const flat = at.find((i) => tokens[i]?.head === head && tokens[i]?.relation === 'flat' && isProper(i));
  const seed = isProper(head) ? head : flat;
  if (seed === undefined) return null;
  let first = seed;
  let last = seed;
  while (isProper(first - 1) || (tokens[first - 1]?.form === '-' && isProper(first - 2))) first -= 1;
  while (isProper(last + 1) || (tokens[last + 1]?.form === '-' && isProper(last + 2))) last += 1;
  for (let i = last; i >= first; i -= 1) {
    if (tokens[i]?.relation === 'nmod:desc' || isTitleForm(tokens[i]?.form ?? '')) {
      first = i + 1;
      break;
    }
  }
  const [from, to] = [tokens[first], tokens[last]];
  if (from === undefined || to === undefined || first > last || !/^\p{Lu}/u.test(from.form)) return null;
  return { start: from.start, end: to.end };
}

function isTitleForm(form: string): boolean {
  if (/^\p{L}\.$/u.test(form)) return false;
  const word = form.toLowerCase().replace(/\./gu, '');
  return isTitle(word) || isTitlePart(word) || /^(?:us|uk|un|eu)$/u.test(word);
}

const MOST_BETWEEN = 2;

function findOtherName(tokens: readonly GumToken[], at: readonly number[], head: number): Span | null {
  if (tokens[head]?.pos !== 'PROPN') return null;
  const isNamed = (i: number): boolean =>
    /^[\p{Lu}\p{N}]/u.test(tokens[i]?.form ?? '') && tokens[i]?.pos !== 'DET';
  if (!isNamed(head)) return null;
  let first = head;
  let last = head;
  for (let i = head - 1; i >= (at[0] ?? head); i -= 1) {
    if (/^[,;:()"]$/u.test(tokens[i]?.form ?? '') || first - i > MOST_BETWEEN + 1) break;
    if (isNamed(i)) first = i;
  }
  for (let i = head + 1; i <= (at.at(-1) ?? head); i += 1) {
    if (
      /^[,;:()"]$/u.test(tokens[i]?.form ?? '') ||
      i - last > MOST_BETWEEN + 1 ||
      /VERB|PRON/u.test(tokens[i]?.pos ?? '')
    )
      break;
    if (isNamed(i)) last = i;
  }
  return { start: tokens[first]?.start ?? 0, end: tokens[last]?.end ?? 0 };
}

function findRun(tokens: readonly GumToken[], from: number, to: number, head: number): Span | null {
  if (tokens[head]?.pos !== 'PROPN') return null;
  let first = head;
  let last = head;
  const isProper = (i: number): boolean => i >= from && i <= to && tokens[i]?.pos === 'PROPN';
  while (isProper(first - 1) || (tokens[first - 1]?.form === '-' && isProper(first - 2))) first -= 1;
  while (isProper(last + 1) || (tokens[last + 1]?.form === '-' && isProper(last + 2))) last += 1;
  return { start: tokens[first]?.start ?? 0, end: tokens[last]?.end ?? 0 };
}
