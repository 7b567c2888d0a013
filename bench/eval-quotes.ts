import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createArticle } from '../src/article/create-article.js';
import { isOverlapping, type Span } from '../src/article/span.js';
import type { Attribution } from '../src/extract/attribution.js';
import { findAttributions } from '../src/extract/attributions/find-attributions.js';
import { findEntities } from '../src/extract/people/find-entities.js';
import { NAME_WEIGHTS, parseNameModel } from '../src/extract/people/name-model.js';
import { parseStatementModel, STATEMENT_WEIGHTS } from '../src/extract/statements/statement-model.js';
import { annotate } from '../src/language/annotation.js';
import { evaluateWritten } from './eval-written.js';
import { type AttributedText, type GoldAttribution, readPolnear } from './polnear.js';
import { overlapOf, shareWithin } from './span-overlap.js';

/** Content spans match from this share of common characters on (intersection over union). */
const MATCHING_OVERLAP = 0.8;

interface Counts {
  direct: number;
  directFound: number;
  speakerKnown: number;
  speakerRight: number;
  attributed: number;
  attributedMatching: number;
  attributedWithin: number;
  reported: number;
  reportedRight: number;
  reportedRightLoose: number;
  indirect: number;
  indirectFound: number;
  indirectFoundLoose: number;
}

function noCounts(): Counts {
  return {
    direct: 0,
    directFound: 0,
    speakerKnown: 0,
    speakerRight: 0,
    attributed: 0,
    attributedMatching: 0,
    attributedWithin: 0,
    reported: 0,
    reportedRight: 0,
    reportedRightLoose: 0,
    indirect: 0,
    indirectFound: 0,
    indirectFoundLoose: 0,
  };
}

/**
 * Prints how well quotations are found in a part of PolNeAR: direct quotations found, speakers right, precision of what is
 * attributed, indirect statements. `--train` takes the training part instead of dev, `--errors` prints the failures,
 * `--without-entities` reads without the article's people. `written` takes the articles written for Footnote instead. The data lies in EVAL_DATA, `../shared/data` by default.
 */
export function evaluateQuotes(args: readonly string[]): void {
  if (args.includes('written')) {
    evaluateWritten(args);
    return;
  }
  const part = args.includes('--train') ? 'train' : 'dev';
  const all = readPolnear(process.env.EVAL_DATA ?? path.join('..', 'shared', 'data'), part);
  const texts = args.includes('--held-out') ? all.filter((_, i) => i % 5 === 4) : all;
  const statements = parseStatementModel(
    readFileSync(args.find((arg) => arg.endsWith('.bin')) ?? STATEMENT_WEIGHTS.path),
  );
  const names = parseNameModel(readFileSync(NAME_WEIGHTS.path));
  const counts = noCounts();
  const errors = args.includes('--errors') ? new Errors() : undefined;
  let spent = 0;
  let words = 0;
  for (const text of texts) {
    const article = createArticle({ id: text.doc, meta: ENGLISH, text: text.text });
    const annotation = annotate(article);
    const entities = args.includes('--without-entities') ? [] : findEntities(annotation, names);
    const began = process.cpuUsage();
    const { attributions: found } = findAttributions(annotation, entities, statements);
    spent += (process.cpuUsage(began).user + process.cpuUsage(began).system) / 1000;
    words += annotation.tokens.filter(({ isWord }) => isWord).length;
    count(counts, text, found, errors);
  }
  errors?.print();
  print(part, texts.length, counts, spent / (words / 1000));
}

const ENGLISH = { title: '-', url: null, author: null, publisher: null, published: null, language: 'en' };

class Errors {
  private readonly lines = new Map<string, string[]>();

  add(kind: string, line: string): void {
    this.lines.set(kind, [...(this.lines.get(kind) ?? []), line]);
  }

  print(): void {
    for (const [kind, lines] of this.lines) {
      console.log(`\n## ${kind}: ${lines.length}`);
      for (const line of lines) console.log(`- ${line}`);
    }
  }
}

function count(counts: Counts, text: AttributedText, found: readonly Attribution[], errors?: Errors): void {
  const quoted = found.filter(({ kind }) => kind === 'direct' || kind === 'partial');
  const gold = text.attributions.filter(({ content }) => content.length > 0);
  for (const attribution of gold.filter(({ kind }) => kind === 'direct')) {
    counts.direct += 1;
    const match = quoted.find(({ content }) => overlapOf(content, attribution.content) >= MATCHING_OVERLAP);
    if (match === undefined) {
      errors?.add('direct quotation missed', show(text, attribution));
      continue;
    }
    counts.directFound += 1;
    if (attribution.source.length === 0) continue;
    counts.speakerKnown += 1;
    const isRight = isSpeaker(match, attribution);
    if (isRight) counts.speakerRight += 1;
    else errors?.add('wrong speaker', `${showFound(text.text, match)}\n    gold: ${show(text, attribution)}`);
  }
  for (const quotation of quoted.filter(({ speaker }) => speaker !== null)) {
    counts.attributed += 1;
    const sourced = gold.filter((attribution) => isSpeaker(quotation, attribution));
    const isWithin = sourced.some(
      ({ content }) => shareWithin(quotation.content, content) >= MATCHING_OVERLAP,
    );
    if (sourced.some(({ content }) => overlapOf(quotation.content, content) >= MATCHING_OVERLAP))
      counts.attributedMatching += 1;
    if (isWithin) counts.attributedWithin += 1;
    else errors?.add(`wrongly attributed (${quotation.kind})`, showFound(text.text, quotation));
  }
  countIndirect(counts, text, found, gold, errors);
}

