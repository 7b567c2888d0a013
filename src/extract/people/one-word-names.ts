import type { NameKind } from './name-span.js';
import type { Gender } from './titles.js';

/** A name of one word, or one that it may be short for. */
interface Name {
  readonly name: { readonly kind: NameKind; readonly start: number };
  readonly words: readonly string[];
  /** What a form of address beside it tells. */
  readonly honorific: Gender | null;
  readonly isInHeading: boolean;
}

/** What is called after a body and is another one: the Ford Foundation is not Ford. */
const CALLED_AFTER = new Set(
  'foundation university college school institute hospital museum stadium arena trust prize award cup center centre library fund memorial fellowship administration campaign government cabinet family team'.split(
    ' ',
  ),
);

/** Whether an organisation with a name of several words is called by one of them, its first or its last. */
export function isCalled(words: readonly string[], word: string, by: readonly ('first' | 'last')[]): boolean {
  if (words.length < 2 || words.some((other) => CALLED_AFTER.has(other))) return false;
  return (by.includes('first') && words[0] === word) || (by.includes('last') && words.at(-1) === word);
}

/**
 * What a name is the name of as the fuller names of its article tell, of one word only: "Kestrel" is an organisation behind "Kestrel Foods" if nobody
 * is called so, and the "Okonjo" of a headline somebody if the text has a Chidi Okonjo and nothing else of that name.
 */
export function kindOfOneWord(one: Name, all: readonly Name[]): NameKind {
  const { kind } = one.name;
  if (one.words.length !== 1) return kind;
  if ((kind === 'person' || kind === 'other') && isOfBody(one, all)) return 'organisation';
  return kind !== 'person' && one.isInHeading && isOfSomebody(one, all) ? 'person' : kind;
}

function isOfBody({ name, words: [word = ''], honorific }: Name, all: readonly Name[]): boolean {
  if (honorific !== null) return false;
  const isBody = (other: Name): boolean =>
    other.name.kind === 'organisation' &&
    other.name.start < name.start &&
    isCalled(other.words, word, ['first']);
  const isSomebody = ({ name: { kind }, words }: Name): boolean =>
    kind === 'person' && words.length > 1 && words.includes(word);
  return all.some(isBody) && !all.some(isSomebody);
}

function isOfSomebody({ words: [word = ''] }: Name, all: readonly Name[]): boolean {
  const isSomebody = ({ name: { kind }, words }: Name): boolean =>
    kind === 'person' && words.length > 1 && words.at(-1) === word;
  const isOther = ({ name: { kind }, words, isInHeading }: Name): boolean =>
    !isInHeading && kind !== 'person' && words.includes(word);
  return all.some(isSomebody) && !all.some(isOther);
}
