import { DOMParser } from 'linkedom';
import { decodeText } from '../decode.js';

/** The tree of an XML file. */
export type XmlTree = ReturnType<typeof parseTree>;

/** An XML file as a tree; null if it is absent, or cannot be read as text or as XML. */
export function parseXml(bytes: Uint8Array | undefined): XmlTree | null {
  if (bytes === undefined) return null;
  const decoded = decodeText(bytes);
  if (!decoded.ok || decoded.text.trim() === '') return null;
  return parseTree(decoded.text);
}

/** The text of the first element of this name (`dc:title`), white space folded; null if there is none or it is empty. */
export function firstText(tree: XmlTree | null, name: string): string | null {
  const text = tree?.getElementsByTagName(name)[0]?.textContent ?? '';
  const folded = text.replace(/\s+/gu, ' ').trim();
  return folded === '' ? null : folded;
}

function parseTree(xml: string) {
  return new DOMParser().parseFromString(xml, 'text/xml');
}
