import { tokenize } from '../language/annotation.js';

/** Stems of the words of an English text that tell what it is about, in order: no small words, numbers or marks. */
export function contentStems(text: string): string[] {
  return tokenize(text, 'en')
    .filter((token) => token.isWord && !token.isStop && token.pos !== 'NUM')
    .map((token) => token.stem);
}
