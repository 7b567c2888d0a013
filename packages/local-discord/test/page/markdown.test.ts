import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { childrenOf, type MarkdownNode, parseMarkdown, toText } from '../../src/page/markdown.js';
import { hostileText } from '../arbitrary-text.js';

/** Pieces in brackets under the names of their kinds. */
function outline(nodes: readonly MarkdownNode[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'text' && typeof node.content === 'string') return node.content;
      if (node.type === 'br') return '/';
      const inner = typeof node.content === 'string' ? node.content : outline(childrenOf(node));
      return `${node.type}(${inner || (node.fullName ?? node.id ?? node.timestamp ?? '')})`;
    })
    .join('');
}

describe('markdown', () => {
  it.each([
    ['**bold** and *slanted*', 'strong(bold) and em(slanted)'],
    ['> one\n> two\nafter', 'blockQuote(one/two/)after'],
    ['>>> one\ntwo', 'blockQuote(one/two)'],
    ['-# small', 'subtext(small)'],
    ['# Large', 'heading(Large)'],
    ['- one\n- **two**\n  - deep', 'listItem(one)listItem(strong(two))listItem(deep)'],
    ['`**code**`', 'inlineCode(**code**)'],
    ['||hidden||', 'spoiler(hidden)'],
    ['\\*not slanted\\*', '*not slanted*'],
    ['snake_case_name', 'snake_case_name'],
    ['@everyone', 'everyone()'],
    ['<@123456789012345678>', 'user(123456789012345678)'],
    ['</ask:123456789012345678>', 'slashCommand(ask)'],
    ['[here](https://example.org/a)', 'link(here)'],
  ])('%j is read as Discord reads it', (text, expected) => {
    expect(outline(parseMarkdown(text))).toBe(expected);
  });

  it('reads any text whatever, and quickly', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(typeof toText(parseMarkdown(text))).toBe('string');
      }),
      { numRuns: 300 },
    );
  });

  it('sees small print and headings right behind a quote', () => {
    const kinds = (text: string) => parseMarkdown(text).map(({ type }) => type);
    expect(kinds('> The pier.\n-# ¹ Courier')).toEqual(['blockQuote', 'subtext']);
    expect(kinds('> One\n> two\n### Three')).toEqual(['blockQuote', 'heading']);
    expect(kinds('```\n> One\n-# two\n```')).toEqual(['codeBlock']);
  });
});
