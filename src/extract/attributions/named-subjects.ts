import { lastBegunAt } from '../../article/binary-search.js';
import { isOverlapping, isWithin, type Span } from '../../article/span.js';
import type { Annotation, TokenRange } from '../../language/annotation.js';
import type { Token } from '../../language/token.js';
import type { Entity, Mention } from '../entity.js';
import { firstTokenAt } from '../grammar/token-range.js';
import { bareWord } from '../people/name-span.js';
import { type Gender, genderOfNoun, isPersonNoun } from '../people/titles.js';
import { indexBySpan } from '../spans-nearby.js';
import { isCarriedTo } from './carried-subject.js';
import { isOnlyQuoting, isSpeakingVerb } from './speech-verbs.js';

/** Whom a sentence is about, as it is before what is said. */
export interface SentenceBefore {
  /** Those named before its verb, by themselves and not as somebody's ("The son of Nils Berg", "Berg’s son"), or as what its subject is ("The child was Ines Duarte"). */
  readonly subjects: readonly Entity[];
  /** Those to whom or with whom something is done in it: "Ewa met Karin", "Reed spoke with Vance". */
  readonly partners: readonly Entity[];
  /** All whom it names, but for owners. */
  readonly named: readonly Entity[];
  /** Whether it is about one person who is told by somebody else's name or is one of several ("A spokesman for Berg", "Berg’s daughter"), and the gender that the noun tells. */
  readonly unnamed: { readonly gender: Gender | null } | null;
  /** Those named before in the paragraph, if it is about several of one's own: "Her mother and grandmother had worked there." */
  readonly owners: readonly Entity[] | null;
  /** Where it begins. */
  readonly start: number;
  /** Whether "he" or "she" is its subject. */
  readonly isOfPronoun: boolean;
  /** Whether somebody asks in it. */
  readonly isAsking: boolean;
  /** Whether somebody says something in it, and does not only ask. */
  readonly isTelling: boolean;
}

/** Whom the sentences of an article are about, by name; names within quoted words count for nothing. */
export interface NamedSubjects {
  /** The people who begin a sentence between two places, in order. */
  readonly between: (from: number, to: number) => Entity[];
  /** The sentence before a place, if it is in the same or the previous paragraph. */
  readonly before: (place: number) => SentenceBefore | null;
  /** Who is named last, of those of a gender that the article tells, in the sentences right before a place. */
  readonly nearestOf: (gender: Gender, place: number) => Entity | undefined;
  /** Those whom words name, within quotation marks too. */
  readonly namedWithin: (span: Span) => Entity[];
  /** Those who are named between two places. */
  readonly namedBetween: (from: number, to: number) => Entity[];
  /** Whether a place is in what somebody does who is named before it in its sentence, though others are since (see `isCarriedTo`). */
  readonly isCarriedTo: (person: Entity, others: readonly Entity[], place: number) => boolean;
}

/** Sentences before what is said in which somebody of the pronoun's gender is looked for. */
const NEAR = 2;

