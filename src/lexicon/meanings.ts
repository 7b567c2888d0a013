import meanings from './meanings.json' with { type: 'json' };

/** What words of several languages have in common, as far as news and what communities load turn on it. */
export interface Meaning {
  /** Its words by the codes of their languages, in the forms that stemming does not tell; in English the word that says it best comes first. */
  readonly words: ReadonlyMap<string, readonly string[]>;
}

const { columns, ...sections } = meanings;

/** The languages, by their codes, that meanings have words of. */
export const MEANING_LANGUAGES: readonly string[] = columns.split(' ');

/** All that is known of meanings. A word may have several. */
export const MEANINGS: readonly Meaning[] = Object.values(sections)
  .flat()
  .map((row) => {
    const words = row.split(' | ').map((column) => column.split(' ').filter((word) => word !== ''));
    return { words: new Map(MEANING_LANGUAGES.map((language, i) => [language, words[i] ?? []])) };
  });
