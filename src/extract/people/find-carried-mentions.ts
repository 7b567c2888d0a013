import type { Span } from '../../article/span.js';
import type { Annotation, TokenRange } from '../../language/annotation.js';
import { sentenceOfToken } from '../grammar/token-range.js';
import { countriesIn } from './describe-names.js';
import type { DescriptionMention, KnownPerson } from './find-description-mentions.js';
import type { NameGroup } from './join-names.js';
import { isCapitalised } from './name-span.js';
import { isNationality } from './nationality.js';

/** Sentences back in which somebody must be named whom a phrase carries on. */
const FARTHEST = 2;
/** Tokens of "the 23-year-old", however it is cut. */
const LONGEST_AGE = 6;

/**
 * "The Norwegian", "The 23-year-old" at the head of a sentence: whoever is known to be of that country or age, or else the one person whom
 * the last sentence that names anybody names, in the same or the previous paragraph. Those that may mean two are left out.
 *
 * Gets wrong: a newcomer who is never named, right behind a sentence about somebody else.
 */
export function findCarriedMentions(
  annotation: Annotation,
  groups: readonly NameGroup[],
  people: readonly KnownPerson[],
  isTaken: (span: Span) => boolean,
): DescriptionMention[] {
  const { tokens, article, sentenceTokens } = annotation;
  const named = groups.flatMap(({ kind, names }, person) =>
    kind === 'person'
      ? names.map((name) => ({ ...name, person, sentence: sentenceOfToken(annotation, name.tokens.first) }))
      : [],
  );
  return sentenceTokens.flatMap((range, index): DescriptionMention[] => {
    const phrase = phraseAt(annotation, range);
    if (phrase === null) return [];
    const span = { start: tokens[phrase.first]?.start ?? 0, end: tokens[phrase.end - 1]?.end ?? 0 };
    const sentence = article.sentences[index];
    if (isTaken(span) || sentence === undefined) return [];
    const before = article.sentences
      .slice(Math.max(0, index - FARTHEST), index)
      .findLast(
        (one) => sentence.paragraph - one.paragraph <= 1 && named.some((name) => name.sentence === one.index),
      );
    const known = knownAs(annotation, phrase, people, named, span.start);
    const carried = before === undefined ? null : onlyNamed(before.index, named);
    const person =
      known.length === 0
        ? carried
        : known.length === 1
          ? (known[0] ?? null)
          : known.find((one) => one === carried);
    return person === null || person === undefined ? [] : [{ ...span, tokens: phrase, person }];
  });
}

interface Named {
  readonly person: number;
  readonly sentence: number;
  readonly start: number;
  readonly end: number;
  readonly tokens: TokenRange;
}

/** The phrase at a sentence's head; null if it begins otherwise. */
function phraseAt({ tokens, article }: Annotation, { first, end }: TokenRange): TokenRange | null {
  if (tokens[first]?.norm !== 'the') return null;
  const word = tokens[first + 1];
  if (word === undefined) return null;
  const after = tokens[first + 2];
  const isCountryman =
    isCapitalised(article.text, word) && isNationality(word.norm) && !/(?:s|sh|ch|ese)$/u.test(word.norm);
  if (isCountryman)
    return first + 2 < end && isEnd(after?.pos, after?.norm) ? { first, end: first + 2 } : null;
  for (let last = first + 2; last <= Math.min(end, first + LONGEST_AGE); last += 1) {
    const words = article.text.slice(word.start, tokens[last - 1]?.end);
    if (!/^\d{1,2}-year-old$/u.test(words)) continue;
    return isEnd(tokens[last]?.pos, tokens[last]?.norm) ? { first, end: last } : null;
  }
  return null;
}

function isEnd(pos: string | undefined, norm: string | undefined): boolean {
  return pos !== undefined && norm !== '-' && !/^(?:NOUN|PROPN|ADJ|NUM)$/u.test(pos);
}

/** Those whose country or age the article tells before. */
function knownAs(
  annotation: Annotation,
  phrase: TokenRange,
  people: readonly KnownPerson[],
  named: readonly Named[],
  start: number,
): number[] {
  const { text } = annotation.article;
  const countries = countriesIn(annotation, phrase);
  if (countries.length > 0)
    return people.flatMap((person, i) =>
      person.firstNamed < start && countries.every((country) => person.countries.has(country)) ? [i] : [],
    );
  const age = annotation.tokens[phrase.first + 1]?.norm.slice(0, 2) ?? '';
  const aged = named.filter(({ end }) => new RegExp(`^, ${age}[,.]`, 'u').test(text.slice(end, end + 6)));
  return [...new Set(aged.map(({ person }) => person))];
}

/** The only person whom a sentence names; null if it names several, any of whom may be meant. */
function onlyNamed(index: number, named: readonly Named[]): number | null {
  const people = new Set(named.flatMap(({ sentence, person }) => (sentence === index ? [person] : [])));
  const [only] = people.size === 1 ? people : [];
  return only ?? null;
}
