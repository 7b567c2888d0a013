import { parseHTML } from 'linkedom';
import { type DefaultTreeAdapterTypes, parse, serialize } from 'parse5';
import { ARTICLE_LIMITS } from './limits.js';

type TreeNode = DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.Document;

/** Elements within one another at most: pages that people read stay below 60, and the search for the main text takes the cube of it. */
export const DEEPEST = ARTICLE_LIMITS.pageDepth;

/**
 * The document of a page as a browser builds it, whatever is in the file: elements before the doctype, a warning of the server, tags without
 * order. Null if its elements are too deep in one another.
 *
 * linkedom has the document that Readability needs, but reads tags as they come and has no root, or throws, if they do not begin with
 * `<html>`; so parse5, which parses by the standard (HTML standard, 13.2), puts them in order first. Templates are left out: a browser shows none, but linkedom has
 * their content in the document, where Readability takes it for the main text and looks for the body around it in vain.
 */
export function parsePage(html: string): Document | null {
  const tree = parse(html, { scriptingEnabled: false });
  if (isDeeper(tree, DEEPEST)) return null;
  dropTemplates(tree);
  return parseHTML(serialize(tree)).document;
}

/** Takes the templates out of a document; what is in one is no child of it, so that its own templates go with it. */
function dropTemplates(root: DefaultTreeAdapterTypes.Document): void {
  const waiting: DefaultTreeAdapterTypes.ParentNode[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    node.childNodes = node.childNodes.filter(({ nodeName }) => nodeName !== 'template');
    for (const child of node.childNodes) if ('childNodes' in child) waiting.push(child);
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
