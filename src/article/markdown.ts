import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { type Block, findParagraphs } from './paragraphs.js';

/** A line that is indented by 100 columns, or begins with 30 markers of lists and quotes: no article is so deep. */
const TOO_DEEP = /^(?:[ \t]{100,}\S|(?:[ \t]*(?:>|[-*+][ \t]|\d{1,9}[.)][ \t])){30,}[ \t]*[^\s\-*_])/mu;

/** The prose of a Markdown text, in order; and its first top-level heading, as the title it gives itself. */
export interface MarkdownBlocks {
  readonly blocks: readonly Block[];
  readonly title: string | null;
}

/**
 * The paragraphs and headings of a Markdown text (CommonMark) as spans into it, also those in lists and
 * block quotes; code, HTML, rules, link definitions and paragraphs of nothing but images are left out. A text with
 * lists or quotes dozens deep in one another is taken as a text without markup: parsing it takes the cube of its depth.
 */
export function findMarkdownBlocks(text: string): MarkdownBlocks {
  if (TOO_DEEP.test(text)) return { blocks: findParagraphs(text), title: null };
  const blocks: Block[] = [];
  let title: string | null = null;
  const visit = (node: Nodes): void => {
    if (node.type === 'paragraph' || node.type === 'heading') {
      const isProse = node.children.some(
        (child) => child.type !== 'image' && child.type !== 'imageReference',
      );
      const start = node.children[0]?.position?.start.offset;
      const end = node.children.at(-1)?.position?.end.offset;
      if (!isProse || start === undefined || end === undefined || text.slice(start, end).trim() === '')
        return;
      blocks.push({ start, end, kind: node.type === 'heading' ? 'heading' : 'text' });
      if (node.type === 'heading' && node.depth === 1) title ??= text.slice(start, end).replace(/\s+/gu, ' ');
      return;
    }
    if ('children' in node) node.children.forEach(visit);
  };
  visit(fromMarkdown(text));
  return { blocks, title };
}
