/** What a character is to the word pieces: of a word, a word of its own, a gap, a mark that belongs to what it follows, or not there. */
export type CharacterKind = 'word' | 'alone' | 'gap' | 'mark' | 'nothing';

/** A character as the vocabulary has it. */
export interface Character {
  readonly kind: CharacterKind;
  /** In lower case, without accents; empty for what is no part of a word. */
  readonly text: string;
}

const NOTHING: Character = { kind: 'nothing', text: '' };
const GAP: Character = { kind: 'gap', text: '' };
const MARK: Character = { kind: 'mark', text: '' };

const CONTROL = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/u;
/** The control characters that part words; all others are not there. */
const CONTROL_GAP = /[\t\n\r]/u;
const WHITE_SPACE = /\p{White_Space}/u;
const NONSPACING = /\p{Mn}/gu;
const PUNCTUATION = /[\p{P}!-/:-@[-`{-~]/u;
const REPLACEMENT = 0xfffd;

/** Ideographs, each of which is a word: the ranges of the tokenizer that the vocabulary was made with, its slip in the fifth included. */
const IDEOGRAPHS: readonly (readonly [number, number])[] = [
  [0x4e00, 0x9fff],
  [0x3400, 0x4dbf],
  [0x20000, 0x2a6df],
  [0x2a700, 0x2b73f],
  [0x2b740, 0x2b81f],
  [0x2b920, 0x2ceaf],
  [0xf900, 0xfaff],
  [0x2f800, 0x2fa1f],
];

const known = new Map<number, Character>();

/**
 * A character in the form in which the uncased vocabulary of BERT has it. Each is taken by itself, as the tokenizer in training
 * does: a sigma at a word's end is the same as one within.
 */
export function readCharacter(codePoint: number): Character {
  let character = known.get(codePoint);
  if (character === undefined) {
    character = workOut(codePoint);
    known.set(codePoint, character);
  }
  return character;
}

function workOut(codePoint: number): Character {
  const character = String.fromCodePoint(codePoint);
  if (CONTROL_GAP.test(character)) return GAP;
  if (codePoint === REPLACEMENT || CONTROL.test(character)) return NOTHING;
  if (WHITE_SPACE.test(character)) return GAP;
  const text = character.normalize('NFD').replace(NONSPACING, '').toLowerCase();
  if (text === '') return MARK;
  const isAlone =
    PUNCTUATION.test(text) || IDEOGRAPHS.some(([first, last]) => codePoint >= first && codePoint <= last);
  return { kind: isAlone ? 'alone' : 'word', text };
}
