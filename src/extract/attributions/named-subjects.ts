import { lastBegunAt } from '../../article/binary-search.js';
import { isOverlapping, isWithin, type Span } from '../../article/span.js';
import type { Annotation } from '../../language/annotation.js';
import type { Entity, Mention } from '../entity.js';
import type { Gender } from '../people/titles.js';
import { indexBySpan } from '../spans-nearby.js';

/** Whom the sentences of an article are about, by name; names within quoted words count for nothing. */
export interface NamedSubjects {
  /** The people who begin a sentence between two places, in order. */
  readonly between: (from: number, to: number) => Entity[];
  /** The only one whom the sentence before a place, in the same or the previous paragraph, names before its verb; null where there is none or are several. */
  readonly before: (place: number) => Entity | null;
  /** Those whom the sentence before a place names side by side before its verb ("Berg and Lind argued"); empty where it does not. */
  readonly joinedBefore: (place: number) => Entity[];
  /** Who is named last, of those of a gender that the article tells, in the sentences right before a place. */
  readonly nearestOf: (gender: Gender, place: number) => Entity | undefined;
}

/** Sentences before what is said in which somebody of the pronoun's gender is looked for. */
const NEAR = 2;

/** Reads whom the sentences of an article are about. */
export function findSubjects(
  { article, tokens, sentenceTokens }: Annotation,
  people: readonly Entity[],
  quoted: readonly Span[],
): NamedSubjects {
  const { sentences, text } = article;
  const peopleAt = indexBySpan(people, ({ mentions }) => mentions);
  const quotedAt = indexBySpan(quoted, (span) => [span]);
  const isNamedIn = ({ kind, start, end }: Mention, span: Span): boolean =>
    kind === 'name' &&
    isOverlapping({ start, end }, span) &&
    !quotedAt({ start, end }).some((other) => isWithin({ start, end }, other));
  const sentenceAt = (offset: number): number => lastBegunAt(sentences, offset);
  const subjectOf = (index: number, from: number, to: number): Entity[] => {
    const sentence = sentences[index];
    const range = sentenceTokens[index];
    if (sentence === undefined || range === undefined) return [];
    let verb = range.first;
    while (verb < range.end && !/^(?:VERB|AUX)$/u.test(tokens[verb]?.pos ?? '')) verb += 1;
    const limit = verb === range.end ? sentence.end : (tokens[verb]?.start ?? sentence.end);
    const span = { start: Math.max(sentence.start, from), end: Math.min(limit, to) };
    return span.end <= span.start
      ? []
      : peopleAt(span).filter(({ mentions }) =>
          mentions.some((mention) => isNamedIn(mention, span) && !isOwner(text, mention)),
        );
  };
  const between = (from: number, to: number): Entity[] => {
    const found: Entity[] = [];
    for (let index = Math.max(0, sentenceAt(from)); (sentences[index]?.start ?? to) < to; index += 1)
      found.push(...subjectOf(index, from, to));
    return found;
  };
  return {
    between,
    before: (place) => {
      const own = sentences[sentenceAt(place)];
      const last = own === undefined ? undefined : sentences[own.index - 1];
      if (own === undefined || last === undefined || own.paragraph - last.paragraph > 1) return null;
      const [first, ...others] = subjectOf(last.index, last.start, last.end);
      return first !== undefined && others.length === 0 ? first : null;
    },
    joinedBefore: (place) => {
      const own = sentences[sentenceAt(place)];
      const last = own === undefined ? undefined : sentences[own.index - 1];
      if (own === undefined || last === undefined || own.paragraph - last.paragraph > 1) return [];
      const joined = subjectOf(last.index, last.start, last.end);
      const named = joined.flatMap(({ mentions }) => mentions.filter((mention) => isNamedIn(mention, last)));
      const isJoined = named.some(({ end }) =>
        named.some(
          ({ start }) => start > end && /^(?:,? and|,|,? or|,? as well as) $/u.test(text.slice(end, start)),
        ),
      );
      return isJoined ? joined : [];
    },
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

/** Whether a name only owns what follows: "Berg’s refusal". */
export function isOwner(text: string, { end }: Span): boolean {
  return /^['\u2019]s?\s/u.test(text.slice(end, end + 3));
}
