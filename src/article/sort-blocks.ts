import type { ArticleMeta, Aside, AsideKind, Paragraph } from './article.js';
import { findAuthors, isAboutAuthor } from './author-lines.js';
import { measureDatelines } from './dateline.js';
import { findFurniture, headsLinks } from './furniture.js';
import { isNoteOnAuthor } from './note-on-author.js';
import { type Block, ENDS_SENTENCE } from './paragraphs.js';
import { type Span, trimSpan } from './span.js';

/** A paragraph before its sentences are known, and what else the text holds. */
export interface SortedBlocks {
  readonly paragraphs: readonly (Pick<Paragraph, 'kind' | 'lead' | 'page' | 'isQuote'> & Span)[];
  readonly asides: readonly Aside[];
}

/** Words of a subheading at most, and of the paragraph below it at least. */
const MOST_SUBHEADING_WORDS = 9;
const FEWEST_PROSE_WORDS = 8;
/** Words of another article's headline at most. */
const MOST_TEASER_WORDS = 16;
const OPENS_LINE = /^["\u201c\u201e\u00ab\u2018'\u00bf\u00a1(]?[\p{Lu}\p{Lo}\p{N}]/u;
/** "Tickets: 8 crowns", "Doors open at 7.30 pm", "Entry $5": a line that says something, however short. */
const GIVES_FIGURE =
  /[:\uff1a]\s*(?:[^\p{N}]{0,20}\p{N}|\p{Ll}|free(?!\p{L}))|\p{Sc}\s?\p{N}|\p{N}\s?\p{Sc}|\p{N}[:.]\p{N}{2}(?!\p{N})|\p{N}\s?(?:[ap]\.?m\b|%|euros?\b|dollars?\b|pounds?\b|uhr\b)/iu;
const ENDS_OPEN = /[,;:\u2013\u2014-]$/u;
const LEADS_IN = /[:\uff1a]["\u201d\u2019)]*$/u;
/** What is below such a heading points to other pages. */
const POINTS_ELSEWHERE = new Set<AsideKind>(['link', 'notice']);

/**
 * Tells the prose of a text from what else it holds: page furniture by its words (`findFurniture`), the datelines that paragraphs begin with, and
 * lists below a heading that points elsewhere ("Related articles"). Short lines without a full stop between paragraphs of prose are headings.
 * An entry of a list has the sentence or the heading before the list as its lead.
 *
 * Gets wrong: a short paragraph in the middle of prose whose author left out the full stop is taken for a heading.
 */
export function sortBlocks(
  text: string,
  blocks: readonly Block[],
  { title, author, language }: Pick<ArticleMeta, 'title' | 'author' | 'language'>,
): SortedBlocks {
  const words = blocks.map(({ start, end }) => text.slice(start, end));
  const told = blocks.map((block, i) => kindOf(block, words[i] ?? '', language));
  const authors = findAuthors(
    author,
    words.filter((_, i) => told[i] === 'byline'),
  );
  const isTeaser = findTeasers(told, words);
  const lastProse = told.lastIndexOf('text');
  const kinds = told.map((kind, i) => {
    if (kind !== 'text') return kind;
    const line = words[i] ?? '';
    const others = (): string => words.filter((_, j) => j !== i && told[j] === 'text').join('\n');
    if (
      isAboutAuthor(line, authors) ||
      isNoteOnAuthor(line, others, { isLast: i === lastProse, isSigned: authors.size > 0 })
    )
      return 'byline';
    return isTeaser[i] === true ? 'link' : kind;
  });
  const around = findNeighbours(kinds);
  const headings = kinds.map(
    (kind, i) => kind === 'text' && isSubheading(words, kinds, blocks, around(i), title),
  );
  const isProse = (i: number): boolean => kinds[i] === 'text' && headings[i] === false;
  const prose = blocks.flatMap((_, i) => (isProse(i) ? [i] : []));
  const datelines = measureDatelines(
    prose.map((i) => words[i] ?? ''),
    `${title}\n${text}`,
  );
  const lengths = new Map(prose.map((i, place) => [i, datelines[place] ?? 0]));
  const paragraphs: (Pick<Paragraph, 'kind' | 'lead' | 'page' | 'isQuote'> & Span)[] = [];
  const asides: Aside[] = [];
  let leadIn: Span | null = null;
  let pointing: AsideKind | null = null;
  blocks.forEach((block, i) => {
    const kind = headings[i] === true ? 'heading' : (kinds[i] ?? 'text');
    const { start, end } = block;
    if (kind !== 'text' && kind !== 'heading' && kind !== 'row') {
      asides.push({ start, end, kind });
      if (block.kind === 'heading' && POINTS_ELSEWHERE.has(kind)) pointing = kind;
      return;
    }
    if (pointing !== null && block.isItem === true) {
      asides.push({ start, end, kind: pointing });
      return;
    }
    pointing = null;
    const length = lengths.get(i) ?? 0;
    if (length > 0) asides.push({ ...trimSpan(text, { start, end: start + length }), kind: 'dateline' });
    const lead = block.lead ?? (block.isItem === true ? leadIn : null);
    paragraphs.push({
      start: start + length,
      end,
      kind,
      lead,
      ...(block.page === undefined ? {} : { page: block.page }),
      ...(block.isQuote === true ? { isQuote: true as const } : {}),
    });
    if (block.isItem !== true) leadIn = findLeadIn(text, block, kind);
  });
  if (paragraphs.length > 0) return { paragraphs, asides };
  // A text of nothing else is what its author wanted read.
  return {
    paragraphs: blocks.map(({ start, end }) => ({ start, end, kind: 'text', lead: null })),
    asides: [],
  };
}

/** For each block whether it is a headline below the article that a label heads ("Read next"): none but such lines follow. */
function findTeasers(kinds: readonly Block['kind'][], words: readonly string[]): boolean[] {
  const isHeadline = (line: string): boolean =>
    !/[.:!\u2026]$/u.test(line) && countWords(line) <= MOST_TEASER_WORDS;
  const last = kinds.findLastIndex((kind, i) => kind === 'text' && !isHeadline(words[i] ?? ''));
  const label = kinds.findIndex((kind, i) => i > last && kind === 'link' && headsLinks(words[i] ?? ''));
  return kinds.map((_, i) => label !== -1 && i > label);
}

function kindOf(block: Block, words: string, language: string): Block['kind'] {
  if (block.kind !== 'text' && block.kind !== 'heading') return block.kind;
  const furniture = findFurniture(words, language);
  if (furniture === null) return block.kind;
  return block.kind === 'heading' && !POINTS_ELSEWHERE.has(furniture) ? 'heading' : furniture;
}

/** A block by its place, with the places of those that it may head and are below; -1 if there are none. */
interface Neighbours {
  readonly i: number;
  readonly previous: number;
  readonly next: number;
}

function findNeighbours(kinds: readonly Block['kind'][]): (i: number) => Neighbours {
  const before = new Int32Array(kinds.length);
  const after = new Int32Array(kinds.length);
  let last = -1;
  for (const [i, kind] of kinds.entries()) {
    before[i] = last;
    if (kind === 'text' || kind === 'heading') last = i;
  }
  last = -1;
  for (let i = kinds.length - 1; i >= 0; i -= 1) {
    after[i] = last;
    const kind = kinds[i];
    if (kind === 'text' || kind === 'heading' || kind === 'row') last = i;
  }
  return (i) => ({ i, previous: before[i] ?? -1, next: after[i] ?? -1 });
}

/** A line in its own paragraph that heads the prose below it: short, without a stop, between paragraphs of prose; or the title once more. */
function isSubheading(
  words: readonly string[],
  kinds: readonly Block['kind'][],
  blocks: readonly Block[],
  { i, previous, next }: Neighbours,
  title: string,
): boolean {
  const line = words[i] ?? '';
  if (blocks[i]?.isItem === true || blocks[i]?.isQuote === true) return false;
  if (next === -1) return false;
  if (i < 3 && line.replace(/\s+/gu, ' ') === title) return true;
  if (
    ENDS_SENTENCE.test(line) ||
    ENDS_OPEN.test(line) ||
    GIVES_FIGURE.test(line) ||
    !OPENS_LINE.test(line) ||
    countWords(line) > MOST_SUBHEADING_WORDS
  )
    return false;
  const isFree = previous === -1 || kinds[previous] === 'heading' || isFullProse(words[previous] ?? '');
  return isFree && kinds[next] === 'text' && blocks[next]?.isItem !== true && isFullProse(words[next] ?? '');
}

function isFullProse(line: string): boolean {
  return ENDS_SENTENCE.test(line) && countWords(line) >= FEWEST_PROSE_WORDS;
}

function countWords(line: string): number {
  const words = line.match(/[\p{L}\p{M}\p{N}'\u2019]+/gu) ?? [];
  const letters = line.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu) ?? [];
  return Math.max(words.length, letters.length / 2);
}

/** What leads in a list that follows: a heading, or the last sentence of a paragraph that ends in a colon. */
function findLeadIn(text: string, { start, end }: Span, kind: Paragraph['kind']): Span | null {
  if (kind === 'heading') return { start, end };
  const words = text.slice(start, end);
  if (kind !== 'text' || !LEADS_IN.test(words)) return null;
  const last = /(?:^|[.!?\u2026]["\u201d\u2019)]*\s+)(?=\S[^.!?\u2026]*$)/u.exec(words);
  const from = last === null ? 0 : last.index + last[0].length;
  return { start: start + from, end };
}
