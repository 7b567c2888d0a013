import type { Span } from '../article/span.js';
import type { Attribution, Speaker } from '../extract/attribution.js';
import type { Entity } from '../extract/entity.js';
import type { Fact } from '../extract/fact.js';
import type { Reading } from '../extract/reading.js';

/** What was found in an article besides its words. */
export type Findings = Pick<Reading, 'entities' | 'attributions' | 'terms' | 'facts'>;

/** A speaker whose entity is its place in the list of all: an entity that is sent twice would come out as two. */
type PackedSpeaker = Omit<Speaker, 'entity'> & { readonly entity: number | null };

/** A part of findings as it goes from one thread to another; those of an article are put together in their order. */
export interface PackedFindings {
  readonly entities: readonly Entity[];
  readonly terms: readonly Span[];
  readonly attributions: readonly (Omit<Attribution, 'speaker'> & {
    readonly speaker: PackedSpeaker | null;
  })[];
  readonly facts: readonly (Omit<Fact, 'source'> & { readonly source: PackedSpeaker | null })[];
}

/** Entities, quotations or facts in one part: whoever takes it is held up for some five milliseconds. */
const MOST_IN_PART = 500;

/** Findings in parts that are each quickly taken; `joinFindings` gives their equal back. At least one. */
export function* packFindings({ entities, attributions, terms, facts }: Findings): Generator<PackedFindings> {
  const places = new Map(entities.map((entity, place) => [entity, place]));
  const packSpeaker = (speaker: Speaker | null): PackedSpeaker | null =>
    speaker && { ...speaker, entity: speaker.entity && (places.get(speaker.entity) ?? null) };
  const most = Math.max(1, entities.length, attributions.length, terms.length, facts.length);
  for (let from = 0; from < most; from += MOST_IN_PART) {
    const to = from + MOST_IN_PART;
    yield {
      entities: entities.slice(from, to),
      terms: terms.slice(from, to),
      attributions: attributions
        .slice(from, to)
        .map((quotation) => ({ ...quotation, speaker: packSpeaker(quotation.speaker) })),
      facts: facts.slice(from, to).map((fact) => ({ ...fact, source: packSpeaker(fact.source) })),
    };
  }
}

/** The findings of which these are the parts; a step after each. */
export function* joinFindings(parts: readonly PackedFindings[]): Generator<undefined, Findings> {
  const entities = parts.flatMap((part) => part.entities);
  const unpackSpeaker = (speaker: PackedSpeaker | null): Speaker | null =>
    speaker && { ...speaker, entity: speaker.entity === null ? null : (entities[speaker.entity] ?? null) };
  const attributions: Attribution[] = [];
  const facts: Fact[] = [];
  for (const part of parts) {
    for (const quotation of part.attributions)
      attributions.push({ ...quotation, speaker: unpackSpeaker(quotation.speaker) });
    for (const fact of part.facts) facts.push({ ...fact, source: unpackSpeaker(fact.source) });
    yield;
  }
  return { entities, attributions, terms: parts.flatMap(({ terms }) => terms), facts };
}