function countIndirect(
  counts: Counts,
  text: AttributedText,
  found: readonly Attribution[],
  gold: readonly GoldAttribution[],
  errors?: Errors,
): void {
  const reported = found.filter(({ kind }) => kind === 'reported' || kind === 'denied');
  const indirect = gold.filter(({ kind }) => kind === 'indirect');
  const notDirect = gold.filter(({ kind }) => kind !== 'direct');
  counts.reported += reported.length;
  counts.indirect += indirect.length;
  for (const quotation of reported) {
    if (indirect.some((attribution) => isSame(quotation, attribution))) counts.reportedRight += 1;
    if (notDirect.some((attribution) => isSame(quotation, attribution))) counts.reportedRightLoose += 1;
    else errors?.add('wrong indirect statement', showFound(text.text, quotation));
  }
  for (const attribution of indirect) {
    if (reported.some((quotation) => isSame(quotation, attribution))) counts.indirectFound += 1;
    else errors?.add('indirect statement missed', show(text, attribution));
  }
}

/** Content and source both overlap enough; a statement without a source must have none. */
function isSame({ content, speaker }: Attribution, attribution: GoldAttribution): boolean {
  if (overlapOf(content, attribution.content) < MATCHING_OVERLAP) return false;
  if (speaker === null) return attribution.source.length === 0;
  return overlapOf([speaker], attribution.source) >= MATCHING_OVERLAP;
}

function isSpeaker({ speaker }: Attribution, { source }: GoldAttribution): boolean {
  return speaker !== null && source.some((span) => isOverlapping(span, speaker));
}

function show({ text, doc }: AttributedText, { content, source, cue, kind }: GoldAttribution): string {
  return `[${kind}] ${words(text, source)} | ${words(text, cue)} | ${words(text, content)} (${doc})`;
}

function showFound(text: string, { kind, content, cue, speaker }: Attribution): string {
  const from = Math.max(0, (content[0]?.start ?? 0) - 80);
  const to = (content.at(-1)?.end ?? 0) + 60;
  return `[${kind}] ${words(text, speaker === null ? [] : [speaker])} | ${words(text, cue === null ? [] : [cue])} | ${words(text, content)}\n    in: ${text.slice(from, to).replaceAll('\n', '\u00b6')}`;
}

function words(text: string, spans: readonly Span[]): string {
  return spans.map(({ start, end }) => text.slice(start, end)).join(' \u2026 ');
}

function print(part: string, texts: number, counts: Counts, milliseconds: number): void {
  const share = (right: number, all: number) =>
    `${(right / Math.max(1, all)).toFixed(3)}  (${right} of ${all})`;
  const harmonic = (p: number, r: number) => (p + r === 0 ? 0 : (2 * p * r) / (p + r)).toFixed(3);
  const precision = counts.reportedRight / Math.max(1, counts.reported);
  const recall = counts.indirectFound / Math.max(1, counts.indirect);
  console.log(`\npolnear-${part}, ${texts} articles`);
  console.log(
    `direct quotations found, recall at ${MATCHING_OVERLAP}       ${share(counts.directFound, counts.direct)}`,
  );
  console.log(
    `speaker right, of those found              ${share(counts.speakerRight, counts.speakerKnown)}`,
  );
  console.log(
    `attributed: within a gold content, source  ${share(counts.attributedWithin, counts.attributed)}`,
  );
  console.log(
    `attributed: content at ${MATCHING_OVERLAP}, source            ${share(counts.attributedMatching, counts.attributed)}`,
  );
  console.log(
    `indirect, source and content at ${MATCHING_OVERLAP}: precision ${share(counts.reportedRight, counts.reported)}`,
  );
  console.log(
    `                                 or mixed  ${share(counts.reportedRightLoose, counts.reported)}`,
  );
  console.log(`                                   recall  ${share(counts.indirectFound, counts.indirect)}`);
  console.log(`                                       F1  ${harmonic(precision, recall)}`);
  console.log(`time per 1,000 words                       ${milliseconds.toFixed(2)} ms`);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  evaluateQuotes(process.argv.slice(2));
}
