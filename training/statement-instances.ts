import type { AttributedText, GoldAttribution } from '../bench/polnear.js';
import { createArticle } from '../src/article/create-article.js';
import type { Span } from '../src/article/span.js';
import { findMarkedSpans } from '../src/extract/attributions/quotation-marks.js';
import { readMarked } from '../src/extract/attributions/quoted-speech.js';
import { firstTokenAt } from '../src/extract/grammar/token-range.js';
import { contentEnds, contentStarts } from '../src/extract/statements/content-candidates.js';
import { addEndFeatures } from '../src/extract/statements/content-end-features.js';
import { addStartFeatures } from '../src/extract/statements/content-start-features.js';
import {
  addCueFeatures,
  addGlanceFeatures,
  type CueCandidate,
  cueCandidates,
} from '../src/extract/statements/cue-candidates.js';
import { FeatureBuffer } from '../src/extract/statements/feature-buffer.js';
import { type ParserWeights, parseSentence } from '../src/extract/statements/parse-sentence.js';
import { buildTree, type ParseTree } from '../src/extract/statements/parse-tree.js';
import { type SentenceView, viewSentence } from '../src/extract/statements/sentence-view.js';
import { ruleSubject, sourceCandidates } from '../src/extract/statements/source-candidates.js';
import { sourceFeatures, sourcesFor } from '../src/extract/statements/source-choice.js';
import { placesOfSpeech } from '../src/extract/statements/speech-places.js';
import { type Annotation, annotate, type TokenRange } from '../src/language/annotation.js';

/** One choice to learn: the features of each candidate, and which candidates are right. */
export interface Choice {
  readonly features: readonly Int32Array[];
  readonly right: readonly number[];
}

/** Whether a word is a cue, seen at a glance or with its sentence's parse. */
export interface Decision {
  readonly features: Int32Array;
  readonly isRight: boolean;
}

/** What one text teaches: cues one by one (yes or no), sources and contents as choices among candidates. */
export interface Instances {
  readonly decisions: Decision[];
  readonly choices: Choice[];
}

const ENGLISH = { title: '-', url: null, author: null, publisher: null, published: null, language: 'en' };
const SAME_OVERLAP = 0.8;
const buffer = new FeatureBuffer();

/** The instances of a text, added to `into`; what cannot be aligned to candidates is left out. */
export function addInstances(text: AttributedText, parser: ParserWeights, into: Instances): void {
  const annotation = annotate(createArticle({ id: text.doc, meta: ENGLISH, text: text.text }));
  const { speech } = readMarked(annotation, findMarkedSpans(annotation.article));
  const places = placesOfSpeech(annotation, speech);
  const reported = text.attributions.filter(({ kind, cue }) => kind !== 'direct' && cue.length > 0);
  const direct = text.attributions.filter(({ kind }) => kind === 'direct');
  for (const range of annotation.sentenceTokens) {
    const view = viewSentence(annotation, range, places);
    const tree = buildTree(parseSentence(view, parser), view.first, (at) => view.tokens[at]?.isWord === true);
    const candidates = cueCandidates(view);
    const golds = new Map<CueCandidate, GoldAttribution>();
    const inGold = new Set<CueCandidate>();
    for (const attribution of reported) {
      const within = candidates.filter(({ at }) => isCovered(annotation, at, attribution.cue));
      for (const candidate of within) inGold.add(candidate);
      const head = headOf(within);
      if (head !== undefined) golds.set(head, attribution);
    }
    for (const { cue } of direct) {
      for (const candidate of candidates) if (isCovered(annotation, candidate.at, cue)) inGold.add(candidate);
    }
    for (const candidate of candidates) {
      const attribution = golds.get(candidate);
      if (attribution === undefined && inGold.has(candidate)) continue;
      buffer.clear();
      addCueFeatures(view, tree, candidate, buffer);
      into.decisions.push({ features: taken(), isRight: attribution !== undefined });
      buffer.clear();
      addGlanceFeatures(view, candidate, buffer);
      into.decisions.push({ features: taken(), isRight: attribution !== undefined });
      if (attribution !== undefined) addChoices(annotation, view, tree, candidate, attribution, into.choices);
    }
  }
}

function taken(): Int32Array {
  return buffer.buckets.slice(0, buffer.length);
}

