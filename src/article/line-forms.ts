/** A word with a capital letter, as the source of a regular expression. */
export const CAPITALISED = "\\p{Lu}[\\p{L}\\p{M}'\\u2019.-]*";
/** Somebody's name: two words with a capital letter at least. */
export const FULL_NAME = `${CAPITALISED}(?: (?:(?:de|van|von|del|al|bin|da) )?${CAPITALISED}){1,3}`;

/** Forms of lines in which capital letters do not matter. */
export function small(...forms: readonly string[]): readonly RegExp[] {
  return forms.map((form) => new RegExp(form, 'iu'));
}

/** Forms of lines in which they do. */
export function exact(...forms: readonly string[]): readonly RegExp[] {
  return forms.map((form) => new RegExp(form, 'u'));
}
