import { textAt } from '../article/article.js';
import type { Span } from '../article/span.js';
import type { Fact, FactKind } from '../extract/fact.js';
import { tokenize } from '../language/annotation.js';
import { paragraphAt } from './excerpt.js';
import type { FoundFact } from './found-fact.js';

/** Kinds whose values can differ for the same thing; dates and places of one thing may well be many. */
const COMPARED: ReadonlySet<FactKind> = new Set(['number', 'amount', 'share', 'people']);

/** Share of the words around two values that must be the same for them to be figures for the same thing. */
const SAME_THING = 0.5;
/** Words looked at on either side of a value. */
const WINDOW = 8;

/**
 * Groups of facts, two or more each, that give different figures for the same thing: the same thing is
 * counted, and most of the words around the figures are shared. A step after each fact.
 *
 * Gets wrong: figures for two times or places that only a far part of the sentence names.
 */
export function* findDisagreements(facts: readonly FoundFact[]): Generator<undefined, FoundFact[][]> {
  const described: Described[] = [];
  for (const found of facts) {
    if (COMPARED.has(found.fact.kind) && found.fact.counted !== null && !isInTable(found))
      described.push({ found, ...describe(found) });
    yield;
  }
  const groups: (typeof described)[] = [];
  for (const one of described) {
    const group = groups.find((members) => members.every((other) => isSameThing(one, other)));
    if (group === undefined) groups.push([one]);
    else group.push(one);
  }
  return groups
    .filter((members) => new Set(members.map(({ value }) => value)).size > 1)
    .map((members) => members.map(({ found }) => found));
}

/** The rows of a table differ because they are of different things. */
function isInTable({ article, fact }: FoundFact): boolean {
  return paragraphAt(article, fact.sentence.start)?.kind === 'row';
}

interface Described {
  readonly found: FoundFact;
  readonly value: string;
  readonly head: string;
  readonly context: ReadonlySet<string>;
}

function describe({ article, fact }: FoundFact): Omit<Described, 'found'> {
  const counted = stemsOf(textAt(article, fact.counted ?? fact.value));
  return {
    value: textAt(article, fact.value).toLowerCase(),
    head: counted.at(-1) ?? '',
    context: new Set([...counted, ...around(article.text, fact)]),
  };
}

function around(text: string, { value, sentence }: Fact): string[] {
  const before = stemsOf(text.slice(sentence.start, value.start)).slice(-WINDOW);
  return [...before, ...stemsOf(text.slice(value.end, sentence.end)).slice(0, WINDOW)];
}

function stemsOf(text: string): string[] {
  return tokenize(text, 'en')
    .filter((token) => token.isWord && !token.isStop && token.pos !== 'NUM')
    .map((token) => token.stem);
}

function isSameThing(a: Described, b: Described): boolean {
  if (a.found.fact.kind !== b.found.fact.kind || a.head === '' || a.head !== b.head) return false;
  if (a.found.article === b.found.article && isSame(a.found.fact.sentence, b.found.fact.sentence))
    return false;
  const shared = [...a.context].filter((stem) => b.context.has(stem)).length;
  return shared >= SAME_THING * Math.min(a.context.size, b.context.size);
}

function isSame(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}
