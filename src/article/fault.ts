import { type Phrase, phrase } from '../messages/phrase.js';

/** Characters of an error's own words that are repeated: its kind and what it is about. */
const LONGEST_SHOWN = 120;

/** Whether an error says that a function called itself too deep. */
export function isStackOverflow(error: unknown): boolean {
  return error instanceof RangeError && /call stack/iu.test(error.message);
}

/** What is said of an article in which something failed that nobody foresaw, as a sentence without its name. */
export function describeFault(error: unknown): Phrase {
  const said = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const line = said.replace(/\s+/gu, ' ').trim();
  const shown = line.length <= LONGEST_SHOWN ? line : `${line.slice(0, LONGEST_SHOWN - 1)}…`;
  return phrase('articles.fault', { error: shown });
}
