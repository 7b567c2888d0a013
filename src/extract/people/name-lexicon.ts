/** What is known of single words as parts of names. */
export interface NameLexicon {
  /** Bits of `LexiconFlag`; 0 for an unknown word. `bare`: compared form without full stops. */
  flagsOf(bare: string): number;
}

/** A word may be several: "Jordan" is a man's name, a surname and a place. */
export const LexiconFlag = {
  male: 1,
  female: 2,
  surname: 4,
  place: 8,
  organisation: 16,
} as const;