/** Reads whom the sentences of an article are about. */
export function findSubjects(
  annotation: Annotation,
  people: readonly Entity[],
  quoted: readonly Span[],
): NamedSubjects {
  const { article, tokens, sentenceTokens } = annotation;
  const { sentences, text } = article;
  const peopleAt = indexBySpan(people, ({ mentions }) => mentions);
  const quotedAt = indexBySpan(quoted, (span) => [span]);
  const isNamedIn = ({ kind, start, end }: Mention, span: Span): boolean =>
    kind === 'name' &&
    isOverlapping({ start, end }, span) &&
    !quotedAt({ start, end }).some((other) => isWithin({ start, end }, other));
  const namedIn = (span: Span, isCounted: (mention: Mention) => boolean): Entity[] =>
    span.end <= span.start
      ? []
      : peopleAt(span).filter(({ mentions }) =>
          mentions.some(
            (mention) => isNamedIn(mention, span) && !isOwner(text, mention) && isCounted(mention),
          ),
        );
  const sentenceAt = (offset: number): number => lastBegunAt(sentences, offset);
  const verbOf = ({ first, end }: TokenRange): number => {
    const isVerb = ({ pos }: Token): boolean => pos === 'VERB' || pos === 'AUX';
    const own = tokens.slice(first, end);
    // "Among those leaving is Ruth Bellamy", "Standing outside, Ida Moe wept."
    const finite = own.findIndex((token) => isVerb(token) && !token.norm.endsWith('ing'));
    const verb = finite === -1 ? own.findIndex(isVerb) : finite;
    return verb === -1 ? end : first + verb;
  };
  const subjectsOf = (index: number, from: number, to: number): Entity[] => {
    const sentence = sentences[index];
    const range = sentenceTokens[index];
    if (sentence === undefined || range === undefined) return [];
    const verb = verbOf(range);
    const limit = verb === range.end ? sentence.end : (tokens[verb]?.start ?? sentence.end);
    const span = { start: Math.max(sentence.start, from), end: Math.min(limit, to) };
    const begun = namedIn(span, (mention) => !isTied(tokens, mention, range.first));
    if (begun.length > 0 || tokens.slice(range.first, verb).some(isPronounSubject)) return begun;
    const behind = { start: Math.max(tokens[verb]?.end ?? to, from), end: Math.min(sentence.end, to) };
    return namedIn(behind, ({ start }) => isPredicate(tokens, start, verb));
  };
  const between = (from: number, to: number): Entity[] => {
    const found: Entity[] = [];
    for (let index = Math.max(0, sentenceAt(from)); (sentences[index]?.start ?? to) < to; index += 1)
      found.push(...subjectsOf(index, from, to));
    return found;
  };
  return {
    between,
    before: (place) => {
      const own = sentences[sentenceAt(place)];
      const last = own === undefined ? undefined : sentences[own.index - 1];
      const range = last === undefined ? undefined : sentenceTokens[last.index];
      if (own === undefined || last === undefined || range === undefined) return null;
      if (own.paragraph - last.paragraph > 1) return null;
      const verb = verbOf(range);
      const begun = subjectsOf(last.index, last.start, last.end);
      const behind = { start: tokens[verb]?.end ?? last.end, end: last.end };
      const opening = tokens.slice(range.first, verb);
      return {
        subjects: begun,
        partners: namedIn(behind, (mention) => isPartner(tokens, mention, verb)).filter(
          (person) => !begun.includes(person),
        ),
        named: namedIn(last, () => true),
        unnamed: begun.length > 0 ? null : findUnnamed(annotation, { first: range.first, end: verb }),
        owners: isOfSeveral(opening)
          ? namedIn(
              { start: article.paragraphs[last.paragraph - 1]?.start ?? 0, end: last.start },
              () => true,
            )
          : null,
        start: last.start,
        isOfPronoun: begun.length === 0 && opening.some(isPronounSubject),
        isAsking: tokens
          .slice(range.first, range.end)
          .some(({ stem, pos }) => pos === 'VERB' && stem === 'ask'),
        isTelling: tokens.slice(range.first, range.end).some(isTellingVerb),
      };
    },
    namedWithin: (span) =>
      peopleAt(span).filter(({ mentions }) =>
        mentions.some((mention) => mention.kind === 'name' && isOverlapping(mention, span)),
      ),
    namedBetween: (from, to) => namedIn({ start: from, end: to }, () => true),
    isCarriedTo: (person, others, place) => isCarriedTo(annotation, person, others, place),
    nearestOf: (gender, place) => {
      const span = { start: sentences[Math.max(0, sentenceAt(place) - NEAR)]?.start ?? 0, end: place };
      const named = peopleAt(span)
        .filter((person) => person.gender === gender)
        .flatMap((person) =>
          person.mentions
            .filter((mention) => isNamedIn(mention, span))
            .map(({ start }) => ({ person, start })),
        );
      return named.toSorted((a, b) => b.start - a.start)[0]?.person;
    },
  };
}

