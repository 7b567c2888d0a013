import { childrenOf, type MarkdownNode, toText } from './markdown.js';

/** A footnote of a reply, and the words that it is for. */
export interface Citation {
  /** `¹` */
  readonly mark: string;
  /** The article as the footnote names it. */
  readonly source: string;
  /** From 1. */
  readonly paragraph: number;
  /** The excerpt without markup; empty where the footnote is for none. */
  readonly words: string;
}

const MARK = /\s([⁰¹²³⁴⁵⁶⁷⁸⁹]+)\s*$/;
/** "¹ The Long Pier, paragraph 3" in any language: the paragraph's number is the only one behind the last comma. */
const FOOTNOTE = /^([⁰¹²³⁴⁵⁶⁷⁸⁹]+) (.+)[,،] [^,،\d]*(\d+)[^,،\d]*$/s;
/** "same article as ¹" in any language: ends in an earlier footnote's mark. */
const SAME = / ([⁰¹²³⁴⁵⁶⁷⁸⁹]+)$/;

/** Characters that turn the direction of what follows: embeddings, overrides and isolates (UAX #9). */
const DIRECTION_CONTROLS = /[\u202A-\u202E\u2066-\u2069]/gu;

/** The citations of a reply, each under the piece of markdown that shows it; empty for any other text. */
export function findCitations(nodes: readonly MarkdownNode[]): ReadonlyMap<MarkdownNode, Citation> {
  const quotes = new Map<string, { words: string; node: MarkdownNode }>();
  const sources = new Map<string, string>();
  const found = new Map<MarkdownNode, Citation>();
  for (const node of nodes) {
    const text = node.type === 'blockQuote' ? toText(childrenOf(node)) : '';
    const mark = MARK.exec(text);
    if (mark?.[1] !== undefined) quotes.set(mark[1], { words: text.slice(0, mark.index).trim(), node });
  }
  for (const node of nodes) {
    if (node.type !== 'subtext') continue;
    const [, mark = '', name = '', paragraph = ''] =
      FOOTNOTE.exec(toText(childrenOf(node)).replace(DIRECTION_CONTROLS, '')) ?? [];
    if (mark === '') continue;
    const source = sources.get(SAME.exec(name)?.[1] ?? '') ?? name;
    sources.set(mark, source);
    const quote = quotes.get(mark);
    const citation = { mark, source, paragraph: Number(paragraph), words: quote?.words ?? '' };
    found.set(node, citation);
    if (quote !== undefined) found.set(quote.node, citation);
  }
  return found;
}
