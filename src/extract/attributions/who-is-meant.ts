import type { Span } from '../../article/span.js';
import type { Entity } from '../entity.js';
import type { Gender } from '../people/titles.js';
import type { NamedSubjects, SentenceBefore } from './named-subjects.js';

/** Somebody who has spoken, and where. */
export interface Spoken {
  /** Null for somebody without a name ("an officer"). */
  readonly person: Entity | null;
  readonly paragraph: number;
  /** Where the mention ends. */
  readonly end: number;
  /** Whether it was a question. */
  readonly isQuestion: boolean;
}

/** What tells whom a pronoun beside quoted words means. */
export interface Around {
  readonly subjects: NamedSubjects;
  readonly scene: SentenceBefore | null;
  /** Who spoke last in the same or the previous paragraph. */
  readonly near: Spoken | null;
  /** Whom the article's pronouns tell. */
  readonly meant: Entity | null;
  /** Whether the words answer somebody. */
  readonly isReply: boolean;
}

/** A pronoun beside quoted words. */
export interface SayingPronoun {
  readonly gender: Gender | 'either';
  readonly content: readonly Span[];
  /** Where it is. */
  readonly start: number;
  /** Where it or what is said begins, whichever is first. */
  readonly from: number;
}

/**
 * Who speaks where a pronoun does: whom the sentence before is about, unless it tells what is done to or with another of that gender and
 * neither says anything; else who spoke last, unless others are named since. Never somebody whom the quoted words name, and never
 * who has just asked. Null if two are as likely, or if somebody without a name is meant.
 *
 * Gets wrong: somebody who speaks of themselves by name.
 */
export function whoIsMeant(
  { subjects, scene, near, meant, isReply }: Around,
  { gender, content, start, from }: SayingPronoun,
): Entity | null {
  const spokenOf = new Set(content.flatMap((span) => subjects.namedWithin(span)));
  const isFit = (person: Entity): boolean => isOf(person, gender) && !spokenOf.has(person);
  const partners = scene?.partners.filter(isFit) ?? [];
  if (isReply && (scene?.isAsking === true || near?.isQuestion === true)) return onlyOne(partners);
  if (scene?.owners != null) return onlyOne(scene.owners.filter(isFit));
  if (scene !== null && scene.unnamed !== null && isOf(scene.unnamed, gender)) return null;
  const [subject, ...joined] = scene?.subjects.filter(isFit) ?? [];
  const spoken = near?.person ?? null;
  const isNear = spoken !== null && scene?.subjects.includes(spoken) === true && isFit(spoken);
  if (subject !== undefined && joined.length > 0) return isNear ? spoken : null;
  if (subject !== undefined && scene?.subjects.length === 1) {
    const isOpen = !scene.isTelling && partners.length > 0 && !isNear;
    return isOpen ? null : subject;
  }
  const beside = scene === null || scene.isOfPronoun ? [] : scene.named.filter(isFit);
  if (near !== null && (spoken === null || isFit(spoken))) {
    const begun = subjects.between(near.end, start).filter(isFit);
    const since = [...begun, ...beside].filter((person) => person !== spoken);
    return choose(spoken, since, meant);
  }
  if (meant === null) {
    const only = onlyOne(beside);
    return only?.gender === gender ? only : null;
  }
  const isOpenGender = meant.gender === null && gender !== 'either';
  const person = (isOpenGender ? subjects.nearestOf(gender, from) : undefined) ?? meant;
  const until = scene?.isOfPronoun === true ? scene.start : from;
  const since = subjects
    .namedBetween(lastNamed(person, until), until)
    .filter((other) => other !== person && isFit(other));
  return isFit(person) && (since.length === 0 || subjects.isCarriedTo(person, since, start)) ? person : null;
}

/** The only one of a list; null if there is none, or are several. */
export function onlyOne(people: readonly Entity[]): Entity | null {
  return people.length === 1 ? (people[0] ?? null) : null;
}

/** Where somebody is named last before a place. */
function lastNamed({ mentions }: Entity, place: number): number {
  return mentions.findLast(({ kind, end }) => kind === 'name' && end <= place)?.end ?? 0;
}

function choose(spoken: Entity | null, since: readonly Entity[], meant: Entity | null): Entity | null {
  const [first] = since;
  if (first === undefined) return spoken;
  const others = new Set(since);
  if (meant !== null && (others.has(meant) || meant === spoken)) return meant;
  return others.size === 1 ? first : null;
}

/** Whether nothing tells that a person is of another gender. */
function isOf({ gender }: Pick<Entity, 'gender'>, wanted: Gender | 'either'): boolean {
  return gender === null || wanted === 'either' || gender === wanted;
}
