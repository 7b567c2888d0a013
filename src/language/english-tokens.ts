import { normalise } from './normalise.js';
import { stemWord } from './stem.js';
import { tagEnglish } from './tagger.js';
import type { Token } from './token.js';

/** The tokens of an English text, with parts of speech and stems. */
export function tokenizeEnglish(text: string): Token[] {
  return tagEnglish(text).map(({ start, end, pos, isStop }) => {
    const norm = normalise(text.slice(start, end));
    return { start, end, norm, stem: stemWord(norm), pos, isWord: hasLetters(norm), isStop };
  });
}

function hasLetters(norm: string): boolean {
  return /[\p{L}\p{N}]/u.test(norm);
}
