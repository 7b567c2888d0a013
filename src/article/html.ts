import { type Phrase, phrase } from '../messages/phrase.js';
import type { StatedMeta } from './front-matter.js';
import { layOut } from './lay-out.js';
import { findLinkedData } from './linked-data.js';
import { findMainText, findUncleaned, type MainText } from './main-text.js';
import { readPageMeta } from './page-meta.js';
import type { Block } from './paragraphs.js';
import { parsePage } from './parse-page.js';

/** The main text of a page, its paragraphs, and what the page says about itself. */
export interface Page {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly meta: StatedMeta;
  readonly notes: readonly Phrase[];
}

/** The main text of an HTML page (see `findMainText`) and its metadata. The text is empty if the page has none; null if its elements are too deep in one another. */
export function readPage(html: string): Page | null {
  const document = parsePage(html);
  if (document === null) return null;
  const linked = findLinkedData(document);
  const meta = readPageMeta(document, linked);
  const { text, blocks, isSure } = findText(html, document, linked.body);
  return { text, blocks, meta, notes: isSure ? [] : [phrase('articles.main-text-unsure')] };
}

/** The whole text of a piece of HTML, as `readPage` lays out a page's main text; null if its elements are too deep in one another. */
export function readFragment(html: string): Pick<Page, 'text' | 'blocks'> | null {
  const document = parsePage(html);
  return document === null ? null : layOut(document.body);
}

/** A page that is cleaned of nearly all its words is read as it is: a forum's posts are called comments too. */
function findText(html: string, document: Document, linkedBody: string | null): MainText {
  const found = findMainText(document, linkedBody);
  if (found.blocks.some(({ kind }) => kind !== 'heading')) return found;
  const again = parsePage(html);
  const whole = again === null ? found : findUncleaned(again);
  return { ...whole, isSure: true };
}
