// The package's own declarations name their files without endings, which Node's way of resolving modules does not find.
declare module '@huggingface/tokenizers' {
  /** Cuts words into the longest pieces that a vocabulary has. */
  export class WordPiece {
    constructor(model: {
      readonly vocab: Readonly<Record<string, number>>;
      readonly unk_token: string;
      readonly continuing_subword_prefix: string;
      readonly max_input_chars_per_word: number;
    });
    /** The pieces of words that are in the vocabulary's form already, in one list. */
    encode(words: readonly string[]): string[];
  }
}
