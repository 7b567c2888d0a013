import { everyLexicon, split } from '../lexicon/lexicon.js';

/** UTF-16 code units that such a message may have: as many as a question to /ask. */
const LONGEST = 500;

/** A question mark of any script at the end, with closing marks, other end marks or an emoticon's bracket after it; or Spanish's at the beginning. */
const MARKED = /[?؟;՞፧⁇⁈⁉？︖﹖꘏꛷𑅃]["'”’»“)\]!.…\s]*$|^\s*["“«]?¿/u;

/** What a command of another bot begins with. */
const COMMAND = /^[!./$%&+\-=~^>;:?,|\\][\p{L}\p{N}]/u;

/** Words that begin questions in any language and seldom anything else; gathered at first use. */
let openings: ReadonlySet<string> | undefined;

const FIRST_WORD = /^["“«„'‘¿]*(\p{L}[\p{L}\p{M}'’-]*)/u;

/**
 * Whether a message reads as a question that is put to everybody: up to 500 characters, no command of a bot, and it ends in a question mark or
 * begins with a question word. It takes "When I was young, the pier stood." for one, and misses "anyone know the price".
 */
export function isOpenQuestion(text: string): boolean {
  const message = text.trim();
  if (message === '' || message.length > LONGEST || COMMAND.test(message)) return false;
  if (MARKED.test(message)) return true;
  if (message.endsWith('!')) return false;
  const first = FIRST_WORD.exec(message)?.[1]
    ?.toLowerCase()
    .replace(/['’]s$/u, '');
  openings ??= new Set(everyLexicon().flatMap((words) => split(words.openings)));
  return first !== undefined && openings.has(first);
}
