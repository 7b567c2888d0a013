import { parseHTML } from 'linkedom';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { ARTICLE_LIMITS } from './limits.js';

type TreeNode = DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.Document;

/** Elements within one another at most: pages that people read stay below 60, and the search for the main text takes the cube of it. */
export const DEEPEST = ARTICLE_LIMITS.pageDepth;

/**
 * The document of a page as a browser builds it, whatever is in the file: elements before the doctype, a warning of the server, tags without
 * order. Null if its elements are too deep in one another.
 *
 * linkedom has the document that Readability needs, but reads tags as they come; so parse5, which parses by the standard (HTML standard, 13.2),
 * says what is in what, and the document is made of that. Readability writes a short page out and reads it again, by linkedom: nothing may be in
 * the document that comes back as something else, as a doctype within the body has it go round for ever.
 */
export function parsePage(html: string): Document | null {
  const tree = parse(html, { scriptingEnabled: false });
  if (isDeeper(tree, DEEPEST)) return null;
  const root = tree.childNodes.find((node) => 'tagName' in node);
  const { document } = parseHTML('<html></html>');
  if (root !== undefined && 'tagName' in root) fill(document.documentElement, root, document);
  return document;
}

/**
 * Elements that are no part of the text that a browser shows. Most are written out as they are, so that what is in them would come back
 * as elements; what is in a picture or a formula is drawn.
 */
const LEFT_OUT: ReadonlySet<string> = new Set(
  'template iframe noembed noframes textarea svg math'.split(' '),
);

/** Elements that are written out as they are, and that show their text. */
const SHOWN_RAW: ReadonlySet<string> = new Set(['xmp', 'listing', 'plaintext']);

/** Attributes of an element that are kept: no page that people read has as many, and each is compared with those before it. */
const MOST_ATTRIBUTES = 100;

/** A name of an attribute that the standard allows to be written (13.1.2.3). */
const ATTRIBUTE_NAME = /^[^\s"'<>/=\p{Cc}]+$/u;

/** Gives an element the attributes and the content of a parsed one. Walks without calling itself, the head before the body. */
function fill(element: Element, parsed: DefaultTreeAdapterTypes.Element, document: Document): void {
  const waiting: [Element, DefaultTreeAdapterTypes.Element][] = [[element, parsed]];
  for (const [made, { attrs, childNodes }] of waiting) {
    for (const { name, value } of attrs.slice(0, MOST_ATTRIBUTES))
      if (ATTRIBUTE_NAME.test(name)) made.setAttribute(name, value);
    for (const child of childNodes) {
      if ('tagName' in child) {
        if (LEFT_OUT.has(child.tagName)) continue;
        // The first title is the page's, wherever it is, and no other is shown.
        const isTitle = child.tagName === 'title';
        if (isTitle && document.querySelector('title') !== null) continue;
        const below = document.createElement(SHOWN_RAW.has(child.tagName) ? 'pre' : child.tagName);
        (isTitle ? document.head : made).append(below);
        waiting.push([below, child]);
      } else if ('value' in child) made.append(document.createTextNode(child.value));
    }
  }
}

/** Whether elements lie deeper in one another than this. Walks without calling itself, as a page may be as deep as it is long. */
function isDeeper(root: TreeNode, most: number): boolean {
  let level: readonly TreeNode[] = [root];
  for (let depth = -1; level.length > 0; depth += 1) {
    if (depth > most) return true;
    level = level.flatMap((node) =>
      'childNodes' in node ? node.childNodes.filter((child) => 'childNodes' in child) : [],
    );
  }
  return false;
}
