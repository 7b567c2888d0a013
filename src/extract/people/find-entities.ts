import { isOverlapping, type Span } from '../../article/span.js';
import type { Annotation, TokenRange } from '../../language/annotation.js';
import type { Entity, Mention } from '../entity.js';
import { sentenceOfToken } from '../grammar/token-range.js';
import { indexBySpan } from '../spans-nearby.js';
import { countriesIn, type Description, describeName } from './describe-names.js';
import { isBare } from './described-noun.js';
import { findCarriedMentions } from './find-carried-mentions.js';
import {
  type DescriptionMention,
  findDescriptionMentions,
  type KnownPerson,
} from './find-description-mentions.js';
import { joinNames, type NameGroup } from './join-names.js';
import { genderOfName, type NameModel } from './name-model.js';
import { bareWord, type NameSpan } from './name-span.js';
import { addNamesByRule } from './names-by-rule.js';
import { addNestedPlaces, findNestedPlaces } from './nested-places.js';
import type { PersonMention } from './pronoun-features.js';
import { resolvePronouns } from './resolve-pronouns.js';
import { isSurelyPerson, settleKinds } from './settle-kinds.js';
import { tagNames } from './tag-names.js';
import { type Gender, genderOfNoun } from './titles.js';

/** The entities of an article before its pronouns are resolved; a person is known by its place in `groups`. */
export interface NamedEntities {
  readonly groups: readonly NameGroup[];
  /** For each group, the phrases that describe it where it is named. */
  readonly described: readonly (readonly Description[])[];
  readonly genders: readonly (Gender | null)[];
  /** Phrases that mean a person without the name. */
  readonly phrases: readonly DescriptionMention[];
}

/**
 * The people, organisations and places of an English article with every place where it speaks of them, in the
 * order of first mention; none for an article without names.
 */
export function findEntities(annotation: Annotation, names: NameModel): Entity[] {
  const { groups, described, genders, phrases } = findNamedEntities(annotation, names);
  const people = groups.map((group) => isSurelyPerson(annotation, group, names));
  const known = mentionsOfPeople(groups, phrases).filter(({ person }) => people[person] === true);
  const pronouns = resolvePronouns(annotation, known, genders);
  const nested = findNestedPlaces(
    annotation,
    groups.flatMap((group) => group.names.map((name) => ({ ...name, kind: group.kind }))),
    names,
  );
  const entities = groups.map((group, i) => {
    const own = phrases.filter(({ person }) => person === i);
    const mentions: Mention[] = [
      ...own.map(({ start, end }): Mention => ({ start, end, kind: 'description' })),
      ...pronouns.flatMap(({ start, end, person }): Mention[] =>
        person === i ? [{ start, end, kind: 'pronoun' }] : [],
      ),
    ];
    const gender = group.kind === 'person' ? (genders[i] ?? null) : null;
    return toEntity(annotation, group, gender, [...(described[i] ?? []), ...own], mentions);
  });
  return addNestedPlaces(annotation.article.text, entities, nested);
}

/** The entities of an English article by their names and what describes them. */
export function findNamedEntities(annotation: Annotation, names: NameModel): NamedEntities {
  const spans = addNamesByRule(annotation, tagNames(annotation, names));
  const joined = joinNames(annotation, spans, (word) => genderOfName(names, word));
  const groups = settleKinds(annotation, joined, names);
  const peopleTokens = new Set(
    groups.flatMap(({ kind, names: own }) =>
      kind === 'person' ? own.flatMap(({ tokens }) => tokensOf(tokens)) : [],
    ),
  );
  const isPerson = (token: number): boolean => peopleTokens.has(token);
  const described = groups.map((group) => describeGroup(annotation, group, isPerson));
  const people = groups.map((group, i) => toKnown(annotation, group, described[i] ?? []));
  const takenNear = indexBySpan([...spans, ...described.flat()], (span) => [span]);
  const isTaken = (span: Span): boolean => takenNear(span).some((other) => isOverlapping(span, other));
  const fitting = findDescriptionMentions(annotation, people, isTaken);
  const carried = findCarriedMentions(
    annotation,
    groups,
    people,
    (span) => isTaken(span) || fitting.some((other) => isOverlapping(span, other)),
  );
  const phrases = [...fitting, ...carried].sort((a, b) => a.start - b.start);
  const genders = groups.map((group, i) => group.gender ?? genderOfDescriptions(described[i] ?? []));
  return { groups, described, genders, phrases };
}

