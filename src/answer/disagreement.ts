import { textAt } from '../article/article.js';
import { isOverlapping } from '../article/span.js';
import type { Fact, FactKind } from '../extract/fact.js';
import { tokenize } from '../language/annotation.js';
import type { Token } from '../language/token.js';
import { contentStems } from './content-stems.js';
import { paragraphAt } from './excerpt.js';
import type { FoundFact } from './found-fact.js';
import { isOtherFigure } from './same-figure.js';

/** Kinds whose values can differ for the same thing; dates and places of one thing may well be many. */
const COMPARED: ReadonlySet<FactKind> = new Set(['number', 'amount', 'share', 'people']);

/** Share of the words around two values that must be the same for them to be figures for the same thing. */
const SAME_THING = 0.5;
/** Words looked at on either side of a value. */
const WINDOW = 8;
/** What makes a figure one of others besides: "another 12 people", "three more houses". */
const FURTHER = /\b(?:another|other|further|more|additional|extra|remaining|first|last|each|every|per)\b/iu;

/**
 * Groups of facts, two or more each, that give different figures for the same thing: two articles, or two sources of one, count
 * it by the same noun phrase and the same verb, at no two times, with most of the words around in common and no names that tell two things
 * apart. Figures that may both be right are the same (see `isOtherFigure`). A step after each fact.
 *
 * Gets wrong: figures for two times or places that only the sentences before name.
 */
export function* findDisagreements(facts: readonly FoundFact[]): Generator<undefined, FoundFact[][]> {
  const described: Described[] = [];
  for (const found of facts) {
    const isCompared = COMPARED.has(found.fact.kind) && found.fact.counted !== null && !isInTable(found);
    const one = isCompared ? describe(found, facts) : null;
    if (one !== null) described.push(one);
    yield;
  }
  const groups: Described[][] = [];
  for (const one of described) {
    const group = groups.find((members) => members.every((other) => isSameThing(one, other)));
    if (group === undefined) groups.push([one]);
    else group.push(one);
  }
  return groups
    .filter((members) =>
      members.some(({ value }) => members.some((other) => isOtherFigure(value, other.value))),
    )
    .map((members) => members.map(({ found }) => found));
}

/** The rows of a table differ because they are of different things. */
function isInTable({ article, fact }: FoundFact): boolean {
  return paragraphAt(article, fact.sentence.start)?.kind === 'row';
}

interface Described {
  readonly found: FoundFact;
  readonly value: string;
  /** The noun phrase that is counted, its words sorted. */
  readonly counted: string;
  readonly verb: string;
  readonly context: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
  /** The days that the sentence names. */
  readonly times: ReadonlySet<string>;
}

/** Null if no verb tells what is counted, or the figure is one of further ones. */
function describe(found: FoundFact, facts: readonly FoundFact[]): Described | null {
  const { article, fact } = found;
  const counted = fact.counted ?? fact.value;
  const around = article.text.slice(fact.value.start, Math.max(fact.value.end, counted.end));
  const lead = article.text.slice(Math.max(fact.sentence.start, fact.value.start - 12), fact.value.start);
  const verb = findVerb(article.text, fact);
  if (verb === null || FURTHER.test(around) || FURTHER.test(lead)) return null;
  const own = facts.filter(
    (other) => other.article === article && isOverlapping(other.fact.sentence, fact.sentence),
  );
  return {
    found,
    value: textAt(article, fact.value).toLowerCase(),
    counted: contentStems(textAt(article, counted)).toSorted().join(' '),
    verb,
    context: new Set(contextOf(article.text, fact)),
    names: namesIn(textAt(article, fact.sentence)),
    times: new Set(own.flatMap(({ fact: { time } }) => (time === null ? [] : [`${time.from} ${time.to}`]))),
  };
}

/** The stem of the nearest verb before a value, else of the first behind it. */
function findVerb(text: string, { value, sentence }: Fact): string | null {
  const isVerb = ({ pos }: Token): boolean => pos === 'VERB';
  const before = tokenize(text.slice(sentence.start, value.start), 'en').findLast(isVerb);
  return (before ?? tokenize(text.slice(value.end, sentence.end), 'en').find(isVerb))?.stem ?? null;
}

function namesIn(sentence: string): Set<string> {
  const [, ...rest] = tokenize(sentence, 'en');
  return new Set(rest.filter(({ pos }) => pos === 'PROPN').map(({ stem }) => stem));
}

function contextOf(text: string, { value, sentence }: Fact): string[] {
  const before = contentStems(text.slice(sentence.start, value.start)).slice(-WINDOW);
  return [...before, ...contentStems(text.slice(value.end, sentence.end)).slice(0, WINDOW)];
}

function isSameThing(a: Described, b: Described): boolean {
  const { fact } = a.found;
  const other = b.found.fact;
  if (fact.kind !== other.kind || a.counted === '' || a.counted !== b.counted || a.verb !== b.verb)
    return false;
  if (a.found.article === b.found.article && !isOfTwoSources(fact, other)) return false;
  if (isApart(a.times, b.times) || isApart(a.names, b.names)) return false;
  const shared = [...a.context].filter((stem) => b.context.has(stem)).length;
  return shared >= SAME_THING * Math.min(a.context.size, b.context.size);
}

function isOfTwoSources({ source: one }: Fact, { source: other }: Fact): boolean {
  return one !== null && other !== null && one.name !== other.name;
}

/** Whether both name something, and nothing in common. */
function isApart(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size > 0 && b.size > 0 && ![...a].some((one) => b.has(one));
}
