import { everyLexicon, type Lexicon, split } from '../lexicon/lexicon.js';
import { normalise } from './normalise.js';

let whole: RegExp | undefined;

/** What is asked so in any language, with what joins it to what was said and with "please"; made at first use. */
function wholeQuestion(): RegExp {
  whole ??= new RegExp(
    `^(?:(?:${anyOf(({ joining }) => split(joining))}) )?(?:${anyOf(({ pointing }) => pointing)})(?: (?:${anyOf(({ please }) => please)}))?$`,
    'u',
  );
  return whole;
}

function anyOf(pick: (words: Lexicon) => readonly string[] | undefined): string {
  return everyLexicon()
    .flatMap((words) => pick(words) ?? [])
    .join('|');
}

/** Whether a question points to what it replies to and asks for nothing by its own words ("is this true?", "source?", "stimmt das?"). */
export function isPointing(question: string): boolean {
  const plain = normalise(question)
    .replace(/[ةه]/gu, 'ه')
    .replace(/[^\p{L}\p{N}']+/gu, ' ')
    .replace(/'/gu, '')
    .trim();
  const pattern = wholeQuestion();
  return pattern.test(plain.replace(/\bcest\b/u, "c'est")) || pattern.test(plain);
}
