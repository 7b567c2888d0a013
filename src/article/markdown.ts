import type { Nodes, Paragraph, Table } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import { ARTICLE_LIMITS } from './limits.js';
import { splitMarkdown } from './markdown-parts.js';
import { type Block, ENDS_SENTENCE, findParagraphs } from './paragraphs.js';
import type { Span } from './span.js';

const { markdownDepth, markdownIndent } = ARTICLE_LIMITS;

/** A line that is indented further, or begins with more markers of lists and quotes, than any article's. */
const TOO_DEEP = new RegExp(
  `^(?:[ \\t]{${markdownIndent},}\\S|(?:[ \\t]*(?:>|[-*+][ \\t]|\\d{1,9}[.)][ \\t])){${markdownDepth},}[ \\t]*[^\\s\\-*_])`,
  'mu',
);

/** Words of a paragraph all in bold that is a heading, and of one that is one link from which it points to another article. */
const MOST_BOLD = 12;
const FEWEST_LINKED = 4;

/** The prose of a Markdown text, in order; and its first top-level heading, as the title it gives itself. */
export interface MarkdownBlocks {
  readonly blocks: readonly Block[];
  readonly title: string | null;
}

/**
 * The paragraphs, headings, table rows (GitHub's tables) and code of a Markdown text (CommonMark) as spans into it, also those in lists and
 * block quotes; HTML, rules, link definitions and paragraphs of nothing but images are left out. What is in italics right below an
 * image is its caption. A text with lists or quotes dozens deep in one another is taken as a text without markup: parsing it takes the cube of its depth.
 */
export function findMarkdownBlocks(text: string): MarkdownBlocks {
  if (TOO_DEEP.test(text)) return { blocks: findParagraphs(text), title: null };
  const blocks: Block[] = [];
  let title: string | null = null;
  let isBelowImage = false;
  let from = 0;
  const put = (nodes: readonly Nodes[], block: Omit<Block, 'start' | 'end'>): Span | null => {
    const whole = spanOf(nodes, from);
    const span = whole !== null && nodes[0]?.type === 'tableRow' ? withoutBars(text, whole) : whole;
    if (span === null || text.slice(span.start, span.end).trim() === '') return null;
    blocks.push({ ...span, ...block });
    return span;
  };
  const visit = (node: Nodes, isItem: boolean, isQuote: boolean): void => {
    if (node.type === 'heading') {
      const span = put(node.children, { kind: 'heading' });
      if (node.depth === 1 && span !== null) title ??= text.slice(span.start, span.end).replace(/\s+/gu, ' ');
    } else if (node.type === 'paragraph') {
      if (node.children.every(isImage)) isBelowImage = true;
      else {
        const kind = isBelowImage && isAll(node, ['emphasis']) ? 'caption' : kindOf(node, text, from);
        const marks =
          kind === 'text' ? { ...(isItem ? { isItem } : {}), ...(isQuote ? { isQuote } : {}) } : {};
        put(node.children, { kind, ...marks });
        isBelowImage = false;
      }
    } else if (node.type === 'code') put([node], { kind: 'code' });
    else if (node.type === 'table') putTable(node, put);
    else if ('children' in node)
      for (const child of node.children)
        visit(child, isItem || node.type === 'listItem', isQuote || node.type === 'blockquote');
  };
  for (const { start, end } of splitMarkdown(text)) {
    from = start;
    visit(parse(text.slice(start, end)), false, false);
  }
  return { blocks, title };
}

/** Marks of emphasis up to which it is looked for: it takes the parser the square of them. */
const MOST_MARKS = 1_000;

function parse(part: string): Nodes {
  const marks = part.match(/[*_]/gu)?.length ?? 0;
  const plain = marks > MOST_MARKS ? [{ disable: { null: ['attention'] } }] : [];
  return fromMarkdown(part, {
    extensions: [gfmTable(), ...plain],
    mdastExtensions: [gfmTableFromMarkdown()],
  });
}

/** The first row of a table heads the others. */
function putTable(
  { children: [header, ...rows] }: Table,
  put: (nodes: readonly Nodes[], block: Omit<Block, 'start' | 'end'>) => Span | null,
): void {
  const lead = header === undefined ? null : put([header], { kind: 'heading' });
  for (const row of rows) put([row], { kind: 'row', ...(lead === null ? {} : { lead }) });
}

/** A row without the bars that begin and end it. */
function withoutBars(text: string, { start, end }: Span): Span {
  const row = text.slice(start, end);
  const before = /^\s*\|\s*/u.exec(row)?.[0].length ?? 0;
  const behind = /(?<!\\)\s*\|\s*$/u.exec(row)?.[0].length ?? 0;
  return before + behind < row.length ? { start: start + before, end: end - behind } : { start, end };
}

function spanOf(nodes: readonly Nodes[], from: number): Span | null {
  const start = nodes[0]?.position?.start.offset;
  const end = nodes.at(-1)?.position?.end.offset;
  return start === undefined || end === undefined ? null : { start: from + start, end: from + end };
}

/** A paragraph that is one link points to another article; one all in bold, without a stop, is a heading. */
function kindOf(paragraph: Paragraph, text: string, from: number): Block['kind'] {
  const span = spanOf(paragraph.children, from);
  const words = span === null ? '' : text.slice(span.start, span.end).replace(/\]\([^)]*\)|[*_[\]]/gu, '');
  const count = words.split(/\s+/u).length;
  if (ENDS_SENTENCE.test(words)) return 'text';
  if (isAll(paragraph, ['link', 'linkReference']) && count >= FEWEST_LINKED) return 'link';
  return isAll(paragraph, ['strong']) && count <= MOST_BOLD ? 'heading' : 'text';
}

function isAll({ children }: Paragraph, types: readonly Nodes['type'][]): boolean {
  return children.length === 1 && children.every(({ type }) => types.includes(type));
}

function isImage({ type }: Nodes): boolean {
  return type === 'image' || type === 'imageReference' || type === 'break';
}
