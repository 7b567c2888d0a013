/** A word with a capital letter, as the source of a regular expression. */
export const CAPITALISED = "\\p{Lu}[\\p{L}\\p{M}'\\u2019.-]*";
/** Somebody's name: two words with a capital letter at least. */
export const FULL_NAME = `${CAPITALISED}(?: (?:(?:de|van|von|del|al|bin|da) )?${CAPITALISED}){1,3}`;

/** What a line may have the form of. */
export interface LineForm {
  readonly test: (line: string) => boolean;
}

/** In the source of a regular expression what is escaped, and capital letters that are not. */
const CAPITALS = /\\(?:p\{\w+\}|.)|\p{Lu}/gu;

function toSmall(part: string): string {
  if (part === '\\p{Lu}') return '\\p{Ll}';
  return part.startsWith('\\') ? part : part.toLowerCase();
}

/**
 * Forms of lines in which capital letters do not matter. The line is made small in place of a flag that takes both: with that
 * flag each class of letters takes a millisecond to compile, of which a thread's first article waits for hundreds.
 */
export function small(...forms: readonly string[]): readonly LineForm[] {
  return forms.map((form) => {
    const inSmall = new RegExp(form.replace(CAPITALS, toSmall), 'u');
    return { test: (line) => inSmall.test(line.toLowerCase()) };
  });
}

/** Forms of lines in which they do. */
export function exact(...forms: readonly string[]): readonly LineForm[] {
  return forms.map((form) => new RegExp(form, 'u'));
}
