import { textAt } from '../../article/article.js';
import type { Span } from '../../article/span.js';
import type { Annotation } from '../../language/annotation.js';
import type { Attribution } from '../attribution.js';
import type { Entity } from '../entity.js';
import { findByInitials } from './initials.js';

/** "Ada Winter: We left at dawn.", "Q: Were you afraid?", "**Ada Winter**: …": a paragraph that says first who speaks. */
const LABELLED =
  /^(?:[*_]{1,3})?(\p{Lu}[\p{L}\p{M}.'\u2019-]*(?: [\p{L}\p{M}\p{N}.'\u2019-]+){0,4})(?:[*_]{1,3})?:(?:[*_]{1,3})?\s+(?=\S)/u;
/** Who asks, where no name is given. */
const ASKING = /^(?:Q|Question|Interviewer|Reporter|Host|Moderator)$/u;
const ANSWERING = /^(?:A|Answer)$/u;
const QUOTED = /^["\u201c\u2018'\u00ab]/u;
/** Labelled paragraphs that make an interview. */
const FEWEST_TURNS = 2;

/**
 * What is said in an interview or a log whose paragraphs begin with who speaks ("Ada Winter: We left at dawn."), the whole paragraph being that
 * one's words; what is in quotation marks there is found by them. None where fewer than two paragraphs do, or none of the labels is a person of the article or stands there twice.
 *
 * Gets wrong: a list of people with what they do ("Ada Winter: first violin").
 */
export function findInterview({ article }: Annotation, entities: readonly Entity[]): Attribution[] {
  const turns = article.paragraphs.flatMap((paragraph, place) => {
    if (paragraph.kind !== 'text') return [];
    const text = textAt(article, paragraph);
    const match = LABELLED.exec(text);
    const [lead = '', label = ''] = match ?? [];
    if (match === null) return [];
    const start = paragraph.start + lead.indexOf(label);
    return [
      {
        label,
        place,
        isQuoted: QUOTED.test(text.slice(lead.length)),
        at: { start, end: start + label.length },
        said: { start: paragraph.start + lead.length, end: paragraph.end },
      },
    ];
  });
  const times = new Map<string, number>();
  for (const { label } of turns) times.set(label, (times.get(label) ?? 0) + 1);
  const isTurn = ({ label, at }: (typeof turns)[number]): boolean =>
    ASKING.test(label) ||
    ANSWERING.test(label) ||
    personAt(entities, at) !== null ||
    (times.get(label) ?? 0) > 1;
  const isBeside = ({ place }: (typeof turns)[number]): boolean =>
    turns.some((other) => Math.abs(other.place - place) === 1 && isTurn(other));
  const own = turns.filter((turn) => isTurn(turn) || isBeside(turn));
  const hasTwo = new Set(own.map(({ label }) => label)).size > 1;
  if (own.length < FEWEST_TURNS || !hasTwo) return [];
  return own.flatMap(({ label, at, said, isQuoted }): Attribution[] => {
    if (isQuoted) return [];
    const entity = personAt(entities, at) ?? findByInitials(entities, label) ?? null;
    const isOpen = entity === null && (ANSWERING.test(label) || ASKING.test(label));
    const speaker = isOpen ? null : { ...at, name: entity?.name ?? label, entity, behalf: null };
    return [{ kind: 'direct', content: [said], cue: null, speaker }];
  });
}

function personAt(entities: readonly Entity[], { start, end }: Span): Entity | null {
  return (
    entities.find(
      ({ kind, mentions }) =>
        kind === 'person' &&
        mentions.some((known) => known.kind === 'name' && known.start >= start && known.end === end),
    ) ?? null
  );
}
