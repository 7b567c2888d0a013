import type { Sentence } from '../../article/article.js';
import type { Span } from '../../article/span.js';
import type { Annotation, TokenRange } from '../../language/annotation.js';
import type { Token } from '../../language/token.js';
import type { Entity } from '../entity.js';
import { firstTokenAt } from '../grammar/token-range.js';

const WHERE = new Set(
  'in at on near from to across outside inside around over above throughout toward towards into through off via between within beyond'.split(
    ' ',
  ),
);
/** Words between a preposition and a place that belong to the place. */
const DIRECTION =
  /^(?:(?:north|south|east|west)(?:ern|east(?:ern)?|west(?:ern)?)?|central|downtown|upper|lower|inner|mid|greater|rural|occupied|the|-)$/u;

/**
 * The places of a sentence where something is or happens: names of places behind "in", "at", "near" and the like, with
 * the direction before them ("southern Israel"). Each place once a sentence, in order.
 *
 * Gets wrong: places that stand for their governments ("a letter to Paris").
 */
export function findPlaces(
  { article, tokens }: Annotation,
  entities: readonly Entity[],
  sentence: Sentence,
  range: TokenRange,
): Span[] {
  const places: Span[] = [];
  for (const { kind, mentions } of entities) {
    if (kind !== 'place') continue;
    const mention = mentions.find((one) => one.start >= sentence.start && one.kind === 'name');
    if (mention === undefined || mention.end > sentence.end) continue;
    let first = firstTokenAt(tokens, mention.start);
    while (first - 1 > range.first && DIRECTION.test(tokens[first - 1]?.norm ?? '')) first -= 1;
    const isListed = places.some((place) =>
      /^(?:,| and|, and) $/u.test(article.text.slice(place.end, mention.start)),
    );
    const before = tokens[first - 1];
    if (!isListed && (before === undefined || first <= range.first || !WHERE.has(before.norm))) continue;
    const after = tokens[firstTokenAt(tokens, mention.end)];
    if (isPartOfName(after, mention.end) || isAccording(tokens[first - 2])) continue;
    const start = tokens[first]?.norm === 'the' ? mention.start : (tokens[first]?.start ?? mention.start);
    places.push({ start, end: mention.end });
  }
  return places.sort((a, b) => a.start - b.start);
}

/** "U.S. President", "Paris’s": the place only says which one. */
function isPartOfName(after: Token | undefined, end: number): boolean {
  if (after === undefined || after.start > end + 1) return false;
  return after.norm === "'s" || after.norm === "'" || after.pos === 'PROPN' || after.pos === 'NOUN';
}

function isAccording(token: Token | undefined): boolean {
  return token?.norm === 'according';
}
