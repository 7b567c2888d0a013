import { textAt } from '../../article/article.js';
import { firstWhere } from '../../article/binary-search.js';
import { isWithin, type Span } from '../../article/span.js';
import type { Annotation } from '../../language/annotation.js';
import type { Speaker } from '../attribution.js';
import type { Entity } from '../entity.js';
import { firstTokenAt, sentenceOfToken } from '../grammar/token-range.js';
import { type Gender, isPersonNoun } from '../people/titles.js';
import { findSubjects, isOwner } from './named-subjects.js';
import { resolveSpeaker } from './speaker.js';

const GENDERS: ReadonlyMap<string, Gender> = new Map<string, Gender>([
  ['he', 'male'],
  ['she', 'female'],
]);

/** "the 58-year-old", who is whoever has that age, or else whom "he" or "she" would mean. */
const AGED = /^the (\d{1,3})-year(?:-old)?$/iu;

/** Somebody who has spoken, and where. */
interface Spoken {
  readonly person: Entity;
  readonly paragraph: number;
  /** Where the mention ends. */
  readonly end: number;
}

/**
 * Tells who speaks, from one attribution to the next in the order of the text. "He", "she", "the 58-year-old" and "the minister" are first whom
 * the sentence before what is said is about; else who spoke last in the same or the previous paragraph, unless others have become the
 * subject since; where two have, or the sentence before names two side by side, whom the article's pronouns tell, and where that is another, nobody. Names within quoted words count for
 * nothing there, and a person whose gender the article tells is never meant by the other pronoun.
 *
 * A speaker who is certain, as in a label before the words, stays.
 *
 * Gets wrong: a pronoun for somebody who is spoken about between two quotations and never the subject.
 */
export function createListener(
  annotation: Annotation,
  entities: readonly Entity[],
  quoted: readonly Span[],
): (speaker: Speaker, content: readonly Span[], isCertain: boolean) => Speaker {
  const { article } = annotation;
  const people = entities.filter(({ kind }) => kind === 'person');
  const subjects = findSubjects(annotation, people, quoted);
  let last: Spoken | null = null;
  const heard = new Map<number, Speaker>();
  const hear = (speaker: Speaker): Speaker => {
    heard.set(speaker.start, speaker);
    if (speaker.entity?.kind === 'person')
      last = { person: speaker.entity, paragraph: paragraphOf(annotation, speaker), end: speaker.end };
    return speaker;
  };
  const name = ({ start, end }: Span, person: Entity | null): Speaker => ({
    start,
    end,
    name: person?.name ?? textAt(article, { start, end }),
    entity: person,
    behalf: null,
  });
  return (mention, content, isCertain) => {
    if (isCertain && mention.entity !== null) return hear(mention);
    const words = textAt(article, mention);
    const aged = AGED.exec(words);
    const byAge = aged === null ? undefined : findByAge(annotation, people, aged[1] ?? '');
    if (byAge !== undefined) return hear(name(mention, byAge));
    const gender = aged === null ? GENDERS.get(words.toLowerCase()) : 'either';
    const known = heard.get(mention.start);
    if (known !== undefined && gender !== undefined) return known;
    const plain = resolveSpeaker(annotation, mention, entities);
    const from = Math.min(mention.start, ...content.map(({ start }) => start));
    const subject = subjects.before(from);
    if (gender === undefined) {
      const byRole = plain.entity === null ? findByRole(annotation, people, words, subject) : undefined;
      return hear(byRole === undefined ? plain : name(mention, byRole));
    }
    if (subject !== null && isOf(subject, gender)) return hear(name(mention, subject));
    const paragraph = paragraphOf(annotation, mention);
    const before: Spoken | null = last;
    const joined = subjects.joinedBefore(from).filter((person) => isOf(person, gender));
    if (joined.length > 1) {
      const isNear = before !== null && paragraph - before.paragraph <= 1 && joined.includes(before.person);
      return hear(name(mention, isNear ? before.person : null));
    }
    const fallback = (): Speaker => {
      const isTold = plain.entity === null || plain.entity.gender !== null || gender === 'either';
      const near = isTold ? undefined : subjects.nearestOf(gender, from);
      return hear(near === undefined ? plain : name(mention, near));
    };
    if (
      before === null ||
      before.end > mention.start ||
      paragraph - before.paragraph > 1 ||
      !isOf(before.person, gender)
    )
      return fallback();
    const since = subjects
      .between(before.end, mention.start)
      .filter((person) => person !== before.person && isOf(person, gender));
    return hear(name(mention, choose(before.person, since, plain.entity)));
  };
}

