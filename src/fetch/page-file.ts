/** The endings of the files that articles are read from, by the media type of a page. */
const ENDINGS: ReadonlyMap<string, string> = new Map([
  ['text/html', '.html'],
  ['application/xhtml+xml', '.html'],
  ['text/plain', '.txt'],
  ['text/markdown', '.md'],
]);

/** Media types to ask for, the best first. */
export const ACCEPTED = 'text/html, application/xhtml+xml, text/markdown, text/plain;q=0.8';

/** Characters of a file's name before its ending: names are for lists, and 255 bytes are the most that file systems take. */
const MOST_CHARACTERS = 60;

/** The media type of a Content-Type header, in lower case; empty if there is none. */
export function mediaTypeOf(contentType: string | undefined): string {
  return (contentType ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
}

/** The ending of the file that a page becomes; undefined for a media type that is no text of an article. */
export function endingOf(url: URL, mediaType: string): string | undefined {
  const ending = ENDINGS.get(mediaType);
  // Servers of plain files call Markdown plain text too.
  return ending === '.txt' && /\.(?:md|markdown)$/iu.test(url.pathname) ? '.md' : ending;
}

/** What a page's file is called: after the last part of its path, or else its host (`harbour-levy.html`). */
export function nameFile(url: URL, ending: string): string {
  const last = url.pathname.split('/').findLast((part) => part !== '') ?? '';
  const words = toWords(decodePart(last).replace(/\.[A-Za-z]{2,8}$/u, ''));
  const name = words === '' ? toWords(url.hostname) : words;
  return `${Array.from(name).slice(0, MOST_CHARACTERS).join('')}${ending}`;
}

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function toWords(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/gu, '');
}
