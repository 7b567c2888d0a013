import type { Annotation, TokenRange } from '../../language/annotation.js';
import { wordsOf } from '../../lexicon/words.js';
import { bareWord, isCapitalised, isSuffix, type NameSpan, nameAt, nameWords } from './name-span.js';
import { isNationality } from './nationality.js';
import { isTitle } from './titles.js';

/** Words of organisations' names, the last one mostly: "Harbour Foundation". */
const ORGANISATION_WORDS: ReadonlySet<string> = new Set(wordsOf('names', 'organisations'));

/** What people are in politics and faith, written with a capital letter before their names. */
const ALLEGIANCES = new Set(wordsOf('people', 'allegiances'));

/** Letters behind a name: "Ada Winter KC". */
const LETTERS: ReadonlySet<string> = new Set(wordsOf('people', 'letters'));
/** "Soprano Ana Ruiz": what somebody does, at the beginning of a sentence. */
const ROLES: ReadonlySet<string> = new Set(wordsOf('people', 'persons'));

/**
 * Names as they are shown: people without titles before them and with "Jr." after them, organisations
 * without "The"; what is left of titles, nationalities and allegiances alone is no name.
 *
 * Gets wrong: "King" before a king's name, which stays, since it is a surname and a first name as well.
 */
export function cleanNames(annotation: Annotation, names: readonly NameSpan[]): NameSpan[] {
  let last = 0;
  return names.flatMap((name) => {
    const tokens = trim(annotation, name);
    if (tokens.first >= tokens.end || tokens.first < last || isNoName(annotation, name.kind, tokens))
      return [];
    last = tokens.end;
    const word = bareWord(annotation.tokens[tokens.end - 1]?.norm ?? '');
    const isBody = name.kind === 'person' && tokens.end - tokens.first > 1 && ORGANISATION_WORDS.has(word);
    return [withoutOwner(annotation, nameAt(annotation, isBody ? 'organisation' : name.kind, tokens))];
  });
}

/** "the late Otto Kjeld’s, who founded it": the mark of an owner is no part of the name, also where no word is parted from it. */
function withoutOwner({ article }: Annotation, name: NameSpan): NameSpan {
  const owner = /['\u2019]s$/u.exec(article.text.slice(name.start, name.end));
  return owner === null ? name : { ...name, end: name.end - owner[0].length };
}

function trim(annotation: Annotation, { kind, tokens }: NameSpan): TokenRange {
  let { first, end } = tokens;
  const wordAt = (at: number): string => bareWord(annotation.tokens[at]?.norm ?? '');
  for (let i = first + 1; i < end; i += 1) if (isBreak(annotation, i)) end = i;
  if (kind === 'person') {
    while (first < end && isBefore(wordAt(first)) && annotation.tokens[first + 1]?.norm !== '-') first += 1;
    if (end - first > 2 && LETTERS.has(writtenAt(annotation, end - 1))) end -= 1;
    if (end - first > 2 && ROLES.has(wordAt(first))) first += 1;
    const at = annotation.tokens[end]?.norm === ',' ? end + 1 : end;
    if (first < end - 1 && isSuffix(wordAt(at)) && isWordCapitalised(annotation, at)) end = at + 1;
  } else if (wordAt(first) === 'the') first += 1;
  while (end > first && /^(?:'s?|-|,|&|and|of|the)$/u.test(annotation.tokens[end - 1]?.norm ?? '')) end -= 1;
  while (first < end && !annotation.tokens[first]?.isWord) first += 1;
  return { first, end };
}

function writtenAt({ article, tokens }: Annotation, at: number): string {
  return article.text.slice(tokens[at]?.start, tokens[at]?.end);
}

/** A dash with space around it, a comma or a bracket: no name goes on over it. */
function isBreak({ tokens }: Annotation, at: number): boolean {
  const [before, token, after] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (token === undefined || token.isWord) return false;
  if (token.norm === '-') return before?.end !== token.start || after?.start !== token.end;
  return /^[,;:()"\u2026]|^--/u.test(token.norm);
}

/** Titles that are names as often: "Dean Kamen", "Earl Warren", "King Salman", "Pope Francis". */
const NAMES_TOO = new Set(
  'dean earl duke king prince queen princess pope bishop baron major marshal judge sultan emir count sister father brother saint lord lady sheikh sheik imam'.split(
    ' ',
  ),
);

/** Whether a word is no part of the name it is at the head of. */
function isBefore(word: string): boolean {
  return (isTitle(word) && !NAMES_TOO.has(word)) || ALLEGIANCES.has(word) || isNationality(word);
}

function isWordCapitalised(annotation: Annotation, at: number): boolean {
  const token = annotation.tokens[at];
  return token !== undefined && isCapitalised(annotation.article.text, token);
}

/** "Israeli", "Democrats", "D-Mass.": such words alone name nobody. */
function isNoName(annotation: Annotation, kind: NameSpan['kind'], tokens: TokenRange): boolean {
  const words = nameWords(annotation, tokens);
  const form = words.join(' ');
  if (words.length === 0 || isNationality(form) || isNationality(form.replace(/s$/u, ''))) return true;
  if (words.every((word) => ALLEGIANCES.has(word) || isSuffix(word))) return true;
  const written = annotation.article.text.slice(
    annotation.tokens[tokens.first]?.start,
    annotation.tokens[tokens.end - 1]?.end,
  );
  if (/\p{Sc}/u.test(written)) return true;
  return (
    kind === 'person' &&
    (/^[DRI]\s?-|^(?:\p{Lu}\.){2,}$/u.test(written) ||
      words.every((word) => isTitle(word) && word.length > 4))
  );
}
