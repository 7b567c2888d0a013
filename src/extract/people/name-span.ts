import type { Span } from '../../article/span.js';
import type { Annotation, TokenRange } from '../../language/annotation.js';
import type { Token } from '../../language/token.js';

/** What a name names; `other` for what is none of the three: storms, ships, missions, products, works, animals, events. */
export type NameKind = 'person' | 'organisation' | 'place' | 'other';

/** A name as it is in an article, without titles before it and possessive endings after it. */
export interface NameSpan extends Span {
  readonly kind: NameKind;
  /** Its tokens in `annotation.tokens`. */
  readonly tokens: TokenRange;
}

/** The name that covers the given tokens of an annotated article. */
export function nameAt(annotation: Annotation, kind: NameKind, tokens: TokenRange): NameSpan {
  const start = annotation.tokens[tokens.first]?.start ?? 0;
  const end = annotation.tokens[tokens.end - 1]?.end ?? start;
  return { start, end, kind, tokens };
}

/** The compared forms of a name's words, without marks: "Ban Ki-moon" gives `ban`, `ki`, `moon`. */
export function nameWords(annotation: Annotation, tokens: TokenRange): string[] {
  return annotation.tokens
    .slice(tokens.first, tokens.end)
    .filter((token) => token.isWord)
    .map((token) => bareWord(token.norm));
}

/** A compared form without a possessive ending and full stops: "u.s." gives `us`, "j.k." gives `jk`. */
export function bareWord(norm: string): string {
  return norm.replace(/'s?$/u, '').replace(/\./gu, '');
}

/** Whether a word of the text begins with a capital letter. */
export function isCapitalised(text: string, token: Token): boolean {
  return /^\p{Lu}/u.test(text.slice(token.start, token.start + 2));
}

const SUFFIXES = new Set('jr sr ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi'.split(' '));

/** Whether a word, compared form, follows a full name and belongs to it: "Robert Kennedy Jr.", also after a comma. */
export function isSuffix(word: string): boolean {
  return SUFFIXES.has(word);
}
