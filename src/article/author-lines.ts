const NAME = /\p{Lu}[\p{L}\p{M}'’.-]+(?: \p{Lu}[\p{L}\p{M}'’.-]*){1,3}/gu;
/** Words before a name in a byline that are written as one. */
const OPENING =
  /^(?:by|words|text|story|reporting|report|written|von|por|par|autor(?:in)?|and|und|y|et|e)(?: by)? /iu;
/** What is said about somebody who writes for the page. */
const WRITES =
  /^,? (?:(?:covers?|writes?|reports?|edits?)(?!\p{L})|(?:is|was|are|has been|works|joined)(?!\p{L}).*(?<!\p{L})(?:reporter|editor|correspondent|writer|journalist|columnist|contributor|producer|newsroom|covers?|covering|writes?|for (?:the|this) (?:newspaper|magazine|site))(?!\p{L}))/isu;

/** Words of a note about the author at most: more is an article about somebody. */
const MOST_WORDS = 60;

/** The names that bylines and what the article says of itself give as its authors, in small letters. */
export function findAuthors(author: string | null, bylines: readonly string[]): ReadonlySet<string> {
  const given = (author ?? '').split(/\s*(?:[,;&|]|\b(?:and|und|y|et)\b)\s*/iu);
  const named = bylines.flatMap((line) =>
    Array.from(line.replace(OPENING, '').matchAll(NAME), ([name]) => name.replace(OPENING, '')),
  );
  return new Set(
    [...given, ...named].map((name) => name.trim().toLowerCase()).filter((name) => /\s/u.test(name)),
  );
}

/**
 * Whether a paragraph is nothing but the name of an author of the article, or tells who that is: "Ada Finch", "Ada Finch covers ships for the
 * Port Post." Names of others are prose.
 */
export function isAboutAuthor(line: string, authors: ReadonlySet<string>): boolean {
  if (line.split(/\s+/u).length > MOST_WORDS) return false;
  const small = line.toLowerCase();
  for (const name of authors) {
    const at = small.startsWith(`— ${name}`) ? 2 : 0;
    if (!small.startsWith(name, at)) continue;
    const rest = line.slice(at + name.length);
    if (
      /^[\s.,|/–—-]*$/u.test(rest) ||
      /^\s*[|,/–—-]\s*[\p{Lu}@][^.!?]{2,40}$/u.test(rest) ||
      /^\s+@\w+$/u.test(rest)
    )
      return true;
    if (WRITES.test(rest)) return true;
  }
  return false;
}