function choose(spoken: Entity, since: readonly Entity[], meant: Entity | null): Entity | null {
  const [first] = since;
  if (first === undefined) return spoken;
  const others = new Set(since);
  if (meant !== null && (others.has(meant) || meant === spoken)) return meant;
  return others.size === 1 ? first : null;
}

/** Whether nothing tells that a person is of another gender. */
function isOf({ gender }: Entity, wanted: Gender | 'either'): boolean {
  return gender === null || wanted === 'either' || gender === wanted;
}

/** "the minister", where one person of the article is described by that noun, or the one whom the sentence before is about. */
function findByRole(
  { article }: Annotation,
  people: readonly Entity[],
  words: string,
  subject: Entity | null,
): Entity | undefined {
  const [, noun] = /^the (?:\p{Ll}[\p{L}-]* )*(\p{Ll}[\p{L}-]*)$/iu.exec(words) ?? [];
  if (noun === undefined || !isPersonNoun(noun.toLowerCase())) return undefined;
  const role = new RegExp(`(?<![\\p{L}-])${noun}(?![\\p{L}-])`, 'iu');
  const fitting = people.filter(({ descriptions }) =>
    descriptions.some((description) => role.test(textAt(article, description))),
  );
  if (subject !== null && fitting.includes(subject)) return subject;
  return fitting.length === 1 ? fitting[0] : undefined;
}

/** Whose age is told behind the name: "Emil Strand, 58,". */
function findByAge({ article }: Annotation, people: readonly Entity[], age: string): Entity | undefined {
  const found = people.filter(({ mentions }) =>
    mentions.some(
      ({ kind, end }) =>
        kind === 'name' && article.text.slice(end, end + age.length + 3).startsWith(`, ${age}`),
    ),
  );
  return found.length === 1 ? found[0] : undefined;
}

function paragraphOf({ article: { paragraphs } }: Annotation, { start }: Span): number {
  const place = firstWhere(paragraphs.length, (at) => start < (paragraphs[at]?.end ?? 0));
  return paragraphs[place]?.number ?? 0;
}

/** The person whom a sentence is about: the only one who is named, or meant by a pronoun, before its verb. Null where there is none or are several. */
export function personBegun(
  annotation: Annotation,
  people: readonly Entity[],
  offset: number,
): Speaker | null {
  const { article, tokens, sentenceTokens } = annotation;
  const sentence = sentenceOfToken(annotation, firstTokenAt(tokens, offset));
  const range = sentenceTokens[sentence];
  const own = article.sentences[sentence];
  if (range === undefined || own === undefined) return null;
  let verb = range.first;
  while (verb < range.end && !/^(?:VERB|AUX)$/u.test(tokens[verb]?.pos ?? '')) verb += 1;
  const subject = { start: own.start, end: tokens[verb]?.start ?? own.end };
  const found = people.flatMap((entity) => {
    const mention = entity.mentions.find(
      (known) =>
        isWithin(known, subject) &&
        !isOwner(article.text, known) &&
        !/^(?:his|her|him)$/iu.test(textAt(article, known)),
    );
    return mention === undefined ? [] : [{ entity, mention }];
  });
  const [first] = found;
  if (first === undefined || found.length > 1 || verb === range.end) return null;
  const { entity, mention } = first;
  return { start: mention.start, end: mention.end, name: entity.name, entity, behalf: null };
}
