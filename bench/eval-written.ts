import path from 'node:path';
import { isOverlapping, type Span } from '../src/article/span.js';
import type { Attribution } from '../src/extract/attribution.js';
import { readWith } from '../src/extract/read-article.js';
import { loadNameModel } from '../src/reading/load-name-model.js';
import { loadStatementModel } from '../src/reading/load-statement-model.js';
import { readGoldNews } from './gold-news.js';
import { overlapOf } from './span-overlap.js';
import {
  readWritten,
  type WrittenArticle,
  type WrittenPart,
  type WrittenPerson,
  type WrittenQuotation,
} from './written.js';

/** Content spans match from this share of common characters on (intersection over union). */
const MATCHING_OVERLAP = 0.8;

/** How a found quotation's speaker compares with the marked one. */
type Verdict = 'right' | 'wrong' | 'none';

/**
 * Prints how well direct quotations and their speakers are found in the articles written for Footnote: those kept back to look at
 * for progress, `--train` those to tune on, `--final` those kept for the end, `--news` those of `test/fixtures/gold-news`. `none` is when no speaker is given, or
 * only a pronoun or a description is shown of somebody who has a name. Described are those who have a name to ask for. `--errors` prints what is missed, wrong and left open.
 */
export function evaluateWritten(args: readonly string[]): void {
  const part: WrittenPart = args.includes('--train') ? 'train' : args.includes('--final') ? 'final' : 'dev';
  const read = readWith({ names: loadNameModel(), statements: loadStatementModel() });
  const articles = args.includes('--news')
    ? readGoldNews().flatMap(({ written }) => (written === null ? [] : [written]))
    : readWritten(process.env.EVAL_DATA ?? path.join('..', 'shared', 'data'), part);
  const counts = { direct: 0, found: 0, right: 0, wrong: 0, none: 0 };
  const reported = { found: 0, right: 0, marked: 0, met: 0 };
  const people = { described: 0, right: 0, silent: 0 };
  const tell = args.includes('--errors') ? console.log : () => undefined;
  for (const written of articles) {
    const { entities, attributions } = read(written.article);
    for (const gold of written.quotations.filter(({ kind }) => kind === 'direct')) {
      counts.direct += 1;
      const found = attributions.find(
        ({ kind, content }) =>
          (kind === 'direct' || kind === 'partial') && overlapOf(content, gold.content) >= MATCHING_OVERLAP,
      );
      if (found === undefined) {
        tell(`missed: ${show(written, gold.content)} | ${gold.speaker}`);
        continue;
      }
      counts.found += 1;
      const verdict = judge(written, gold, found);
      counts[verdict] += 1;
      if (verdict !== 'right')
        tell(
          `${verdict}: ${show(written, gold.content)} | ${gold.speaker} (${gold.source}) | ${found.speaker?.name}`,
        );
    }
    const own = attributions.filter(({ kind }) => kind === 'reported');
    const marked = written.quotations.filter(({ kind }) => kind === 'indirect');
    const isSame = (found: Attribution, gold: WrittenQuotation): boolean =>
      overlapOf(found.content, gold.content) >= MATCHING_OVERLAP && judge(written, gold, found) !== 'wrong';
    reported.found += own.length;
    reported.marked += marked.length;
    reported.right += own.filter((found) => marked.some((gold) => isSame(found, gold))).length;
    reported.met += marked.filter((gold) => own.some((found) => isSame(found, gold))).length;
    const described = written.people.filter(
      ({ names, descriptions }) => names.length > 0 && descriptions.length > 0,
    );
    for (const person of described) {
      people.described += 1;
      const entity = entities.find(({ name, aliases }) =>
        [name, ...aliases].some((form) => person.names.some((own) => isFormOf(own, form))),
      );
      const told = (entity?.descriptions ?? []).map((span) => textOf(written, [span]).toLowerCase());
      const isRight = told.some((words) =>
        person.descriptions.some((gold) => sharesWords(words, gold.toLowerCase())),
      );
      if (isRight) people.right += 1;
      else {
        if (told.length === 0) people.silent += 1;
        tell(
          `described: ${person.names[0]} is ${person.descriptions.join(' / ')} | ${told.join(' / ')}${entity === undefined ? ' (no such entity)' : ''}`,
        );
      }
    }
  }
  const share = (of: number, all: number): string =>
    `${(of / Math.max(1, all)).toFixed(3)}  (${of} of ${all})`;
  const { direct, found, right, wrong, none } = counts;
  const precision = reported.right / Math.max(1, reported.found);
  const recall = reported.met / Math.max(1, reported.marked);
  console.log(`\n${args.includes('--news') ? 'gold-news' : `written-${part}`}, ${articles.length} articles`);
  console.log(`direct quotations found          ${share(found, direct)}`);
  console.log(`speaker right, of all            ${share(right, direct)}`);
  console.log(`speaker wrong, of all            ${share(wrong, direct)}`);
  console.log(`speaker none, of all             ${share(none, direct)}`);
  console.log(`right of those attributed        ${share(right, right + wrong)}`);
  console.log(
    `reported statements              P ${precision.toFixed(3)}  R ${recall.toFixed(3)}  F1 ${((2 * precision * recall) / Math.max(1e-9, precision + recall)).toFixed(3)}`,
  );
  console.log(`people described rightly         ${share(people.right, people.described)}`);
  console.log(`said to have no description      ${share(people.silent, people.described)}`);
}

