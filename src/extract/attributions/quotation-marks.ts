import type { Article, Paragraph } from '../../article/article.js';
import type { Span } from '../../article/span.js';
import { findDashDialogue } from './dash-dialogue.js';
import { beforeUnopened, endOfUnclosed } from './loose-marks.js';
import { type MarkKinds, marksOf } from './mark-kinds.js';
import type { MarkedSpan } from './marked-span.js';

interface Mark extends Span {
  readonly mark: string;
  readonly canOpen: boolean;
  readonly canClose: boolean;
}

const SINGLE = new Set(["'", '\u2018', '\u2019', '\u201a']);
const MARK =
  /''|``|["\u201c\u201d\u201e\u201f\u00ab\u00bb\u2039\u203a\u2018\u2019\u201a'\u02ba\u2033\u05f4\u300a-\u300f]/gu;
/** Guillemets that point inwards, which open where a word follows; most languages close with them. */
const INWARD = new Set(['\u00bb', '\u203a']);
const OUTWARD = new Set(['\u00ab', '\u2039']);
const OUTWARD_OF: Readonly<Record<string, string>> = { '\u00bb': '\u00ab', '\u203a': '\u2039' };
const LETTER = /[\p{L}\p{N}]/u;
/** What may be before an opening mark: the beginning, white space, brackets, dashes, other marks. */
const BEFORE_OPENING = /[\s([{\u2014\u2013\-/:\u2026"\u201c\u2018'\u00ab\u201e]/u;
/** A clipped word that begins with an apostrophe and no quotation. */
const CLIPPED = /^(?:\d0s|tis|twas|em|til|cause|bout|round|n)\b/iu;
/** Marks looked at for the one that closes another: a paragraph of a thousand opened quotations must not take minutes. */
const MOST_WITHIN = 500;
/** Feet and inches before a straight mark: 6' 2", 5'11". */
const FEET = /\p{N}['\u2032\u2019]\s?\p{N}{1,2}(?:\.\p{N})?$/u;
const NUMBER = /\p{N}$/u;

/**
 * Everything between quotation marks in an article, in order, not overlapping, none crossing a paragraph.
 *
 * Marks are paired as the article's language does, paragraph by paragraph. A mark that nothing closes
 * runs to the paragraph's end if the next one opens with a mark too, and otherwise to who says it or the end
 * of its sentence; one that nothing opens has the sentence before it. Dialogue that a dash opens is among them. Measures (6' 2"), apostrophes, clipped words ('90s) and the strokes of
 * Hebrew abbreviations are no marks.
 *
 * Gets wrong: a term in single marks that holds a plural possessive and no stop
 * ('the workers' party' ends after "workers").
 */
export function findMarkedSpans(article: Article): MarkedSpan[] {
  const spans = article.paragraphs.flatMap((_, at) => findMarkedIn(article, at));
  const dashed = findDashDialogue(article).filter(
    (said) => !spans.some(({ paragraph }) => paragraph === said.paragraph),
  );
  return [...spans, ...dashed].sort((a, b) => a.start - b.start);
}

/** What is between quotation marks in one paragraph, by its place from 0; dialogue that a dash opens is not among it. */
export function findMarkedIn(article: Article, at: number): MarkedSpan[] {
  const paragraph = article.paragraphs[at];
  if (paragraph === undefined) return [];
  const kinds = marksOf(article.meta.language);
  const marks = findMarks(article.text, paragraph, kinds);
  const isNextOpen = opensWithMark(article, at + 1, kinds);
  return pairMarks(article, { ...paragraph, place: at + 1 }, marks, kinds, isNextOpen);
}

function opensWithMark({ text, paragraphs }: Article, index: number, kinds: MarkKinds): boolean {
  const paragraph = paragraphs[index];
  if (paragraph === undefined) return false;
  const first = text.slice(paragraph.start, paragraph.start + 2);
  return kinds.either.has(first) || kinds.pairs.has(first[0] ?? '') || kinds.either.has(first[0] ?? '');
}

function findMarks(text: string, paragraph: Paragraph, kinds: MarkKinds): Mark[] {
  const marks: Mark[] = [];
  let straight = 0;
  const body = text.slice(paragraph.start, paragraph.end);
  for (const match of body.matchAll(MARK)) {
    const mark = match[0];
    const before = body.slice(Math.max(0, match.index - 8), match.index);
    const after = body.slice(match.index + mark.length, match.index + mark.length + 8);
    if (isMeasure(mark, before) || isApostrophe(mark, before, after) || isGershayim(mark, before, after))
      continue;
    if (mark === GERSHAYIM && !kinds.either.has(mark)) continue;
    const isFree = before === '' || BEFORE_OPENING.test(before.slice(-1));
    const isEither = kinds.either.has(mark);
    const isSpaced = isEither && mark === '"' && /^\s/u.test(after) && (before === '' || /\s$/u.test(before));
    if (mark === '"') straight += 1;
    const isInward = INWARD.has(mark) && isFree && isGlued(after);
    const canOpen =
      isInward ||
      (isSpaced && straight % 2 === 1) ||
      (kinds.pairs.has(mark) && !(INWARD.has(mark) && kinds.pairs.has(OUTWARD_OF[mark] ?? ''))) ||
      (isEither ? isFree && /^\S/u.test(after) : isFree && isGlued(after));
    const canClose =
      isEither ||
      !kinds.pairs.has(mark) ||
      (OUTWARD.has(mark) && /\S$/u.test(before) && !isGlued(after)) ||
      [...kinds.pairs.values()].some((closing) => closing.includes(mark));
    const start = paragraph.start + match.index;
    const previous = marks.at(-1);
    const isTwice = previous?.end === start && isDoubled(previous.mark, mark);
    if (previous !== undefined && isTwice) {
      marks[marks.length - 1] = { ...previous, end: start + mark.length };
      continue;
    }
    marks.push({ start, end: start + mark.length, mark, canOpen, canClose: canClose && before !== '' });
  }
  return marks;
}

function isGlued(after: string): boolean {
  return LETTER.test(after.slice(0, 1));
}

function isMeasure(mark: string, before: string): boolean {
  return (mark === '"' || mark === '\u2033' || mark === '\u201d') && FEET.test(before);
}

const GERSHAYIM = '\u05f4';

/** The two strokes inside a Hebrew abbreviation (צה"ל), often typed as a straight mark. */
function isGershayim(mark: string, before: string, after: string): boolean {
  return (
    (mark === '"' || mark === GERSHAYIM) &&
    /\p{Script=Hebrew}$/u.test(before) &&
    /^\p{Script=Hebrew}(?!\p{Script=Hebrew})/u.test(after)
  );
}

function isApostrophe(mark: string, before: string, after: string): boolean {
  if (!SINGLE.has(mark)) return false;
  if (LETTER.test(before.slice(-1)) && LETTER.test(after.slice(0, 1))) return true;
  if (NUMBER.test(before)) return true;
  return mark !== '\u201a' && CLIPPED.test(after);
}

function pairMarks(
  article: Article,
  paragraph: Paragraph & { readonly place: number },
  marks: readonly Mark[],
  kinds: MarkKinds,
  isNextOpen: boolean,
): MarkedSpan[] {
  const spans: MarkedSpan[] = [];
  for (let i = 0; i < marks.length; i += 1) {
    const opening = marks[i];
    if (opening !== undefined && !opening.canOpen && !SINGLE.has(opening.mark)) {
      const said = beforeUnopened(article, opening.start, spans.at(-1)?.end ?? paragraph.start);
      const closing = opening.end - opening.start;
      const marks = { paragraph: paragraph.place, isClosed: true, isContinued: false, opening: 0, closing };
      if (said !== null && opening.canClose) spans.push({ start: said.start, end: opening.end, ...marks });
    }
    if (opening === undefined || !opening.canOpen) continue;
    const close = findClosing(article.text, marks, i, kinds);
    if (close === undefined && SINGLE.has(opening.mark)) continue;
    const closing = close === undefined ? undefined : marks[close];
    const base = { start: opening.start, paragraph: paragraph.place, opening: opening.end - opening.start };
    if (close !== undefined && closing !== undefined) {
      const length = closing.end - closing.start;
      spans.push({ ...base, end: closing.end, isClosed: true, isContinued: false, closing: length });
      i = close;
      continue;
    }
    const next = marks.slice(i + 1, i + MOST_WITHIN).find((mark) => mark.canOpen && !SINGLE.has(mark.mark));
    const isContinued = next === undefined && isNextOpen;
    const end = isContinued
      ? paragraph.end
      : endOfUnclosed(article, opening.start, next?.start ?? paragraph.end);
    if (end > opening.end) spans.push({ ...base, end, isClosed: false, isContinued, closing: 0 });
    // Single marks up to there are within it.
    while ((marks[i + 1]?.start ?? paragraph.end) < end) i += 1;
  }
  return spans;
}

/** The place in `marks` of the mark that closes the one at `at`; undefined if none does before another opens. */
function findClosing(text: string, marks: readonly Mark[], at: number, kinds: MarkKinds): number | undefined {
  const opening = marks[at];
  if (opening === undefined) return undefined;
  const isSingle = SINGLE.has(opening.mark);
  const family = kinds.pairs.get(opening.mark) ?? OUTWARD_OF[opening.mark] ?? opening.mark;
  let depth = 0;
  for (let i = at + 1; i < Math.min(marks.length, at + MOST_WITHIN); i += 1) {
    const mark = marks[i];
    if (mark === undefined || SINGLE.has(mark.mark) !== isSingle) continue;
    const closes = mark.canClose && (family.includes(mark.mark) || isLoose(opening.mark, mark.mark));
    if (closes && endsWord(text, mark)) {
      if (isSingle && depth === 0 && isPluralOwner(text, mark, marks[i + 1])) continue;
      if (depth === 0) return i;
      depth -= 1;
    } else if (mark.mark === opening.mark && mark.canOpen) {
      if (!hasTwoClosings(marks, i, family)) return undefined;
      depth += 1;
    }
  }
  return undefined;
}

/** A mark that is there twice, by a slip or in two forms: ““, "“. */
function isDoubled(one: string, other: string): boolean {
  return !SINGLE.has(one) && !SINGLE.has(other) && (one === other || isLoose(one, other));
}

/** Typists mix curly and straight marks: “like this". */
function isLoose(opening: string, closing: string): boolean {
  const doubles = '"\u201c\u201d';
  return doubles.includes(opening) && doubles.includes(closing);
}

/** A closing mark follows a word or a stop and is not glued to the word after it. */
function endsWord(text: string, mark: Mark): boolean {
  const before = text.slice(mark.start - 1, mark.start);
  const after = text.slice(mark.end, mark.end + 1);
  if (mark.mark === '\u201d' || mark.mark === '\u00bb' || mark.mark === '\u00ab') return true;
  return /\S/u.test(before) ? !LETTER.test(after) || !mark.canOpen : !LETTER.test(after);
}

/** "the neighbours’ fence": an apostrophe within single marks, if what closes them follows behind a stop or a comma. */
function isPluralOwner(text: string, mark: Mark, next: Mark | undefined): boolean {
  const isOwner = text[mark.start - 1] === 's' && /^\s\p{Ll}/u.test(text.slice(mark.end, mark.end + 2));
  const isClosing = next !== undefined && SINGLE.has(next.mark) && /[.,?!]/u.test(text[next.start - 1] ?? '');
  return isOwner && isClosing && !(next.canOpen && /\s/u.test(text[next.start - 1] ?? ''));
}

/** Whether the marks from `at` on close twice before opening again, as a pair within a pair does. */
function hasTwoClosings(marks: readonly Mark[], at: number, family: string): boolean {
  let closings = 0;
  for (const mark of marks.slice(at + 1, at + MOST_WITHIN)) {
    if (family.includes(mark.mark) && !mark.canOpen) closings += 1;
    else if (mark.canOpen && !SINGLE.has(mark.mark)) return false;
    if (closings === 2) return true;
  }
  return false;
}
