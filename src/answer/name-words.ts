import { LRUCache } from 'lru-cache';
import { spellOut } from '../language/has-words.js';
import { stemWord } from '../language/stem.js';
import type { ComparedWord } from '../search/match-word.js';

/** Names whose words are remembered: somebody who types asks for the same thousand with each letter. */
const MOST_REMEMBERED = 20_000;

const spelled = new LRUCache<string, string>({ max: MOST_REMEMBERED });
const compared = new LRUCache<string, readonly ComparedWord[]>({ max: MOST_REMEMBERED });

/** A name as it is looked through for the beginnings of its words (see `spellOut`). */
export function spellName(name: string): string {
  const known = spelled.get(name) ?? spellOut(name);
  spelled.set(name, known);
  return known;
}

/** The words of a name, or of what is typed for one, as they are compared. To tell parts of speech as well would take a hundred times as long. */
export function wordsOfName(name: string): readonly ComparedWord[] {
  const known = compared.get(name) ?? compareWords(name);
  compared.set(name, known);
  return known;
}

function compareWords(name: string): ComparedWord[] {
  return spellOut(name)
    .split(' ')
    .filter((word) => word !== '')
    .map((norm) => ({ norm, stem: stemWord(norm) }));
}
