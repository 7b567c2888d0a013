import { textAt } from '../../article/article.js';
import type { Span } from '../../article/span.js';
import type { Annotation } from '../../language/annotation.js';
import type { Attribution } from '../attribution.js';
import type { Entity } from '../entity.js';
import { findByInitials } from './initials.js';

/** "Ada Winter: We left at dawn.", "Q: Were you afraid?", "**Ada Winter**: …": a paragraph that says first who speaks. */
const LABELLED =
  /^(?:[*_]{1,3})?(\p{Lu}[\p{L}\p{M}.'\u2019-]*(?: [\p{L}\p{M}\p{N}.'\u2019-]+){0,4})(?:[*_]{1,3})?:(?:[*_]{1,3})?\s+(?=\S)/u;
/** Who asks, if no name is given. */
const ASKING = /^(?:Q|Question|Interviewer|Reporter|Host|Moderator)$/u;
const ANSWERING = /^(?:A|Answer)$/u;
const QUOTED = /^["\u201c\u2018'\u00ab]/u;
/** A label within a paragraph, behind the end of a sentence: "Q: Who checks? Sabry: Not us." */
const WITHIN = /(?<=[.?!)\u201d"]\s)(\p{Lu}[\p{L}.'\u2019-]*(?: \p{Lu}[\p{L}.'\u2019-]*){0,3}):\s+(?=\S)/gu;
/** Labelled paragraphs that make an interview. */
const FEWEST_TURNS = 2;

/**
 * What is said in an interview or a log whose paragraphs begin with who speaks ("Ada Winter: We left at dawn."), the whole paragraph being that
 * one's words; what is in quotation marks there is found by them. None if fewer than two paragraphs do, or none of the labels is a person of the article or is there twice.
 *
 * Gets wrong: a list of people with what they do ("Ada Winter: first violin").
 */
export function findInterview({ article }: Annotation, entities: readonly Entity[]): Attribution[] {
  const turns = article.paragraphs.flatMap((paragraph, place) =>
    paragraph.kind === 'text' ? readTurns(textAt(article, paragraph), paragraph.start, place, entities) : [],
  );
  const times = new Map<string, number>();
  for (const { label } of turns) times.set(label, (times.get(label) ?? 0) + 1);
  const isTurn = ({ label, at }: Turn): boolean =>
    ASKING.test(label) ||
    ANSWERING.test(label) ||
    isKnown(personAt(entities, at, label)) ||
    (times.get(label) ?? 0) > 1;
  const isBeside = ({ place }: Turn): boolean =>
    turns.some((other) => Math.abs(other.place - place) === 1 && isTurn(other));
  const own = turns.filter((turn) => isTurn(turn) || isBeside(turn));
  const hasTwo = new Set(own.map(({ label }) => label)).size > 1;
  if (own.length < FEWEST_TURNS || !hasTwo) return [];
  const [opening] = own;
  const answerer = opening === undefined ? null : firstNamed(entities, opening.at.start);
  return own.flatMap(({ label, at, said, isQuoted }): Attribution[] => {
    if (isQuoted) return [];
    const isAnswer = ANSWERING.test(label);
    const named = personAt(entities, at, label) ?? findByInitials(entities, label) ?? null;
    const entity = named ?? (isAnswer ? answerer : null);
    const isOpen = entity === null && (isAnswer || ASKING.test(label));
    const speaker = isOpen ? null : { ...at, name: entity?.name ?? label, entity, behalf: null };
    return [{ kind: 'direct', content: [said], cue: null, speaker }];
  });
}

/** Whether a paragraph says first who speaks, as those of an interview do. */
export function beginsWithLabel(paragraph: string): boolean {
  return LABELLED.test(paragraph);
}

/** What one says there: the label, the place of its paragraph, and the words. */
interface Turn {
  readonly label: string;
  readonly place: number;
  /** Whether the words are in quotation marks, and so are found by them. */
  readonly isQuoted: boolean;
  readonly at: Span;
  readonly said: Span;
}

/** The turns of a paragraph that begins with a label: those within it only if a person of the article, or who asks or answers, is named. */
function readTurns(text: string, offset: number, place: number, entities: readonly Entity[]): Turn[] {
  const [lead = '', label = ''] = LABELLED.exec(text) ?? [];
  if (lead === '') return [];
  const starts = [{ label, start: lead.indexOf(label), from: lead.length }];
  for (const { 0: whole, 1: name = '', index } of text.matchAll(WITHIN)) {
    const at = { start: offset + index, end: offset + index + name.length };
    const isOne = ASKING.test(name) || ANSWERING.test(name) || personAt(entities, at, name) !== null;
    if (index >= lead.length && isOne) starts.push({ label: name, start: index, from: index + whole.length });
  }
  return starts
    .map(({ label: name, start, from }, i) => {
      const end = text.slice(0, starts[i + 1]?.start ?? text.length).trimEnd().length;
      return {
        label: name,
        place,
        isQuoted: QUOTED.test(text.slice(from)),
        at: { start: offset + start, end: offset + start + name.length },
        said: { start: offset + from, end: offset + end },
      };
    })
    .filter(({ said }) => said.end > said.start);
}

/** Who is introduced before a place, as before an interview: named first, by first name and surname; those of whom the article tells anything before others. */
export function firstNamed(entities: readonly Entity[], before: number): Entity | null {
  const named = entities.flatMap((entity) => {
    const mention = entity.mentions.find(({ kind, end }) => kind === 'name' && end <= before);
    const isWhole = entity.kind === 'person' && entity.name.includes(' ');
    return isWhole && mention !== undefined ? [{ entity, start: mention.start }] : [];
  });
  const first = named.toSorted((a, b) => a.start - b.start);
  const isTold = ({ gender, descriptions }: Entity): boolean => gender !== null || descriptions.length > 0;
  return (first.find(({ entity }) => isTold(entity)) ?? first[0])?.entity ?? null;
}

/** Whether somebody is more than a label: "Healer: Aura lasts 8 seconds" is in a list of changes. */
function isKnown(person: Entity | null): boolean {
  return person !== null && (person.name.includes(' ') || person.mentions.length > 1);
}

/** The person named at a place, or the only one whose surname the label is. */
function personAt(entities: readonly Entity[], { start, end }: Span, label: string): Entity | null {
  const people = entities.filter(({ kind }) => kind === 'person');
  const named = people.find(({ mentions }) =>
    mentions.some((known) => known.kind === 'name' && known.start >= start && known.end === end),
  );
  const surname = ` ${label.toLowerCase()}`;
  const called = people.filter(({ name }) => name.toLowerCase().endsWith(surname));
  return named ?? (called.length === 1 ? (called[0] ?? null) : null);
}
