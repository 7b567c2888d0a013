import { parseUrl } from '../../article/parse-url.js';
import { MEASURES } from '../limits.js';
import { toWellFormed } from './markup.js';

/** Up to this many words a passage is named whole in its link; a longer one by its beginning and its end. */
const WHOLE_WORDS = 10;

/** Words of the beginning and of the end that name a longer passage; fewer if the link gets too long. */
const EDGE_WORDS = 5;

/** What `encodeURIComponent` leaves and a text directive or a masked link would misread. */
const RESERVED = /[-!'()*_~]/gu;

/**
 * The page's address with a text fragment that makes a browser scroll to the words and mark them; the bare address
 * if no fragment fits into `MEASURES.link` characters; null if that does not fit either, or is not http(s).
 * https://wicg.github.io/scroll-to-text-fragment/
 */
export function linkToPassage(address: string, words: string): string | null {
  const url = parseUrl(address);
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:') return null;
  const [fragment = ''] = url.hash.slice(1).split(':~:');
  url.hash = '';
  const bare = guard(fragment === '' ? url.href : `${url.href}#${fragment}`);
  const base = fragment === '' ? `${bare}#` : bare;
  const link = findDirectives(words).find((text) => base.length + text.length <= MEASURES.link);
  if (link !== undefined) return base + link;
  return bare.length <= MEASURES.link ? bare : null;
}

/** Text directives from the most to the least exact; none for a blank text. */
function findDirectives(text: string): string[] {
  const words = toWellFormed(text).trim().split(/\s+/u).filter(Boolean);
  const found: string[] = [];
  if (words.length > 0 && words.length <= WHOLE_WORDS) found.push(`:~:text=${encode(words)}`);
  for (let count = Math.min(EDGE_WORDS, Math.floor(words.length / 2)); count > 0; count -= 1) {
    found.push(`:~:text=${encode(words.slice(0, count))},${encode(words.slice(-count))}`);
  }
  return found;
}

function encode(words: readonly string[]): string {
  return encodeURIComponent(words.join(' ')).replace(RESERVED, percent);
}

/** Keeps an address from ending the masked link that it is in. */
function guard(address: string): string {
  return address.replace(/[()\\<>*|\s]/gu, percent);
}

function percent(character: string): string {
  return `%${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(2, '0')}`;
}