function textOf({ article }: WrittenArticle, spans: readonly Span[]): string {
  return spans.map(({ start, end }) => article.text.slice(start, end)).join(' \u2026 ');
}

function show(written: WrittenArticle, spans: readonly Span[]): string {
  return `${written.article.id} ${textOf(written, spans).slice(0, 90)}`;
}

const PRONOUN = /^(?:I|we|you|s?he|they|it|who|one|him|her|them)$/iu;

/** Somebody with a name is right by any form of it; somebody without one by the words beside what is said. */
function judge(written: WrittenArticle, gold: WrittenQuotation, { speaker }: Attribution): Verdict {
  if (speaker === null || PRONOUN.test(speaker.name)) return 'none';
  const forms = speaker.entity === null ? [speaker.name] : [speaker.entity.name, ...speaker.entity.aliases];
  const meant = personOf(written.people, gold.speaker);
  if (meant !== undefined) {
    if (forms.some((form) => meant.names.some((name) => isNameIn(name, form)))) return 'right';
    return speaker.entity === null ? 'none' : 'wrong';
  }
  const isBeside =
    gold.source !== '' && overlapsSource(written, gold, { start: speaker.start, end: speaker.end });
  if (isBeside || forms.some((form) => sharesWords(form.toLowerCase(), gold.speaker.toLowerCase())))
    return 'right';
  return 'wrong';
}

function personOf(people: readonly WrittenPerson[], speaker: string): WrittenPerson | undefined {
  return (
    people.find(({ names }) => names.includes(speaker)) ??
    people.find(({ names }) => names.some((name) => name.includes(' ') && speaker.endsWith(name)))
  );
}

/** A form of the whole name, or the name without its title ("Nils Berg" for "Dr Nils Berg"). */
function isFormOf(name: string, form: string): boolean {
  return name === form || (form.includes(' ') && name.endsWith(` ${form}`));
}

function isNameIn(name: string, form: string): boolean {
  return (
    name === form || ` ${form} `.includes(` ${name} `) || (name.includes(' ') && name.endsWith(` ${form}`))
  );
}

/** Whether a speaker's mention is, or lies in, one of the places where the marked words beside the quotation are. */
function overlapsSource({ article }: WrittenArticle, gold: WrittenQuotation, speaker: Span): boolean {
  const { text } = article;
  for (let at = text.indexOf(gold.source); at !== -1; at = text.indexOf(gold.source, at + 1)) {
    if (isOverlapping({ start: at, end: at + gold.source.length }, speaker)) return true;
  }
  return false;
}

/** Whether at least half of the shorter phrase's words are in the other. */
function sharesWords(a: string, b: string): boolean {
  const words = (phrase: string): string[] =>
    (phrase.match(/[\p{L}\p{N}]+/gu) ?? []).filter(
      (word) => !/^(?:the|an?|of|for|in|at|and|who|his|her|its|their|s)$/u.test(word),
    );
  const [own, other] = [words(a), words(b)];
  const common = own.filter((word) => other.includes(word)).length;
  return common > 0 && common * 2 >= Math.min(own.length, other.length);
}
