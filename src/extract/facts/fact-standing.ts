import { isOverlapping, isWithin, type Span } from '../../article/span.js';
import type { Annotation } from '../../language/annotation.js';
import type { Attribution } from '../attribution.js';
import type { Fact } from '../fact.js';
import { firstTokenAt } from '../grammar/token-range.js';
import { indexBySpan } from '../spans-nearby.js';

/** Whose word a statement is, and how it stands. */
export type Standing = Pick<Fact, 'attribution' | 'source' | 'standing'>;

const OWN: Standing = { attribution: null, source: null, standing: 'stated' };

const lookups = new WeakMap<readonly Attribution[], (span: Span) => Attribution[]>();

/** The attributions that may hold a span. */
function nearby(attributions: readonly Attribution[], span: Span): Attribution[] {
  let lookUp = lookups.get(attributions);
  if (lookUp === undefined) {
    lookUp = indexBySpan(attributions, ({ content }) => content);
    lookups.set(attributions, lookUp);
  }
  return lookUp(span);
}

/**
 * Whose word the value at a span is: of the smallest attribution that holds it; the reporter's own if none does. The attribution is speaker and cue
 * together if they are together, else the one that names who says it.
 *
 * Gets wrong: a statement that goes on in the next sentence without a word that says so.
 */
export function findStanding(
  annotation: Annotation,
  attributions: readonly Attribution[],
  value: Span,
): Standing {
  const holding = nearby(attributions, value)
    .filter(({ content }) => content.some((span) => isWithin(value, span)))
    .toSorted((a, b) => lengthOf(a) - lengthOf(b));
  for (const quotation of holding) {
    const attribution = attributionOf(quotation);
    if (attribution === null || isLoose(annotation, quotation, attribution)) continue;
    return {
      attribution,
      source: quotation.speaker,
      standing: quotation.kind === 'denied' ? 'denied' : 'claimed',
    };
  }
  if (holding.some(({ kind }) => kind === 'direct')) return { ...OWN, standing: 'claimed' };
  return OWN;
}

/**
 * Whether a reported statement is tied to a speaker far from its cue by no clause of its own: "reports surfaced of a
 * quarrel, underscoring the strain of two years" says nothing of two years on anybody's word.
 */
function isLoose({ tokens }: Annotation, { kind, cue, content }: Attribution, attribution: Span): boolean {
  const [first] = content;
  if (kind !== 'reported' || first === undefined || cue === null || isWithin(cue, attribution)) return false;
  const own = tokens.slice(firstTokenAt(tokens, first.start), firstTokenAt(tokens, first.end));
  return !own.some(
    ({ norm, pos }, i) =>
      norm === 'that' ||
      pos === 'AUX' ||
      (pos === 'VERB' && !norm.endsWith('ing') && own[i - 1]?.norm !== 'to'),
  );
}

function lengthOf({ content }: Attribution): number {
  return content.reduce((length, { start, end }) => length + end - start, 0);
}

/** Code units between a cue and its speaker that still make one phrase ("said, in a statement, the ministry"). */
const LONGEST_GAP = 40;

function attributionOf({ cue, speaker, content }: Attribution): Span | null {
  if (cue === null || speaker === null) return span(speaker ?? cue);
  const both = { start: Math.min(cue.start, speaker.start), end: Math.max(cue.end, speaker.end) };
  const gap = both.end - both.start - (cue.end - cue.start) - (speaker.end - speaker.start);
  if (gap > LONGEST_GAP || content.some((part) => isOverlapping(part, both))) return span(speaker);
  return both;
}

function span(found: Span | null): Span | null {
  return found === null ? null : { start: found.start, end: found.end };
}
