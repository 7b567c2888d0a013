import { parse } from 'discord-markdown-parser';

/** A piece of a message as Discord shows it; `kinds` are the markup around it, outermost first. */
export interface Piece {
  readonly text: string;
  readonly kinds: readonly string[];
  /** Where a link leads. */
  readonly target?: string;
}

interface Node {
  readonly type: string;
  readonly content?: string | Node[] | Node;
  readonly target?: string;
  /** An emoji's characters. */
  readonly name?: string;
}

/**
 * What Discord makes of a text, by an implementation that is not ours. Lists and `:name:` emoji, which it does not
 * know, are told by `findUnread`.
 */
export function readMarkup(markup: string): Piece[] {
  return (parse(markup, 'extended') as Node[]).flatMap((node) => flatten(node, []));
}

/** What a reader sees, markup apart. */
export function readText(markup: string): string {
  return readMarkup(markup)
    .map(({ text }) => text)
    .join('');
}

/** Markup in a text that `readMarkup` does not know: list items, emoji names, addresses. */
export function findUnread(markup: string): string[] {
  const plain = markup.replace(/\\[^0-9A-Za-z\s]/gu, '\u0001');
  return [
    ...(plain.match(/^(?:> )? *(?:[-*+]|\d+[.)]) /gmu) ?? []),
    ...(plain.match(/:[^\s:]+:/gu) ?? []),
    ...(plain.match(/\w+:\/\//gu) ?? []),
  ];
}

function flatten(node: Node, kinds: readonly string[]): Piece[] {
  if (node.type === 'br') return [{ text: '\n', kinds }];
  if (node.type === 'twemoji') return [{ text: node.name ?? '', kinds }];
  if (node.type === 'text' && typeof node.content === 'string') return [{ text: node.content, kinds }];
  const within = [...kinds, node.type];
  const { content } = node;
  const target = node.target === undefined ? {} : { target: node.target };
  if (content === undefined || typeof content === 'string') {
    return [{ text: content ?? '', kinds: within, ...target }];
  }
  return [content]
    .flat()
    .flatMap((child) => flatten(child, within))
    .map((piece) => ({ ...target, ...piece }));
}