const TIES = /^(?:of|for|to|from|with|against|about|by|behind|near|over|on|at)$/u;

/** The first token that belongs to a name: its titles and its article. */
function phraseStart(tokens: readonly Token[], name: Span, floor: number): number {
  let at = firstTokenAt(tokens, name.start);
  while (at > floor && isBeforeName(tokens[at - 1])) at -= 1;
  return at;
}

function isBeforeName(token: Token | undefined): boolean {
  if (token === undefined) return false;
  return (
    token.pos === 'DET' || /^(?:his|her|their|its)$/u.test(token.norm) || isPersonNoun(bareWord(token.norm))
  );
}

/** Whether a name hangs on a noun before it: "The son of Nils Berg", "Supporters of mayor Ida Moe". */
function isTied(tokens: readonly Token[], name: Span, floor: number): boolean {
  const at = phraseStart(tokens, name, floor);
  return at > floor && TIES.test(tokens[at - 1]?.norm ?? '');
}

/** Whether somebody named behind a verb takes part in what it tells: right behind it, or "with", "against" and "to" somebody. */
export function isPartner(tokens: readonly Token[], name: Span, verb: number): boolean {
  const before = tokens[phraseStart(tokens, name, verb + 1) - 1];
  if (before === undefined) return false;
  return before.pos === 'VERB' || /^(?:with|against|to|beside|and|alongside)$/u.test(before.norm);
}

/** "The child was Ines Duarte". */
function isPredicate(tokens: readonly Token[], start: number, verb: number): boolean {
  return firstTokenAt(tokens, start) === verb + 1 && /^(?:is|was|be|been)$/u.test(tokens[verb]?.norm ?? '');
}

function isPronounSubject({ norm }: Token): boolean {
  return norm === 'he' || norm === 'she';
}

function isTellingVerb(token: Token): boolean {
  return token.pos === 'VERB' && token.stem !== 'ask' && isSpeakingVerb(token) && !isOnlyQuoting(token);
}

/** The one person whom a subject tells by somebody else's name, or only as one of several. */
function findUnnamed({ tokens }: Annotation, { first, end }: TokenRange): SentenceBefore['unnamed'] {
  for (let at = first; at < end; at += 1) {
    const [token, next] = [tokens[at], at + 1 < end ? tokens[at + 1] : undefined];
    if (token?.pos !== 'NOUN' || !isPersonNoun(bareWord(token.norm))) continue;
    if (/^(?:NOUN|PROPN|PART)$/u.test(next?.pos ?? '') || next?.norm === 'who') continue;
    const opening = tokens.slice(first, at);
    if (opening.some(({ pos, norm }) => (pos === 'ADP' && norm !== 'of') || norm === ',')) return null;
    const isOwned = opening.some(({ norm }) => /^(?:'s|his|her)$/u.test(norm));
    const isNew = /^(?:an?|one|another)$/u.test(opening[0]?.norm ?? '');
    const isOfSomebody =
      TIES.test(next?.norm ?? '') && tokens.slice(at + 1, end).some(({ pos }) => pos === 'PROPN');
    const gender = genderOfNoun(bareWord(token.norm));
    return isOwned || isOfSomebody || (isNew && gender !== null) ? { gender } : null;
  }
  return null;
}

/** Whether a subject is several who belong to one person: "Her mother and grandmother". */
function isOfSeveral([owner, ...tokens]: readonly Token[]): boolean {
  const and = tokens.findIndex(({ norm }) => norm === 'and');
  const isPerson = ({ norm }: Token): boolean => isPersonNoun(bareWord(norm));
  return (
    /^(?:his|her)$/u.test(owner?.norm ?? '') &&
    tokens.slice(0, Math.max(0, and)).some(isPerson) &&
    tokens.slice(and + 1).some(isPerson)
  );
}

/** Whether a name only owns what follows: "Berg’s refusal". */
export function isOwner(text: string, { end }: Span): boolean {
  return /^['\u2019]s?\s/u.test(text.slice(end, end + 3));
}
