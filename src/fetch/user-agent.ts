/** The name by which robots.txt may speak of us. */
export const PRODUCT = 'Footnote';

/** Who fetches: `Footnote/0.1.0 (+https://example.org/bot)`, without the brackets if nobody is to be reached. */
export function nameUserAgent(version: string, contact: string | null): string {
  const product = `${PRODUCT}/${version}`;
  // What a header cannot hold would make every request fail, and a bracket would end the comment.
  const told = contact?.replace(/[^\x21-\x7e]|[()\\]/gu, '') ?? '';
  return told === '' ? product : `${product} (+${told})`;
}
