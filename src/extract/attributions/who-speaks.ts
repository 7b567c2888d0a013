import { textAt } from '../../article/article.js';
import { isOverlapping, isWithin, type Span } from '../../article/span.js';
import type { Annotation } from '../../language/annotation.js';
import type { Speaker } from '../attribution.js';
import type { Entity } from '../entity.js';
import { firstTokenAt, sentenceOfToken } from '../grammar/token-range.js';
import type { Gender } from '../people/titles.js';
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
 * Tells who speaks, from one attribution to the next in the order of the text. "He" and "she" are the person who spoke last in the same or
 * the previous paragraph, unless somebody else has become the subject since; then that one, and where two have, whom the article's
 * pronouns tell; where that is another, nobody. A person whose gender the article tells is never meant by the other pronoun.
 *
 * Gets wrong: a pronoun for somebody who is spoken about between two quotations and never the subject.
 */
export function createListener(
  annotation: Annotation,
  entities: readonly Entity[],
): (mention: Span) => Speaker {
  const { article } = annotation;
  const people = entities.filter(({ kind }) => kind === 'person');
  let last: Spoken | null = null;
  const heard = new Map<number, Speaker>();
  const hear = (speaker: Speaker): Speaker => {
    heard.set(speaker.start, speaker);
    if (speaker.entity?.kind === 'person')
      last = { person: speaker.entity, paragraph: paragraphOf(annotation, speaker), end: speaker.end };
    return speaker;
  };
  return (mention) => {
    const words = textAt(article, mention);
    const aged = AGED.exec(words);
    const byAge = aged === null ? undefined : findByAge(annotation, people, aged[1] ?? '');
    if (byAge !== undefined) return hear({ ...mention, name: byAge.name, entity: byAge, behalf: null });
    const gender = aged === null ? GENDERS.get(words.toLowerCase()) : 'either';
    const known = heard.get(mention.start);
    if (known !== undefined && gender !== undefined) return known;
    const plain = resolveSpeaker(annotation, mention, entities);
    if (gender === undefined) return hear(plain);
    const paragraph = paragraphOf(annotation, mention);
    const before: Spoken | null = last;
    const meant = plain.entity;
    if (
      before === null ||
      before.end > mention.start ||
      paragraph - before.paragraph > 1 ||
      !isOf(before.person, gender)
    )
      return hear(plain);
    const since = subjectsBetween(annotation, people, before.end, mention.start).filter(
      (person) => person !== before.person && isOf(person, gender),
    );
    const person = choose(before.person, since, meant);
    return hear(
      person === null
        ? { start: mention.start, end: mention.end, name: words, entity: null, behalf: null }
        : { start: mention.start, end: mention.end, name: person.name, entity: person, behalf: null },
    );
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

function paragraphOf({ article }: Annotation, { start }: Span): number {
  return article.paragraphs.find((paragraph) => start < paragraph.end)?.number ?? 0;
}

/** The people who begin a sentence between two places, by name, in order. */
function subjectsBetween(
  annotation: Annotation,
  people: readonly Entity[],
  from: number,
  to: number,
): Entity[] {
  const { article, tokens } = annotation;
  const sentences = article.sentences.filter(({ start, end }) => end > from && start < to);
  return sentences.flatMap((sentence) => {
    const range = annotation.sentenceTokens[sentence.index];
    if (range === undefined) return [];
    const verb = tokens.findIndex(
      (token, at) => at >= range.first && at < range.end && (token.pos === 'VERB' || token.pos === 'AUX'),
    );
    const limit = verb === -1 ? sentence.end : (tokens[verb]?.start ?? sentence.end);
    const subject = { start: Math.max(sentence.start, from), end: Math.min(limit, to) };
    return people.filter(({ mentions }) =>
      mentions.some(
        (mention) =>
          mention.kind === 'name' && isOverlapping(mention, subject) && !isOwner(article.text, mention),
      ),
    );
  });
}

function isOwner(text: string, { end }: Span): boolean {
  return /^['\u2019]s?\s/u.test(text.slice(end, end + 3));
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
