import anyAscii from 'any-ascii';
import { hashText } from '../extract/hash-text.js';

/** Characters of a name at most: a button's press carries it with its command's name. */
export const LONGEST_NAME = 40;

/**
 * The name of a source by its title: letters of any script in Latin ones, lower case, with hyphens between words. A title
 * without letters or digits gives a name of its hash.
 *
 * Gets wrong: Chinese and Japanese words are not told apart, and kanji are read as Chinese ("東京" gives "dongjing").
 */
export function nameSource(title: string): string {
  const words =
    anyAscii(title.normalize('NFC'))
      .toLowerCase()
      .match(/[a-z0-9]+/gu) ?? [];
  const name = cut(words.join('-'), LONGEST_NAME);
  return name === '' ? `source-${hashText(title).toString(36)}` : name;
}

/** The name itself if it is free, else with the first number from 2 that makes it so. */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  for (let number = 2; ; number += 1) {
    const ending = `-${number}`;
    const numbered = `${cut(name, LONGEST_NAME - ending.length)}${ending}`;
    if (!taken.has(numbered)) return numbered;
  }
}

function cut(name: string, length: number): string {
  return name.slice(0, length).replace(/-+$/u, '');
}
