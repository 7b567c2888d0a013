const SMALL = /^(?:of|the|a|an|and|or|for|in|on|to|at|by|with|from|vs\.?|de|la)$/u;

/** Whether every word but the small ones has a capital: a title or a name. */
export function isName(inner: string): boolean {
  const words = inner.split(/[\s\u2014\u2013-]+/u).map((word) => word.replace(/[^\p{L}\p{N}.'\u2019]/gu, ''));
  const telling = words.filter((word) => word !== '' && !SMALL.test(word));
  return telling.length > 0 && telling.every((word) => /^[\p{Lu}\p{N}]/u.test(word));
}
