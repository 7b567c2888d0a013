import { textAt } from '../../article/article.js';
import { firstWhere } from '../../article/binary-search.js';
import type { Span } from '../../article/span.js';
import type { Annotation } from '../../language/annotation.js';
import { wordsOf } from '../../lexicon/words.js';
import type { Attribution, Speaker } from '../attribution.js';
import type { Entity } from '../entity.js';
import { isNationality } from '../people/nationality.js';
import { type Gender, genderOfNoun, isPersonNoun, isTitle } from '../people/titles.js';
import { findSubjects, type SentenceBefore } from './named-subjects.js';
import { resolveSpeaker } from './speaker.js';
import { onlyOne, type Spoken, whoIsMeant } from './who-is-meant.js';

const GENDERS: ReadonlyMap<string, Gender> = new Map<string, Gender>([
  ['he', 'male'],
  ['she', 'female'],
]);

/** "the 58-year-old", who is whoever has that age, or else whom "he" or "she" would mean. */
const AGED = /^the (\d{1,3})-year(?:-old)?$/iu;

/** Cues of an answer to what was asked before. */
const ANSWERING = /^(?:repl(?:y|ies|ied)|answer(?:s|ed)?|respond(?:s|ed)?)$/iu;
const ENDS_QUESTION = /\?['\u2019]?["\u201d]?\s*$/u;

/**
 * Tells who speaks, from one attribution to the next in the order of the text. "He", "she", "the 58-year-old" and "the minister" are first whom
 * the sentence before what is said is about; else who spoke last in the same or the previous paragraph, unless others have become the
 * subject since; if two are as likely, nobody (see `whoIsMeant`).
 *
 * A speaker who is certain, as in a label before the words, stays.
 *
 * Gets wrong: a pronoun for somebody who is spoken about between two quotations and never the subject.
 */
export function createListener(
  annotation: Annotation,
  entities: readonly Entity[],
  quoted: readonly Span[],
): (attribution: Attribution, speaker: Speaker) => Speaker {
  const { article } = annotation;
  const people = entities.filter(({ kind }) => kind === 'person');
  const subjects = findSubjects(annotation, people, quoted);
  let last: Spoken | null = null;
  const heard = new Map<number, Speaker>();
  const name = ({ start, end }: Span, person: Entity | null): Speaker => ({
    start,
    end,
    name: person?.name ?? textAt(article, { start, end }),
    entity: person,
    behalf: null,
  });
  const nearBy = (mention: Span): Spoken | null => {
    const isNear = last !== null && paragraphOf(annotation, mention) - last.paragraph <= 1;
    return last !== null && isNear && last.end <= mention.start ? last : null;
  };
  const tell = (mention: Speaker, content: readonly Span[], cue: Span | null): Speaker => {
    if (cue === null && mention.entity !== null) return mention;
    const words = textAt(article, mention);
    const aged = AGED.exec(words);
    const byAge = aged === null ? undefined : findByAge(annotation, people, aged[1] ?? '');
    if (byAge !== undefined) return name(mention, byAge);
    const gender = aged === null && !isCountryman(words) ? GENDERS.get(words.toLowerCase()) : 'either';
    const known = heard.get(mention.start);
    if (known !== undefined && gender !== undefined) return known;
    const plain = resolveSpeaker(annotation, mention, entities);
    const from = Math.min(mention.start, ...content.map(({ start }) => start));
    const scene = subjects.before(from);
    if (gender === undefined) {
      const subject = onlyOne(scene?.subjects ?? []);
      if (plain.entity !== null) return plain;
      const called =
        findByRole(annotation, people, words, subject) ??
        findRelative(annotation, people, words) ??
        findByTrade(annotation, people, words, { subject, scene, mention });
      return called === undefined ? plain : name(mention, called);
    }
    const isReply = cue !== null && ANSWERING.test(textAt(article, cue));
    const around = { subjects, scene, near: nearBy(mention), meant: plain.entity, isReply };
    return name(mention, whoIsMeant(around, { gender, content, start: mention.start, from }));
  };
  return ({ kind, content, cue }, mention) => {
    const speaker = tell(mention, content, cue);
    heard.set(speaker.start, speaker);
    const person = speaker.entity?.kind === 'person' ? speaker.entity : null;
    const words = textAt(article, speaker);
    if (person !== null || (kind === 'direct' && isSomebody(words))) {
      const isQuestion = content.some((span) => ENDS_QUESTION.test(textAt(article, span)));
      last = { person, paragraph: paragraphOf(annotation, speaker), end: speaker.end, isQuestion };
    }
    return speaker;
  };
}

/** What a role may be called besides without being another's; none at all. */
const NOT_OF_ROLE = /^(?:former|then|late|)$/iu;

/** "the minister", if one person of the article is described by those words, or the one whom the sentence before is about. */
function findByRole(
  { article }: Annotation,
  people: readonly Entity[],
  words: string,
  subject: Entity | null,
): Entity | undefined {
  const [, others = '', noun] = /^the ((?:\p{Ll}[\p{L}-]* )*)(\p{Ll}[\p{L}-]*)$/iu.exec(words) ?? [];
  if (noun === undefined || !isPersonNoun(noun.toLowerCase())) return undefined;
  const asked = [...others.trim().split(' '), noun].filter((word) => !NOT_OF_ROLE.test(word));
  const roles = asked.map((word) => new RegExp(`(?<![\\p{L}-])${word}(?![\\p{L}-])`, 'iu'));
  const fitting = people.filter(({ descriptions }) =>
    descriptions.some((description) => roles.every((role) => role.test(textAt(article, description)))),
  );
  if (subject !== null && fitting.includes(subject)) return subject;
  return fitting.length === 1 ? fitting[0] : undefined;
}

/** "the Norwegian", "the Ugandan, who rides for Halvard": whom "he" or "she" would mean. */
function isCountryman(words: string): boolean {
  const [, word = ''] = /^the (\p{Lu}[\p{L}-]+)(?:,.*)?$/isu.exec(words) ?? [];
  return /^\p{Lu}/u.test(word) && isNationality(word.toLowerCase()) && !word.endsWith('s');
}

/** "her grandson", if one person of the article is described as somebody's, by that noun. */
function findRelative({ article }: Annotation, people: readonly Entity[], words: string): Entity | undefined {
  const [, noun] = /^(?:his|her|their) (\p{Ll}+)$/iu.exec(words) ?? [];
  if (noun === undefined || !isPersonNoun(noun)) return undefined;
  const form = new RegExp(`^(?:(?:his|her|their)|.*['\u2019]s?) (?:[\\p{L}-]+ )?${noun}$`, 'iu');
  const fitting = people.filter(({ descriptions }) =>
    descriptions.some((description) => form.test(textAt(article, description))),
  );
  return onlyOne(fitting) ?? undefined;
}

/** Those whom a room or a town has, so that "the" tells no more than which room: nobody need have named them before. */
const OF_THE_PLACE = new Set(wordsOf('people', 'ofThePlace'));

/**
 * "the goalkeeper", "the contractor": whom alone the sentence before is about, if no other is called so, nothing of that name has been spoken
 * of before, and it is no office that a court, a town or a body has anyway.
 *
 * Gets wrong: a driver who comes in with "the" and is never named, right behind a sentence about a passenger.
 */
function findByTrade(
  { article }: Annotation,
  people: readonly Entity[],
  words: string,
  { subject, scene, mention }: { subject: Entity | null; scene: SentenceBefore | null; mention: Span },
): Entity | undefined {
  const [, , noun] = /^the ((?:\p{Ll}[\p{L}-]* )*)(\p{Ll}[\p{L}-]*)$/iu.exec(words) ?? [];
  if (noun === undefined || subject === null || scene === null || scene.unnamed !== null) return undefined;
  if (scene.named.some((other) => other !== subject)) return undefined;
  const role = noun.toLowerCase();
  if (!isPersonNoun(role) || isTitle(role) || OF_THE_PLACE.has(role)) return undefined;
  const told = genderOfNoun(role);
  if (told !== null && subject.gender !== null && told !== subject.gender) return undefined;
  const called = new RegExp(`(?<![\\p{L}-])${role}s?(?![\\p{L}-])`, 'iu');
  if (called.test(article.text.slice(0, mention.start))) return undefined;
  const isOthers = people.some(
    (other) =>
      other !== subject &&
      other.descriptions.some((description) => called.test(textAt(article, description))),
  );
  return isOthers ? undefined : subject;
}

/** "an officer", "his wife": one person who is new, told by a noun for one. */
function isSomebody(words: string): boolean {
  const [, noun = ''] =
    /^(?:an?|his|her|their|one|another)\s(?:[\p{L}-]+\s)*(\p{Ll}[\p{L}-]*)$/iu.exec(words) ?? [];
  return isPersonNoun(noun);
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
