import anyAscii from 'any-ascii';

/** Consonants that one alphabet has one letter for and another one two. */
const ALIKE: readonly (readonly [letters: RegExp, letter: string])[] = [
  [/x/gu, 'ks'],
  [/[cq]/gu, 'k'],
  [/z/gu, 's'],
  [/[pfv]/gu, 'b'],
  [/[^a-z]|[aeiouyhjw]/gu, ''],
  [/(.)\1+/gu, '$1'],
];

/** A Hebrew letter that is a vowel oftener than not. */
const VAV = /ו/gu;

/** Letters of the shortest that tells one name from another. */
const FEWEST = 3;

/** The consonants of a name as they are left whatever alphabet it is written in ("Юлдашев", "Yuldashev"); '' if it has next to none. */
export function soundOf(word: string): string {
  const sound = ALIKE.reduce(
    (text, [letters, letter]) => text.replace(letters, letter),
    anyAscii(word.replace(VAV, '')).toLowerCase(),
  );
  return sound.length < FEWEST ? '' : sound;
}
