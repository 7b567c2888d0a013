import type { Span } from '../article/span.js';
import type { Analysis } from '../extract/analysis.js';
import type { Attribution, Speaker } from '../extract/attribution.js';
import type { Entity } from '../extract/entity.js';
import type { Fact } from '../extract/fact.js';

/** What was found in an article besides its words and its names. */
export type Findings = Pick<Analysis, 'attributions' | 'terms' | 'facts'>;

/** A speaker whose entity is its place in the list of all: an entity that is sent twice would come out as two. */
type PackedSpeaker = Omit<Speaker, 'entity'> & { readonly entity: number | null };

/** A part of findings as it goes from one thread to another; those of an article are put together in their order. */
export interface PackedFindings {
  readonly terms: readonly Span[];
  readonly attributions: readonly (Omit<Attribution, 'speaker'> & {
    readonly speaker: PackedSpeaker | null;
  })[];
  readonly facts: readonly (Omit<Fact, 'source'> & { readonly source: PackedSpeaker | null })[];
}

/** Entities, quotations or facts in one part: whoever takes it is held up for some five milliseconds. */
const MOST_IN_PART = 500;

/** Entities in parts that are each quickly taken; at least one. */
export function* packEntities(entities: readonly Entity[]): Generator<readonly Entity[]> {
  for (let from = 0; from < Math.max(1, entities.length); from += MOST_IN_PART)
    yield entities.slice(from, from + MOST_IN_PART);
}

/** Findings in parts that are each quickly taken, with speakers out of these entities; `joinFindings` gives their equal back. At least one. */
export function* packFindings(
  entities: readonly Entity[],
  { attributions, terms, facts }: Findings,
): Generator<PackedFindings> {
  const places = new Map(entities.map((entity, place) => [entity, place]));
  const packSpeaker = (speaker: Speaker | null): PackedSpeaker | null =>
    speaker && { ...speaker, entity: speaker.entity && (places.get(speaker.entity) ?? null) };
  const most = Math.max(1, attributions.length, terms.length, facts.length);
  for (let from = 0; from < most; from += MOST_IN_PART) {
    const to = from + MOST_IN_PART;
    yield {
      terms: terms.slice(from, to),
      attributions: attributions
        .slice(from, to)
        .map((quotation) => ({ ...quotation, speaker: packSpeaker(quotation.speaker) })),
      facts: facts.slice(from, to).map((fact) => ({ ...fact, source: packSpeaker(fact.source) })),
    };
  }
}

/** The findings of which these are the parts, with speakers out of these entities; a step after each. */
export function* joinFindings(
  entities: readonly Entity[],
  parts: readonly PackedFindings[],
): Generator<undefined, Findings> {
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
  return { attributions, terms: parts.flatMap(({ terms }) => terms), facts };
}
