import type { Annotation, TokenRange } from '../../language/annotation.js';
import { wordsOf } from '../../lexicon/words.js';
import type { Entity, Mention } from '../entity.js';
import { isKnownPlace } from './known-places.js';
import { LexiconFlag } from './name-lexicon.js';
import type { NameModel } from './name-model.js';
import { isCapitalised, type NameSpan, nameAt, nameWords } from './name-span.js';

const PLACE_ENDS = new Set(wordsOf('names', 'placeEnds'));
const GROUP_ENDS = new Set(wordsOf('names', 'groupEnds'));
const HOUSES = new Set(wordsOf('names', 'houses'));
const PLACES_OF = new Set(wordsOf('names', 'placesOf'));
/** Before a place these make another of it: "South Australia", "New Mexico"; alone they are none. */
const DIRECTION =
  /^(?:(?:north|south|east|west)(?:ern|-?east(?:ern)?|-?west(?:ern)?)?|central|new|upper|lower|saudi|al|el)$/u;
/** What is somewhere, and says so behind "of": "University of Southern Indiana", "Municipality of Livorno". */
const SEATED = new Set(
  'university municipality city town county port diocese archdiocese bishop republic government'.split(' '),
);
/** Words of a place inside another name at most: "Papua New Guinea". */
const LONGEST = 3;

/** A place named inside the name of something else. */
export interface NestedPlace extends NameSpan {
  /** Its words in compared form, by which it is the same place as one that is named alone. */
  readonly form: string;
}

/**
 * The places inside the names of bodies, houses, events and other places: "Texas" in "University of Texas", "Mecca" in "Mecca’s Grand
 * Mosque". Inside a name are places that are well known or that the article names alone, what follows "University of" and the like, and a
 * word known as a place at the head of a body's name ("Toronto Police Department").
 *
 * Gets wrong: "Washington Post", if "Washington" in the article is somebody.
 */
export function findNestedPlaces(
  annotation: Annotation,
  names: readonly NameSpan[],
  model: NameModel,
): NestedPlace[] {
  const alone = new Set(
    names.flatMap((name) => (name.kind === 'place' ? [nameWords(annotation, name.tokens).join(' ')] : [])),
  );
  const people = new Set(
    names.flatMap((name) => (name.kind === 'person' ? nameWords(annotation, name.tokens) : [])),
  );
  return names.flatMap((name) => {
    if (name.kind === 'person' || name.tokens.end - name.tokens.first < 2) return [];
    if (isOnePlace(annotation, name)) return [];
    const found: NestedPlace[] = [];
    for (let at = name.tokens.first; at < name.tokens.end; at += 1) {
      const end = findEnd(annotation, at, name, alone, model);
      if (end === null) continue;
      const range = { first: at, end };
      const words = nameWords(annotation, range);
      at = end - 1;
      if (words.some((word) => people.has(word))) continue;
      found.push({ ...nameAt(annotation, 'place', range), form: words.join(' ') });
    }
    return found;
  });
}

/** "North Korea", "State of Texas": another name of the same place. */
function isOnePlace(annotation: Annotation, { kind, tokens: own }: NameSpan): boolean {
  if (kind !== 'place') return false;
  const [first = '', second] = nameWords(annotation, own);
  return isKnownPlace(annotation, own.first, own.end) || (PLACES_OF.has(first) && second === 'of');
}

/** Where a place that begins at a word of a name ends; null if none does. The whole name is none. */
function findEnd(
  annotation: Annotation,
  first: number,
  { kind, tokens: own }: NameSpan,
  alone: ReadonlySet<string>,
  model: NameModel,
): number | null {
  const { article, tokens } = annotation;
  const token = tokens[first];
  if (token === undefined || !isCapitalised(article.text, token)) return null;
  const before = tokens[first - 1]?.norm ?? '';
  if (DIRECTION.test(token.norm) || (first > own.first && DIRECTION.test(before))) return null;
  for (let end = Math.min(own.end, first + LONGEST); end > first; end -= 1) {
    if (end - first === own.end - own.first) continue;
    const words = nameWords(annotation, { first, end });
    if (PLACE_ENDS.has(words.at(-1) ?? '')) continue;
    if (alone.has(words.join(' ')) || isKnownPlace(annotation, first, end)) return end;
  }
  if (kind === 'other') return null;
  const seat = nameWords(annotation, { first: first - 2, end: first });
  if (first >= own.first + 2 && SEATED.has(seat[0] ?? '') && seat[1] === 'of')
    return endOfSeat(annotation, first, own);
  const last = nameWords(annotation, own).at(-1) ?? '';
  const isBody = GROUP_ENDS.has(last) || PLACE_ENDS.has(last) || HOUSES.has(last);
  const isPlace =
    (model.lexicon.flagsOf(nameWords(annotation, { first, end: first + 1 })[0] ?? '') & KNOWN) !== 0;
  return first === own.first && isBody && isPlace && own.end - own.first > 1 ? first + 1 : null;
}

const KNOWN = LexiconFlag.place;

/** Capitals behind "University of", none of which a subject is called by: "University of Applied Sciences" is in no such place. */
function endOfSeat({ article, tokens }: Annotation, first: number, own: TokenRange): number | null {
  let end = first;
  while (end < own.end) {
    const token = tokens[end];
    if (token === undefined || !token.isWord || !isCapitalised(article.text, token)) break;
    if (SUBJECTS.test(token.norm)) return null;
    end += 1;
  }
  return end > first ? end : null;
}

const SUBJECTS =
  /^(?:applied|arts?|science|sciences|technology|health|economics|business|law|music|medicine|agriculture|education|management|design|medical)$/u;

/**
 * The entities with the places inside the names of others, each with the place that is named so alone, or as a place of its own; in
 * the order in which they are first named.
 */
export function addNestedPlaces(
  text: string,
  entities: readonly Entity[],
  nested: readonly NestedPlace[],
): Entity[] {
  const parts = new Map<string, NestedPlace[]>();
  for (const place of nested) parts.set(place.form, [...(parts.get(place.form) ?? []), place]);
  const added = entities.map((entity) => {
    if (entity.kind !== 'place') return entity;
    const own = [entity.name, ...entity.aliases].flatMap((name) => {
      const form = name.toLowerCase().replace(/\./gu, '');
      const found = parts.get(form) ?? [];
      parts.delete(form);
      return found;
    });
    return own.length === 0
      ? entity
      : { ...entity, mentions: inOrder([...entity.mentions, ...own.map(toPart)]) };
  });
  const others = [...parts.values()].flatMap(([first, ...rest]): Entity[] => {
    if (first === undefined) return [];
    const name = text.slice(first.start, first.end);
    const mentions = [first, ...rest].map(toPart);
    return [{ kind: 'place', name, gender: null, aliases: [], descriptions: [], mentions }];
  });
  if (others.length === 0) return added;
  return [...added, ...others].sort((a, b) => firstNamed(a) - firstNamed(b));
}

function inOrder(mentions: readonly Mention[]): Mention[] {
  return mentions.toSorted((a, b) => a.start - b.start);
}

function firstNamed({ mentions }: Entity): number {
  return mentions.find(({ kind }) => kind === 'name' || kind === 'part')?.start ?? 0;
}

function toPart({ start, end }: NestedPlace): Mention {
  return { start, end, kind: 'part' };
}
