import type { AsideKind } from './article.js';
import { type Block, ENDS_SENTENCE } from './paragraphs.js';
import { isDataTable, pairsOf, rowsOf, type TableRow } from './tables.js';

/** The text of a part of a page, and its blocks as spans into it. */
export interface LaidOut {
  readonly text: string;
  readonly blocks: readonly Block[];
}

/** Elements that begin and end a paragraph of their own (HTML standard, 15.3.3 flow content). */
const BLOCK_ELEMENTS = new Set(
  (
    'address article aside blockquote caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 ' +
    'h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);

const LEFT_OUT = new Set(
  'script style noscript template svg math iframe object button input select textarea'.split(' '),
);

/** What an element is by its name, or by what its class calls it. */
const KINDS: Readonly<Record<string, Block['kind']>> = {
  h1: 'heading',
  h2: 'heading',
  h3: 'heading',
  h4: 'heading',
  h5: 'heading',
  h6: 'heading',
  dt: 'heading',
  summary: 'heading',
  figcaption: 'caption',
  caption: 'caption',
  pre: 'code',
};
const CLASSES: readonly (readonly [pattern: RegExp, kind: AsideKind])[] = [
  [/(?:^|[\s_-])(?:byline|by-line|author-name|article-author|post-author|writer)(?:$|[\s_-])/iu, 'byline'],
  [
    /(?:^|[\s_-])(?:timestamp|time-stamp|dateline|pubdate|post-date|published|publish-date|entry-meta|post-meta|article-meta|read-time|reading-time)(?:$|[\s_-])/iu,
    'time',
  ],
  [
    /(?:^|[\s_-])(?:caption|wp-caption-text|photo-credit|image-credit|credits?|media-caption)(?:$|[\s_-])/iu,
    'caption',
  ],
];
/** Words of a block that a class of its element tells to be furniture: whole articles are in elements of the class "published". */
const MOST_CLASSED = 25;
/** Words of a block in bold that is a heading. */
const MOST_BOLD = 12;
/** Words of a block that is one link from which it points to another article; a name may be linked anywhere. */
const FEWEST_LINKED = 4;

const BOLD = new Set(['b', 'strong']);

/** A dash belongs to the name behind it. */
const IS_DASH = /^\s*[\u2014\u2013-]+\s*$/u;

/** What elements a node is in. */
interface Within {
  readonly isItem: boolean;
  readonly isQuote: boolean;
  readonly isLinked: boolean;
  readonly isBold: boolean;
}

const OUTSIDE: Within = { isItem: false, isQuote: false, isLinked: false, isBold: false };

/** What the words of the block under way have been in so far. */
interface Open {
  text: string;
  linked: number;
  bold: number;
}

/**
 * The text of a part of a page, one paragraph to a block with a blank line between, white space folded as a browser does; line breaks stay in
 * code. The rows of a table are one block each, its cells parted by bars, and so are names with their values (`<dl>`); what is in tables for the page's layout, as elsewhere.
 */
export function layOut(root: Node | null | undefined): LaidOut {
  const blocks: Block[] = [];
  let text = '';
  let open: Open = { text: '', linked: 0, bold: 0 };
  const put = (words: string, block: Omit<Block, 'start' | 'end'>): Block | null => {
    if (words.trim() === '') return null;
    if (text !== '') text += '\n\n';
    const placed = { ...block, start: text.length, end: text.length + words.length };
    text += words;
    blocks.push(placed);
    return placed;
  };
  const close = (kind: Block['kind'], { isItem, isQuote }: Within): void => {
    const { text: raw, linked, bold } = open;
    open = { text: '', linked: 0, bold: 0 };
    const words = kind === 'code' ? raw.replace(/^\s*\n|\s+$/gu, '') : fold(raw);
    const letters = countLetters(raw);
    const own =
      kind === 'text' ? kindByMarkup(words, { linked: linked / letters, bold: bold / letters }) : kind;
    const quoted = isQuote && (own === 'heading' || own === 'caption') ? 'text' : own;
    const marks = { ...(isItem ? { isItem } : {}), ...(isQuote ? { isQuote } : {}) };
    put(words, { kind: quoted, ...(quoted === 'text' ? marks : {}) });
  };
  const visit = (node: Node, kind: Block['kind'], within: Within): void => {
    if (node.nodeType === node.TEXT_NODE) {
      const words = node.textContent ?? '';
      open.text += words;
      if (within.isLinked) open.linked += countLetters(words);
      if (within.isBold) open.bold += countLetters(words);
      return;
    }
    if (!isElement(node)) return;
    const name = node.nodeName.toLowerCase();
    if (LEFT_OUT.has(name)) return;
    if (name === 'br' && kind !== 'code' && /\n[^\S\n]*$/u.test(open.text)) close(kind, within);
    else if (name === 'br') open.text += '\n';
    if (name === 'table' && isDataTable(node)) {
      close(kind, within);
      putTable(node, put);
      return;
    }
    const pairs = name === 'dl' ? pairsOf(node) : null;
    if (pairs !== null) {
      close(kind, within);
      putRows(pairs, put);
      return;
    }
    const isBlock = BLOCK_ELEMENTS.has(name);
    // A heading that is never closed holds the paragraphs below it.
    const isCiting = name === 'figcaption' && node.parentElement?.querySelector('blockquote') != null;
    const inner = isCiting
      ? 'text'
      : (KINDS[name] ?? kindByClass(node) ?? (name === 'p' && kind === 'heading' ? 'text' : kind));
    const own = {
      isItem: within.isItem || name === 'li' || name === 'dd',
      isQuote: within.isQuote || isCiting || name === 'blockquote',
      isLinked: within.isLinked || name === 'a',
      isBold: within.isBold || BOLD.has(name),
    };
    const isCited = name === 'cite' && within.isQuote && !IS_DASH.test(open.text);
    if (isBlock || isCited) close(kind, within);
    for (const child of Array.from(node.childNodes)) visit(child, inner, own);
    if (isBlock || isCited) close(inner, own);
  };
  if (root) visit(root, 'text', OUTSIDE);
  close('text', OUTSIDE);
  return { text, blocks };
}

function putTable(
  table: Element,
  put: (words: string, block: Omit<Block, 'start' | 'end'>) => Block | null,
): void {
  const caption = fold(table.querySelector('caption')?.textContent ?? '');
  put(caption, { kind: 'caption' });
  putRows(rowsOf(table), put);
}

function putRows(
  rows: readonly TableRow[],
  put: (words: string, block: Omit<Block, 'start' | 'end'>) => Block | null,
): void {
  let lead: Block | null = null;
  for (const { cells, isHeader } of rows) {
    const words = cells.map(fold).join(' | ');
    if (words.replace(/[|\s]/gu, '') === '') continue;
    if (isHeader) lead = put(words, { kind: 'heading' });
    else
      put(words, { kind: 'row', ...(lead === null ? {} : { lead: { start: lead.start, end: lead.end } }) });
  }
}

function kindByMarkup(
  words: string,
  share: { readonly linked: number; readonly bold: number },
): Block['kind'] {
  const count = words.split(/\s+/u).length;
  if (ENDS_SENTENCE.test(words)) return 'text';
  if (share.linked > 0.9 && count >= FEWEST_LINKED) return 'link';
  return share.bold > 0.95 && count <= MOST_BOLD ? 'heading' : 'text';
}

function kindByClass(element: Element): AsideKind | null {
  const name = element.nodeName.toLowerCase();
  const called = `${element.getAttribute('class') ?? ''} ${element.getAttribute('itemprop') ?? ''}`;
  const kind = name === 'time' ? 'time' : CLASSES.find(([pattern]) => pattern.test(called))?.[1];
  if (kind === undefined || name === 'time' || name === 'body' || name === 'span' || name === 'a')
    return null;
  const words = fold(element.textContent ?? '').split(' ');
  return words.length <= MOST_CLASSED ? kind : null;
}

function isElement(node: Node): node is Element {
  return node.nodeType === node.ELEMENT_NODE;
}

function countLetters(words: string): number {
  return words.replace(/\s+/gu, '').length;
}

/** White space as a browser folds it; a space that is not to be broken stays. */
function fold(words: string): string {
  return words.replace(/[\t\n\f\r ]+/gu, ' ').replace(/^ | $/gu, '');
}
