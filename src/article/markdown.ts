import type { Nodes, Paragraph, Table } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import { type Block, ENDS_SENTENCE, findParagraphs } from './paragraphs.js';
import type { Span } from './span.js';

/** A line that is indented by 100 columns, or begins with 30 markers of lists and quotes: no article is so deep. */
const TOO_DEEP = /^(?:[ \t]{100,}\S|(?:[ \t]*(?:>|[-*+][ \t]|\d{1,9}[.)][ \t])){30,}[ \t]*[^\s\-*_])/mu;

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
  const put = (nodes: readonly Nodes[], block: Omit<Block, 'start' | 'end'>): Span | null => {
    const span = spanOf(nodes);
    if (span === null || text.slice(span.start, span.end).trim() === '') return null;
    blocks.push({ ...span, ...block });
    return span;
  };
  const visit = (node: Nodes, isItem: boolean): void => {
    if (node.type === 'heading') {
      const span = put(node.children, { kind: 'heading' });
      if (node.depth === 1 && span !== null) title ??= text.slice(span.start, span.end).replace(/\s+/gu, ' ');
    } else if (node.type === 'paragraph') {
      if (node.children.every(isImage)) isBelowImage = true;
      else {
        const kind = isBelowImage && isAll(node, ['emphasis']) ? 'caption' : kindOf(node, text);
        put(node.children, { kind, ...(isItem && kind === 'text' ? { isItem } : {}) });
        isBelowImage = false;
      }
    } else if (node.type === 'code') put([node], { kind: 'code' });
    else if (node.type === 'table') putTable(node, put);
    else if ('children' in node)
      for (const child of node.children) visit(child, isItem || node.type === 'listItem');
  };
  visit(fromMarkdown(text, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] }), false);
  return { blocks, title };
}

/** The first row of a table heads the others. */
function putTable(
  { children: [header, ...rows] }: Table,
  put: (nodes: readonly Nodes[], block: Omit<Block, 'start' | 'end'>) => Span | null,
): void {
  const lead = header === undefined ? null : put([header], { kind: 'heading' });
  for (const row of rows) put([row], { kind: 'row', ...(lead === null ? {} : { lead }) });
}

function spanOf(nodes: readonly Nodes[]): Span | null {
  const start = nodes[0]?.position?.start.offset;
  const end = nodes.at(-1)?.position?.end.offset;
  return start === undefined || end === undefined ? null : { start, end };
}

/** A paragraph that is one link points to another article; one all in bold, without a stop, is a heading. */
function kindOf(paragraph: Paragraph, text: string): Block['kind'] {
  const span = spanOf(paragraph.children);
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
