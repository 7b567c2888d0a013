import { isOverlapping } from '../../article/span.js';
import type { Annotation, TokenRange } from '../../language/annotation.js';
import { monthsIn } from '../../language/calendar-names.js';
import { wordsOf } from '../../lexicon/words.js';
import { bareWord, isCapitalised, type NameSpan, nameAt } from './name-span.js';
import { isNationality } from './nationality.js';
import { isTitle } from './titles.js';

const GROUP_ENDS = new Set(wordsOf('names', 'groupEnds'));
/** What somebody is, written with a capital behind the name of where: "Los Angeles Sheriff", "State Department Spokesperson". */
const ROLES = new Set(wordsOf('names', 'capitalRoles'));
/** Words of what a body is for, at most: "the Elimination of Racial Discrimination". */
const LONGEST_TAIL = 6;

/**
 * The names with those of bodies as long as they are: "Council for the Welfare of Foxes", "University of Vik at Arlo", and without what
 * somebody is for them ("State Department Spokesperson").
 *
 * Gets wrong: "the Arts Council for Wales" with a place behind it, which is left out.
 */
export function fitBodyNames(annotation: Annotation, names: readonly NameSpan[]): NameSpan[] {
  const fitted = names.map((name) =>
    name.kind === 'person' ? name : withoutRole(annotation, withTail(annotation, name, names)),
  );
  return fitted.filter(
    (name) =>
      name.end > name.start &&
      !fitted.some((other) => other !== name && isOverlapping(other, name) && sizeOf(other) > sizeOf(name)),
  );
}

function sizeOf({ start, end }: NameSpan): number {
  return end - start;
}

function withTail(annotation: Annotation, name: NameSpan, names: readonly NameSpan[]): NameSpan {
  const { tokens, article } = annotation;
  const { first, end } = name.tokens;
  const isBody = GROUP_ENDS.has(bareWord(tokens[end - 1]?.norm ?? '')) && end - first > 0;
  const joint = tokens[end]?.norm ?? '';
  const isSeat = joint === 'at' && /^(?:university|college)$/u.test(tokens[first]?.norm ?? '');
  if (!isSeat && !(isBody && /^(?:for|on|of|against)$/u.test(joint))) return name;
  const from = tokens[end + 1]?.norm === 'the' ? end + 2 : end + 1;
  const after = endOfCapitals(annotation, from);
  if (after === from) return name;
  const tail = nameAt(annotation, 'organisation', { first: from, end: after });
  // A day, somebody or a country behind it is no part of it: "the Senate on Tuesday", "the Army of France".
  const isElse = names.some((other) => isOverlapping(other, tail) && !(isSeat && other.kind === 'place'));
  const opening = tokens[from]?.norm ?? '';
  if (isElse || isTitle(bareWord(opening)) || isNationality(opening)) return name;
  if (from > end + 1 && after === from + 1 && joint === 'of') return name;
  return article.text.slice(name.end, tail.start).includes('\n')
    ? name
    : nameAt(annotation, 'organisation', { first, end: after });
}

/** Where words with capitals end, with the small ones between them: "Welfare of Foxes", "Visual Arts". */
function endOfCapitals(annotation: Annotation, from: number): number {
  let end = from;
  for (let at = from; at < from + LONGEST_TAIL; at += 1) {
    if (isOpening(annotation, at)) end = at + 1;
    else if (end === from || !/^(?:of|the|and|-|&)$/u.test(annotation.tokens[at]?.norm ?? '')) break;
  }
  return end;
}

function isOpening({ tokens, article }: Annotation, at: number): boolean {
  const token = tokens[at];
  if (token === undefined || !token.isWord || !isCapitalised(article.text, token)) return false;
  return !monthsIn('en').has(token.norm) && !token.norm.endsWith('day');
}

function withoutRole(annotation: Annotation, name: NameSpan): NameSpan {
  const { first, end } = name.tokens;
  const last = bareWord(annotation.tokens[end - 1]?.norm ?? '');
  if (end - first < 2 || !ROLES.has(last)) return name;
  const rest: TokenRange = { first, end: end - 1 };
  const word = annotation.tokens[first]?.norm ?? '';
  if (rest.end - rest.first === 1 && isNationality(word)) return { ...name, end: name.start };
  return nameAt(annotation, name.kind, rest);
}
