import { isOverlapping } from '../../article/span.js';
import type { Annotation, TokenRange } from '../../language/annotation.js';
import { monthsIn } from '../../language/calendar-names.js';
import { bareWord, isCapitalised, type NameSpan, nameAt, nameWords } from './name-span.js';
import { isNationality } from './nationality.js';
import { isPersonNoun, isTitle } from './titles.js';

/** Words of a body at most that is known only by who belongs to it. */
const LONGEST = 4;

/**
 * The bodies that no name found so far covers and that somebody with a full name belongs to: "Lau Siu of People Power", "DAB’s Starry
 * Lee", each wherever the article writes it so.
 *
 * Gets wrong: a work or a village that is called by one unknown word ("Nils Berg of Oppvik").
 */
export function findMembersBodies(annotation: Annotation, names: readonly NameSpan[]): NameSpan[] {
  const ranges = names.flatMap(({ kind, tokens }) =>
    kind === 'person' && tokens.end - tokens.first > 1
      ? [bodyBehind(annotation, tokens), bodyBefore(annotation, tokens)].filter((range) => range !== null)
      : [],
  );
  const found = ranges
    .map((range) => nameAt(annotation, 'organisation', range))
    .filter((body) => !names.some((name) => isOverlapping(name, body)));
  const forms = new Set(found.map(({ start, end }) => annotation.article.text.slice(start, end)));
  return [...forms].flatMap((form) => findForm(annotation, form, names));
}

/** Whether somebody belongs to who bears a name, by what is right before it or behind it. */
export function isMembersBody(
  annotation: Annotation,
  { tokens }: NameSpan,
  isPerson: (token: number) => boolean,
): boolean {
  const before = annotation.tokens[tokens.first - 1]?.norm;
  if (before === 'of' && isPerson(tokens.first - 2)) return true;
  return annotation.tokens[tokens.end]?.norm === "'s" && isPerson(tokens.end + 1);
}

function bodyBehind(annotation: Annotation, { end }: TokenRange): TokenRange | null {
  if (annotation.tokens[end]?.norm !== 'of') return null;
  let after = end + 1;
  while (after <= end + LONGEST && (isPart(annotation, after) || isNumber(annotation, after, end + 1)))
    after += 1;
  return after > end + 1 ? { first: end + 1, end: after } : null;
}

function bodyBefore(annotation: Annotation, { first }: TokenRange): TokenRange | null {
  if (annotation.tokens[first - 1]?.norm !== "'s") return null;
  let from = first - 1;
  while (from > first - 1 - LONGEST && isPart(annotation, from - 1)) from -= 1;
  return from < first - 1 ? { first: from, end: first - 1 } : null;
}

/** "Studio 54". */
function isNumber({ tokens }: Annotation, at: number, first: number): boolean {
  return at > first && /^\d+$/u.test(tokens[at]?.norm ?? '');
}

function isPart({ tokens, article }: Annotation, at: number): boolean {
  const token = tokens[at];
  if (token === undefined || !token.isWord || token.isStop || !isCapitalised(article.text, token))
    return false;
  const word = bareWord(token.norm);
  return (
    !monthsIn('en').has(word) &&
    !word.endsWith('day') &&
    !isTitle(word) &&
    !isPersonNoun(word) &&
    !isNationality(word)
  );
}

function findForm(annotation: Annotation, form: string, names: readonly NameSpan[]): NameSpan[] {
  const { article, tokens } = annotation;
  const words = form.split(/\s+/u).length;
  return tokens.flatMap((token, at) => {
    if (!article.text.startsWith(form, token.start)) return [];
    const end = tokens.findIndex(
      (one, i) => i >= at && i < at + 2 * words && one.end === token.start + form.length,
    );
    if (end === -1) return [];
    const name = nameAt(annotation, 'organisation', { first: at, end: end + 1 });
    const isTaken = names.some((other) => isOverlapping(other, name));
    return isTaken || nameWords(annotation, name.tokens).length === 0 ? [] : [name];
  });
}
