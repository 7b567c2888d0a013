import type { Span } from '../../article/span.js';
import type { Annotation, TokenRange } from '../../language/annotation.js';
import type { Token } from '../../language/token.js';
import { countriesIn } from './describe-names.js';
import { bareWord, isCapitalised } from './name-span.js';
import { findCountry } from './nationality.js';
import { isPersonNoun, isTitle } from './titles.js';

/** A phrase that means a person without the name: "the Israeli leader". */
export interface DescriptionMention extends Span {
  readonly tokens: TokenRange;
  readonly person: number;
}

/** What an article says about a person, as far as describing phrases can be told by it. */
export interface KnownPerson {
  /** The nouns of its descriptions, compared form: `minister`, `president`. */
  readonly nouns: ReadonlySet<string>;
  /** All words of its descriptions, compared form. */
  readonly words: ReadonlySet<string>;
  /** The countries that its descriptions name. */
  readonly countries: ReadonlySet<string>;
  /** Where it is first named, in code units. */
  readonly firstNamed: number;
}

/** Heads of states and governments, any of whom may be called a leader. */
const LEADERS = new Set(
  'president minister premier chancellor king queen emperor prince taoiseach leader'.split(' '),
);
/** Words between "the" and the noun at most: "the 79-year-old former U.S. president". */
const LONGEST_PHRASE = 6;

/**
 * Phrases like "the Israeli leader" and "the prime minister" that mean one person of the article
 * named before them, in order; those that fit nobody or several people are left out.
 *
 * Gets wrong: "the president" of something else than the only president the article names.
 */
export function findDescriptionMentions(
  annotation: Annotation,
  people: readonly KnownPerson[],
  isTaken: (span: Span) => boolean,
): DescriptionMention[] {
  const found: DescriptionMention[] = [];
  for (const range of annotation.sentenceTokens) {
    for (let i = range.first; i < range.end; i += 1) {
      if (annotation.tokens[i]?.norm !== 'the') continue;
      const phrase = findPhrase(annotation, i, range.end);
      if (phrase === null) continue;
      const start = annotation.tokens[i]?.start ?? 0;
      const end = annotation.tokens[phrase.end - 1]?.end ?? start;
      if (isTaken({ start, end })) continue;
      const person = choosePerson(annotation, phrase, people, start);
      if (person !== null) found.push({ start, end, tokens: phrase, person });
    }
  }
  return found;
}

/** "the" with adjectives and nouns up to a noun for one person, which no further noun follows and no "of" such a one has. */
function findPhrase(annotation: Annotation, first: number, sentenceEnd: number): TokenRange | null {
  for (let i = first + 1; i < Math.min(sentenceEnd, first + 1 + LONGEST_PHRASE); i += 1) {
    const token = annotation.tokens[i];
    if (token === undefined || token.isStop || !(token.isWord || token.norm === '-')) return null;
    const next = i + 1 < sentenceEnd ? annotation.tokens[i + 1] : undefined;
    if (next?.norm === '-' && next.start === token.end) continue;
    if (isGoingOn(annotation, token, next)) continue;
    const isOne = isPersonNoun(bareWord(token.norm)) && !isWithOf(annotation, i + 1);
    return isOne ? { first, end: i + 1 } : null;
  }
  return null;
}

/** Whether the phrase goes on with the next word: another noun or adjective, but no lower-case one after a title. */
function isGoingOn({ article }: Annotation, token: Token, next: Token | undefined): boolean {
  if (next === undefined || !/^(?:NOUN|PROPN|ADJ)$/u.test(next.pos) || next.norm === "'s") return false;
  const isTitleEnd = isTitle(bareWord(token.norm)) && isCapitalised(article.text, token);
  return token.norm === '-' || !isTitleEnd || isCapitalised(article.text, next);
}

/** Whether "of" with a noun follows: "the president of the club", but not "accused the president of lying". */
function isWithOf({ tokens }: Annotation, at: number): boolean {
  return tokens[at]?.norm === 'of' && !/^(?:VERB|AUX)$/u.test(tokens[at + 1]?.pos ?? '');
}

function choosePerson(
  annotation: Annotation,
  phrase: TokenRange,
  people: readonly KnownPerson[],
  start: number,
): number | null {
  const noun = bareWord(annotation.tokens[phrase.end - 1]?.norm ?? '');
  const countries = countriesIn(annotation, phrase);
  const others = annotation.tokens
    .slice(phrase.first + 1, phrase.end - 1)
    .map((token) => bareWord(token.norm))
    .filter((word) => word !== '-' && findCountry(word) === null);
  const fitting = people.flatMap((person, index) => {
    if (person.firstNamed > start) return [];
    const isCalled =
      person.nouns.has(noun) || (LEADERS.has(noun) && countries.length > 0 && isLeader(person));
    return isCalled &&
      others.every((word) => person.words.has(word)) &&
      countries.every((country) => person.countries.has(country))
      ? [index]
      : [];
  });
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}

function isLeader(person: KnownPerson): boolean {
  return [...person.nouns].some((noun) => LEADERS.has(noun));
}
