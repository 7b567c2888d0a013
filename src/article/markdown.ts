import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Block } from './paragraphs.js';

/** The prose of a Markdown text, in order; and its first top-level heading, as the title it gives itself. */
export interface MarkdownBlocks {
  readonly blocks: readonly Block[];
  readonly title: string | null;
}

/**
 * The paragraphs and headings of a Markdown text (CommonMark) as spans into it, also those in lists and
 * block quotes; code, HTML, rules, link definitions and paragraphs of nothing but images are left out.
 */
export function findMarkdownBlocks(text: string): MarkdownBlocks {
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
