import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { isLanguageTag, isWebAddress, type StatedMeta, toIsoDay } from './front-matter.js';
import { findLinkedData } from './linked-data.js';
import type { Block } from './paragraphs.js';

/** The main text of a page, its paragraphs, and what the page says about itself. */
export interface Page {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly meta: StatedMeta;
}

/** Elements within one another at most: pages that people read stay below 60, and the search for the main text takes the cube of it. */
export const DEEPEST = 100;

/** Elements that begin and end a paragraph of their own (HTML standard, 15.3.3 flow content). */
const BLOCK_ELEMENTS = new Set(
  (
    'address article aside blockquote caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 ' +
    'h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);

const LEFT_OUT = new Set(
  'script style noscript template svg math iframe object button input select textarea'.split(' '),
);

/**
 * The main text of an HTML page, as Mozilla's Readability finds it, one paragraph to a block with a blank
 * line between, white space folded as a browser does; and its metadata from JSON-LD, Open Graph, meta
 * elements, the canonical link and the title. The text is empty where the page has none; null where its elements are too deep in one another.
 */
export function readPage(html: string): Page | null {
  const { document } = parseHTML(
    isWholePage(html) ? html : `<!doctype html><html><body>${html}</body></html>`,
  );
  if (isDeeper(document.documentElement, DEEPEST)) return null;
  const meta = readPageMeta(document);
  const fallback = document.body?.cloneNode(true);
  // Readability changes the document that it reads, hence the copy and the metadata first.
  const found = new Readability<Node>(document, { charThreshold: 0, serializer: (node) => node }).parse();
  const { text, blocks } = layOut(found?.content ?? fallback);
  return { text, blocks, meta };
}

/** The whole text of a piece of HTML, as `readPage` lays out a page's main text; null where its elements are too deep in one another. */
export function readFragment(html: string): Pick<Page, 'text' | 'blocks'> | null {
  const { document } = parseHTML(
    isWholePage(html) ? html : `<!doctype html><html><body>${html}</body></html>`,
  );
  return isDeeper(document.documentElement, DEEPEST) ? null : layOut(document.body);
}

/** Whether elements lie deeper in one another than this. Walks without calling itself, as a page may be as deep as it is long. */
function isDeeper(root: Element | null, most: number): boolean {
  let depth = 0;
  for (let node = root; node !== null; ) {
    if (node.firstElementChild !== null) {
      node = node.firstElementChild;
      depth += 1;
      if (depth > most) return true;
      continue;
    }
    while (node !== root && node.nextElementSibling === null && node.parentElement !== null) {
      node = node.parentElement;
      depth -= 1;
    }
    if (node === root) return false;
    node = node.nextElementSibling;
  }
  return false;
}

function isWholePage(html: string): boolean {
  return /<(?:html|body|head)\b/iu.test(html);
}

function layOut(root: Node | null | undefined): { text: string; blocks: Block[] } {
  const blocks: Block[] = [];
  let text = '';
  let open = '';
  const close = (kind: Block['kind']): void => {
    const words = open.replace(/[\t\n\f\r ]+/gu, ' ').replace(/^ | $/gu, '');
    open = '';
    if (words.trim() === '') return;
    if (text !== '') text += '\n\n';
    blocks.push({ start: text.length, end: text.length + words.length, kind });
    text += words;
  };
  const visit = (node: Node, kind: Block['kind']): void => {
    if (node.nodeType === node.TEXT_NODE) open += node.textContent ?? '';
    if (node.nodeType !== node.ELEMENT_NODE) return;
    const name = node.nodeName.toLowerCase();
    if (LEFT_OUT.has(name)) return;
    if (name === 'br') open += '\n';
    const isBlock = BLOCK_ELEMENTS.has(name);
    const inner = /^h[1-6]$/u.test(name) ? 'heading' : kind;
    if (isBlock) close(kind);
    for (const child of Array.from(node.childNodes)) visit(child, inner);
    if (isBlock) close(inner);
  };
  if (root) visit(root, 'text');
  close('text');
  return { text, blocks };
}

function readPageMeta(document: Document): StatedMeta {
  const linked = findLinkedData(document);
  const content = (...names: string[]): string | null => {
    for (const name of names) {
      const element = document.querySelector(`meta[property="${name}" i], meta[name="${name}" i]`);
      const value = fold(element?.getAttribute('content'));
      if (value !== null) return value;
    }
    return null;
  };
  const canonical = fold(document.querySelector('link[rel~="canonical" i]')?.getAttribute('href'));
  const title =
    linked.title ??
    content('og:title', 'twitter:title') ??
    fold(document.querySelector('title')?.textContent);
  const published =
    linked.published ?? content('article:published_time', 'datepublished', 'date', 'dc.date', 'dcterms.date');
  const language = fold(document.documentElement?.getAttribute('lang')) ?? linked.language;
  return {
    title,
    url: [canonical, content('og:url'), linked.url].find((url) => url !== null && isWebAddress(url)) ?? null,
    author: linked.author ?? content('author', 'article:author', 'dc.creator'),
    publisher: linked.publisher ?? content('og:site_name', 'publisher', 'dc.publisher'),
    published: published === null ? null : (toIsoDay(published) ?? null),
    language: language !== null && isLanguageTag(language) ? language : null,
  };
}

function fold(value: string | null | undefined): string | null {
  const folded = (value ?? '').replace(/\s+/gu, ' ').trim();
  return folded === '' ? null : folded;
}