function isCovered({ tokens }: Annotation, at: number, spans: readonly Span[]): boolean {
  const token = tokens[at];
  return token !== undefined && spans.some(({ start, end }) => token.start >= start && token.end <= end);
}

/** The head of a cue of several words: the verb that an infinitive chain ends in, else the first verb, else the last noun. */
function headOf(within: readonly CueCandidate[]): CueCandidate | undefined {
  const verbs = within.filter(({ form }) => form !== 'noun' && form !== 'colon' && form !== 'according');
  return (
    within.find(({ form }) => form === 'according') ??
    verbs.findLast(({ form }, i) => form === 'infinitive' && i > 0) ??
    verbs[0] ??
    within.findLast(({ form }) => form === 'noun') ??
    within.at(-1)
  );
}

function addChoices(
  annotation: Annotation,
  view: SentenceView,
  tree: ParseTree,
  cue: CueCandidate,
  attribution: GoldAttribution,
  into: Choice[],
): void {
  const gold = rangeOf(annotation, view, attribution.source);
  if (gold !== undefined || attribution.source.length === 0) {
    const sources = sourcesFor(cue, sourceCandidates(view, tree));
    const subject = ruleSubject(view, cue);
    const features = sources.map((source) => {
      sourceFeatures(view, tree, cue, source, subject, buffer);
      return taken();
    });
    const right = sources.flatMap((source, i) => (isRight(annotation, source, gold ?? null) ? [i] : []));
    if (right.length > 0) into.push({ features, right: closest(annotation, sources, right, gold ?? null) });
  }
  const content = rangeOf(annotation, view, attribution.content.slice(0, 1));
  if (content === undefined) return;
  const starts = contentStarts(view, cue, gold ?? null);
  const start = starts.indexOf(content.first);
  if (start === -1) return;
  into.push({
    right: [start],
    features: starts.map((at) => {
      buffer.clear();
      addStartFeatures(view, tree, cue, gold ?? null, at, buffer);
      return taken();
    }),
  });
  const ends = contentEnds(view, cue, gold ?? null, content.first);
  const end = ends.findIndex((at) => at >= content.end);
  if (end === -1) return;
  into.push({
    right: [end],
    features: ends.map((at) => {
      buffer.clear();
      addEndFeatures(view, tree, cue, gold ?? null, content.first, at, buffer);
      return taken();
    }),
  });
}

/** Of the right candidates, the ones nearest to the gold range: those with the largest overlap. */
function closest(
  { tokens }: Annotation,
  ranges: readonly (TokenRange | null)[],
  right: readonly number[],
  gold: TokenRange | null,
): number[] {
  const overlaps = right.map((i) => overlapOf(tokens, ranges[i] ?? null, gold));
  const most = Math.max(...overlaps);
  return right.filter((_, i) => overlaps[i] === most);
}

function isRight({ tokens }: Annotation, a: TokenRange | null, b: TokenRange | null): boolean {
  return a === null || b === null ? a === b : overlapOf(tokens, a, b) >= SAME_OVERLAP;
}

function overlapOf(tokens: readonly Span[], a: TokenRange | null, b: TokenRange | null): number {
  if (a === null || b === null) return a === b ? 1 : 0;
  const aStart = tokens[a.first]?.start ?? 0;
  const aEnd = tokens[a.end - 1]?.end ?? 0;
  const bStart = tokens[b.first]?.start ?? 0;
  const bEnd = tokens[b.end - 1]?.end ?? 0;
  const common = Math.min(aEnd, bEnd) - Math.max(aStart, bStart);
  return common <= 0 ? 0 : common / (aEnd - aStart + bEnd - bStart - common);
}

/** The tokens that a gold span covers, where it lies within the sentence and outside direct speech. */
function rangeOf(annotation: Annotation, view: SentenceView, spans: readonly Span[]): TokenRange | undefined {
  const span = spans[0];
  if (span === undefined) return undefined;
  const first = firstTokenAt(annotation.tokens, span.start);
  let end = firstTokenAt(annotation.tokens, span.end);
  while (end > first + 1 && /^[,.;:-]$/u.test(annotation.tokens[end - 1]?.norm ?? '')) end -= 1;
  return first >= view.first && end <= view.end && end > first ? { first, end } : undefined;
}
