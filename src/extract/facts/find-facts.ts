import type { Sentence } from '../../article/article.js';
import { isOverlapping, type Span } from '../../article/span.js';
import type { Annotation, TokenRange } from '../../language/annotation.js';
import type { Attribution } from '../attribution.js';
import type { Entity } from '../entity.js';
import type { Fact, FactKind } from '../fact.js';
import { firstTokenAt } from '../grammar/token-range.js';
import { findPlaces } from '../people/find-places.js';
import { type Direction, findDirection } from './date-direction.js';
import { findStanding } from './fact-standing.js';
import { findDates } from './find-dates.js';
import { findHedges } from './find-hedges.js';
import { findValues } from './find-values.js';
import type { DateContext, NamedYear } from './found-date.js';
import { NUMBERED_BEFORE } from './numbered-names.js';
import { publishedDay } from './published-day.js';

/** A value before it is known whose word it is. */
interface Value {
  readonly kind: FactKind;
  readonly value: Span;
  readonly counted: Span | null;
  readonly hedge: Span | null;
  readonly time: Fact['time'];
  /** Whether it counts what the figures before it count. */
  readonly isOfBefore?: boolean;
}

/**
 * The checkable values of an English article in the order of the text: dates, numbers, amounts, shares, durations, counts of
 * people, and places where something is or happens. Values of one sentence do not overlap. Headings have none. With `places` those of the paragraphs
 * around them are found, for which `attributions` has to hold all that is said there.
 */
export function findFacts(
  annotation: Annotation,
  entities: readonly Entity[],
  attributions: readonly Attribution[],
  places: readonly Span[] | null = null,
): Fact[] {
  const { article } = annotation;
  const names = entities
    .flatMap(({ mentions }) => mentions.filter((mention) => mention.kind === 'name'))
    .sort((a, b) => a.start - b.start);
  const published = publishedDay(article);
  let name = 0;
  const facts: Fact[] = [];
  for (const paragraph of article.paragraphs) {
    const isLeft = places !== null && !places.some((place) => isOverlapping(place, paragraph));
    if (paragraph.kind === 'heading' || isLeft) continue;
    let year: NamedYear | null = null;
    let people: Value | null = null;
    for (const sentence of article.sentences.slice(paragraph.firstSentence, paragraph.endSentence)) {
      const own: Span[] = [];
      for (let next = names[name]; next !== undefined && next.start < sentence.end; next = names[name]) {
        if (next.start >= sentence.start) own.push(next);
        name += 1;
      }
      const values = carryCounted(
        findSentenceValues(annotation, entities, own, sentence, { published, year }),
        people,
      );
      people = values.findLast(({ kind }) => kind === 'people') ?? null;
      facts.push(...values.map((value) => toFact(annotation, attributions, sentence, value)));
      year = lastYear(annotation, sentence, values) ?? (isOfToday(article.text, sentence) ? null : year);
    }
  }
  return facts;
}

function findSentenceValues(
  annotation: Annotation,
  entities: readonly Entity[],
  own: readonly Span[],
  sentence: Sentence,
  known: Omit<DateContext, 'directionAt'>,
): Value[] {
  const { article, tokens, sentenceTokens } = annotation;
  const range: TokenRange = sentenceTokens[sentence.index] ?? { first: 0, end: 0 };
  const context = { ...known, directionAt: directionsIn(annotation, sentence) };
  const dates = findDates(article.text, sentence, context).filter(
    (date) =>
      !own.some((name) => isOverlapping(name, date)) &&
      !NUMBERED_BEFORE.test(article.text.slice(sentence.start, date.start)),
  );
  const values = findValues(article.text, sentence, tokens, range, [...dates, ...own]);
  const places = findPlaces(annotation, entities, sentence, range).filter(
    (place) => ![...dates, ...values].some((other) => isOverlapping(place, other)),
  );
  return [
    ...dates.map(({ days, ...span }) => plain('date', span, days)),
    ...values.map(({ kind, counted, hedge, isOfBefore, start, end }) => ({
      ...plain(kind, { start, end }, null),
      counted,
      hedge,
      isOfBefore,
    })),
    ...places.map((place) => plain('place', place, null)),
  ].sort((a, b) => a.value.start - b.value.start);
}

/** "Ten men were held. Six were from Arvik": six men. Of people before them in the sentence, or in the sentence before. */
function carryCounted(values: readonly Value[], before: Value | null): Value[] {
  let last = before;
  return values.map((value) => {
    const isOf = value.isOfBefore === true && last !== null;
    const own: Value = isOf ? { ...value, kind: 'people', counted: last?.counted ?? null } : value;
    if (own.kind === 'people') last = own;
    return own;
  });
}

function plain(kind: FactKind, { start, end }: Span, time: Fact['time']): Value {
  return { kind, value: { start, end }, counted: null, hedge: null, time };
}

function toFact(
  annotation: Annotation,
  attributions: readonly Attribution[],
  sentence: Sentence,
  { kind, value, counted, hedge, time }: Value,
): Fact {
  const { article, tokens, sentenceTokens } = annotation;
  const range = sentenceTokens[sentence.index] ?? { first: 0, end: 0 };
  const hedges = findHedges(article.text, sentence, tokens.slice(range.first, range.end), value);
  return {
    kind,
    value,
    counted,
    sentence: { start: sentence.start, end: sentence.end },
    ...findStanding(annotation, attributions, value),
    hedges: [...hedges, ...(hedge === null ? [] : [hedge])].sort((a, b) => a.start - b.start),
    time,
  };
}

/** Whether a sentence comes back to the present, so that a year named before counts no more. */
function isOfToday(text: string, { start, end }: Span): boolean {
  return /\b(?:now|today|currently|this year)\b/iu.test(text.slice(start, end));
}

/** Whether what begins at an offset of a sentence is of what was or is to come. */
function directionsIn(
  { tokens, sentenceTokens }: Annotation,
  { index }: Sentence,
): (start: number) => Direction | null {
  const { first, end }: TokenRange = sentenceTokens[index] ?? { first: 0, end: 0 };
  const own = tokens.slice(first, end);
  return (start) => findDirection(own, firstTokenAt(tokens, start) - first);
}

/** The last year that the dates of a sentence name in digits. */
function lastYear(annotation: Annotation, sentence: Sentence, values: readonly Value[]): NamedYear | null {
  const { text } = annotation.article;
  const years = values.flatMap(({ kind, value }) =>
    kind === 'date'
      ? Array.from(
          text.slice(value.start, value.end).matchAll(/\b(?:1\d{3}|20\d{2})\b(?!s)/gu),
          ([year]) => ({
            year: Number(year),
            start: value.start,
          }),
        )
      : [],
  );
  const last = years.at(-1);
  if (last === undefined) return null;
  return { year: last.year, direction: directionsIn(annotation, sentence)(last.start) };
}
