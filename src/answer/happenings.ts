import type { Article } from '../article/article.js';
import { textAt } from '../article/article.js';
import type { Fact } from '../extract/fact.js';
import { contentStems } from './content-stems.js';

/** The ISO days that something covers, both included. */
export type Time = NonNullable<Fact['time']>;

/** A sentence that tells what was or will be at a time, with the dates in it that say so. */
export interface Happening {
  readonly article: Article;
  readonly time: Time;
  /** Of one sentence, never empty. */
  readonly facts: readonly Fact[];
}

/** A dated fact, in its article. */
export interface Dated {
  readonly article: Article;
  readonly fact: Fact;
  readonly time: Time;
}

/** Share of the words of the shorter of two sentences, on the same days, that the other must have to tell of the same. */
const SAME_HAPPENING = 0.6;
/** Words that must be shared at least: two short sentences may have one in common by chance. */
const FEWEST_SHARED = 2;
/** Between what somebody says and the day of saying so: "she said late on Wednesday", "he said in a statement on Friday". */
const SAID_ON = /^,?\s(?:in an? \p{L}+\s)?(?:late |early )?(?:on )?$/u;

/**
 * What happened when, in the order of the time, each happening once: of a sentence the nearest time that it tells and not the day
 * on which somebody said so, and of several sentences that tell the same of the same days the first.
 *
 * Gets wrong: one happening that two articles tell in words of their own is there twice.
 */
export function listHappenings(dated: readonly Dated[]): Happening[] {
  const bySentence = new Map<string, Dated[]>();
  for (const one of dated) {
    const key = `${one.article.id} ${one.fact.sentence.start}`;
    bySentence.set(key, [...(bySentence.get(key) ?? []), one]);
  }
  const all = [...bySentence.values()].flatMap(readSentence).toSorted(byTime);
  const shown: (Happening & Words)[] = [];
  for (const happening of all) {
    const own = { ...happening, ...wordsOf(happening) };
    if (!shown.some((other) => isSame(own, other))) shown.push(own);
  }
  return shown;
}

function readSentence(dated: readonly Dated[]): Happening[] {
  const telling = dated.filter(
    (one) =>
      !dated.some((other) => isNearer(other.time, one.time)) &&
      !(dated.length > 1 && isDayOfSaying(one, dated)),
  );
  const byDays = new Map<string, Dated[]>();
  for (const one of telling) {
    const key = `${one.time.from} ${one.time.to}`;
    byDays.set(key, [...(byDays.get(key) ?? []), one]);
  }
  return [...byDays.values()].flatMap((group) => {
    const [first] = group;
    return first === undefined
      ? []
      : [{ article: first.article, time: first.time, facts: group.map(({ fact }) => fact) }];
  });
}

/** Whether a time lies within a longer one. */
function isNearer(time: Time, longer: Time): boolean {
  const isInside = time.from >= longer.from && time.to <= longer.to;
  return isInside && (time.from !== longer.from || time.to !== longer.to);
}

function isDayOfSaying({ article, fact }: Dated, dated: readonly Dated[]): boolean {
  return dated.some(({ fact: { attribution } }) => {
    if (attribution === null || attribution.end > fact.value.start) return false;
    return SAID_ON.test(article.text.slice(attribution.end, fact.value.start));
  });
}

interface Words {
  readonly stems: ReadonlySet<string>;
  readonly figures: ReadonlySet<string>;
}

function wordsOf({ article, facts }: Happening): Words {
  const [first] = facts;
  if (first === undefined) return { stems: new Set(), figures: new Set() };
  const { sentence } = first;
  let text = textAt(article, sentence);
  for (const { value } of facts.toReversed()) {
    text = text.slice(0, value.start - sentence.start) + text.slice(value.end - sentence.start);
  }
  return { stems: new Set(contentStems(text)), figures: new Set(text.match(/\d[\d.,]*/gu) ?? []) };
}

function isSame(a: Happening & Words, b: Happening & Words): boolean {
  if (a.time.from !== b.time.from || a.time.to !== b.time.to) return false;
  const [fewer, more] = a.stems.size < b.stems.size ? [a, b] : [b, a];
  const shared = [...fewer.stems].filter((stem) => more.stems.has(stem)).length;
  if (shared < Math.min(FEWEST_SHARED, fewer.stems.size) || shared < SAME_HAPPENING * fewer.stems.size)
    return false;
  return [...fewer.figures].every((figure) => more.figures.has(figure));
}

function byTime(a: Happening, b: Happening): number {
  return compare(a.time.from, b.time.from) || compare(a.time.to, b.time.to);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
