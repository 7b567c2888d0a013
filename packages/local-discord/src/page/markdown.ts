import { rulesExtended, SimpleMarkdown } from 'discord-markdown-parser';

/** A piece of Discord's markdown. */
export interface MarkdownNode {
  /** A rule's name: `text`, `strong`, `blockQuote`, `link`, `listItem`… */
  readonly type: string;
  readonly content?: string | MarkdownNode | readonly MarkdownNode[];
  /** Where a link leads: any text whatever, to be checked before use. */
  readonly target?: string;
  readonly level?: number;
  readonly id?: string;
  /** An emoji's characters or its name. */
  readonly name?: string;
  readonly fullName?: string;
  readonly timestamp?: string;
  readonly format?: string;
  /** `•` or a number with its dot, and how deep the item is. */
  readonly mark?: string;
  readonly depth?: number;
}

const LIST_ITEM = /^( *)([-*]|\d{1,9}\.) +([^\n]*)(?:\n|$)/;

/** Lists, which the parser leaves out; one item at a time, as Discord does not number them anew either. */
const listItem = {
  order: SimpleMarkdown.defaultRules.heading.order,
  match: (source: string, { prevCapture }: { prevCapture?: readonly string[] | null }) => {
    const before = prevCapture?.[0] ?? '';
    return before === '' || before.endsWith('\n') ? LIST_ITEM.exec(source) : null;
  },
  parse: (
    [, indent = '', mark = '', text = '']: string[],
    parse: (text: string, state: unknown) => unknown,
    state: unknown,
  ) => ({
    content: parse(text, state),
    mark: /\d/.test(mark) ? mark : '•',
    depth: Math.min(Math.floor(indent.length / 2), 4),
  }),
};

const parser = SimpleMarkdown.parserFor({ ...rulesExtended, listItem } as Parameters<
  typeof SimpleMarkdown.parserFor
>[0]);

/** Reads a text as Discord reads messages and embeds. Whatever the text is, this gives pieces and does not throw. */
export function parseMarkdown(text: string): readonly MarkdownNode[] {
  return partAfterQuotes(text).flatMap((part) => parser(part, { inline: true }) as MarkdownNode[]);
}

/** Parts a text behind its block quotes, as the parser does not see that a line begins there; not where `>` may be something else. */
function partAfterQuotes(text: string): string[] {
  const isPlain = !/```|^ *>>> /mu.test(text);
  return isPlain ? text.split(/(?<=^ *> [^\n]*\n)(?! *> )/mu) : [text];
}

/** The pieces within a piece. */
export function childrenOf({ content }: MarkdownNode): readonly MarkdownNode[] {
  if (content === undefined || typeof content === 'string') return [];
  return Array.isArray(content) ? content : [content as MarkdownNode];
}

/** What a reader sees, markup apart. */
export function toText(nodes: readonly MarkdownNode[]): string {
  return nodes.map(nodeText).join('');
}

function nodeText(node: MarkdownNode): string {
  if (node.type === 'br' || node.type === 'newline') return '\n';
  if (node.type === 'twemoji') return node.name ?? '';
  if (typeof node.content === 'string') return node.content;
  return toText(childrenOf(node));
}