function tokensOf({ first, end }: TokenRange): number[] {
  return Array.from({ length: end - first }, (_, i) => first + i);
}

/** The names of people and the phrases that mean them, in the order of the text. */
export function mentionsOfPeople(
  groups: readonly NameGroup[],
  phrases: readonly DescriptionMention[],
): PersonMention[] {
  const named = groups.flatMap((group, person) =>
    group.kind === 'person'
      ? group.names.map(({ start, end, tokens }) => ({ start, end, tokens, person }))
      : [],
  );
  return [...named, ...phrases].sort((a, b) => a.start - b.start);
}

function describeGroup(
  annotation: Annotation,
  group: NameGroup,
  isPerson: (token: number) => boolean,
): Description[] {
  return group.names.flatMap((name) => {
    const sentence = annotation.sentenceTokens[sentenceOfToken(annotation, name.tokens.first)];
    return sentence === undefined
      ? []
      : describeName(annotation, { ...name, kind: group.kind }, sentence, isPerson);
  });
}

function toKnown(
  annotation: Annotation,
  group: NameGroup,
  descriptions: readonly Description[],
): KnownPerson {
  const own = group.kind === 'person' ? descriptions.filter(({ form }) => form !== 'relative') : [];
  return {
    nouns: new Set(
      own.filter((one) => !isPast(wordsOf(annotation, one.tokens))).flatMap(({ nouns }) => nouns),
    ),
    words: new Set(own.flatMap(({ tokens }) => wordsOf(annotation, tokens))),
    countries: new Set(own.flatMap(({ tokens }) => countriesIn(annotation, tokens))),
    firstNamed: group.names[0]?.start ?? 0,
  };
}

/** "the prime minister" is nobody who is called a former one. */
function isPast(words: readonly string[]): boolean {
  return words.some((word) => /^(?:former|ex|late|onetime|erstwhile)$/u.test(word));
}

function genderOfDescriptions(descriptions: readonly Description[]): Gender | null {
  const genders = descriptions.flatMap(({ nouns }) => nouns.map(genderOfNoun));
  return genders.find((gender) => gender !== null) ?? null;
}

function wordsOf(annotation: Annotation, range: TokenRange): string[] {
  return annotation.tokens.slice(range.first, range.end).map((token) => bareWord(token.norm));
}

function toEntity(
  annotation: Annotation,
  group: NameGroup,
  gender: Gender | null,
  descriptions: readonly (Span & { readonly tokens: TokenRange; readonly form?: string })[],
  others: readonly Mention[],
): Entity {
  const { text } = annotation.article;
  const forms = group.names.map((name) => text.slice(name.start, name.end));
  const name = forms.reduce((fullest, form) => (isFuller(form, fullest) ? form : fullest), forms[0] ?? '');
  const titled = descriptions.flatMap((description) => {
    const after = group.names.find(
      (own) => own.start > description.start && own.start - description.end === 1,
    );
    return description.form === 'before' && after !== undefined
      ? [text.slice(description.start, after.end)]
      : [];
  });
  return {
    kind: group.kind,
    name,
    gender,
    aliases: rankForms([...forms, ...titled].filter((form) => form !== name)),
    descriptions: firstOfEach(
      text,
      descriptions.filter(({ tokens }) => !isBare(annotation, tokens)),
    )
      .map(({ start, end }) => ({ start, end }))
      .sort((a, b) => a.start - b.start),
    mentions: [
      ...group.names.map(({ start, end }: NameSpan): Mention => ({ start, end, kind: 'name' })),
      ...others,
    ].sort((a, b) => a.start - b.start),
  };
}

/** The spans without those that say once more, word for word, what one before says. */
function firstOfEach(text: string, spans: readonly Span[]): Span[] {
  const said = new Set<string>();
  const inOrder = [...spans].sort((a, b) => a.start - b.start);
  return inOrder.filter(({ start, end }) => {
    const phrase = text.slice(start, end).toLowerCase().replace(/\s+/gu, ' ');
    return said.size < said.add(phrase).size;
  });
}

/** Names of more words are fuller, of the same number the longer; never one in capitals over one that is not. */
function isFuller(form: string, than: string): boolean {
  const [a, b] = [form.split(/\s+/u).length, than.split(/\s+/u).length];
  return a > b || (a === b && form.length > than.length && form !== form.toUpperCase());
}

function rankForms(forms: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const form of forms) counts.set(form, (counts.get(form) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([form]) => form);
}
