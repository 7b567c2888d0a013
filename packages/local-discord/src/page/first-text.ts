import type { APIMessage } from 'discord-api-types/v10';
import { parseMarkdown, toText } from './markdown.js';

/** A component, as far as its texts go. */
interface Part {
  readonly content?: string;
  readonly components?: readonly Part[];
}

/** What a message says first, on one line, without markup: what the line of a reply to it shows, and what it is called. */
export function firstText({ content, embeds, components = [] }: APIMessage): string {
  const text = content || embeds[0]?.title || (findText(components as readonly Part[]) ?? '');
  return toText(parseMarkdown(text)).replace(/\s+/g, ' ').trim();
}

function findText(parts: readonly Part[]): string | undefined {
  for (const { content, components } of parts) {
    const found = content ?? (components && findText(components));
    if (found !== undefined) return found;
  }
  return undefined;
}
