import { everyLexicon, split } from '../lexicon/lexicon.js';
import { normalise } from './normalise.js';

/** Words in the longest run of small talk. */
const MOST_WORDS = 5;

/** What is said so in any language, and what is beside it ("thanks a lot, bot!"); gathered at first use. */
let known: { readonly said: ReadonlySet<string>; readonly beside: ReadonlySet<string> } | undefined;

function knownWords() {
  known ??= {
    said: new Set(
      everyLexicon().flatMap(({ smallTalk = [] }) => smallTalk.flatMap((line) => line.split('|').map(plain))),
    ),
    beside: new Set(everyLexicon().flatMap(({ besideSmallTalk }) => split(besideSmallTalk))),
  };
  return known;
}

/** Whether a message is a thanks, a greeting, a call for help or the like, and no question to the articles. */
export function isSmallTalk(message: string): boolean {
  const words = plain(message)
    .split(' ')
    .filter((word) => word !== '');
  if (words.length === 0) return false;
  return covers(words) && words.some((_, i) => startsPhrase(words, i) > 0);
}

/** Whether the words are nothing but such runs and what is beside them. */
function covers(words: readonly string[]): boolean {
  let at = 0;
  while (at < words.length) {
    const run = startsPhrase(words, at);
    if (run > 0) at += run;
    else if (knownWords().beside.has(words[at] ?? '')) at += 1;
    else return false;
  }
  return true;
}

/** How many words the longest run has that begins at a place; 0 for none. */
function startsPhrase(words: readonly string[], at: number): number {
  const { said } = knownWords();
  for (let count = Math.min(MOST_WORDS, words.length - at); count > 0; count -= 1) {
    if (said.has(words.slice(at, at + count).join(' '))) return count;
  }
  return 0;
}

/** Small letters without accents and marks; drawn-out letters ("helloooo") twice at most. */
function plain(text: string): string {
  return normalise(text)
    .replace(/[أإآٱ]/gu, 'ا')
    .replace(/ة/gu, 'ه')
    .replace(/'/gu, '')
    .replace(/(\p{L})\1{2,}/gu, '$1')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
