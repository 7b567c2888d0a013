import type { TokenRange } from '../../language/annotation.js';
import { contentEnds, contentStarts } from './content-candidates.js';
import { addEndFeatures } from './content-end-features.js';
import { addStartFeatures } from './content-start-features.js';
import { addCueFeatures, addGlanceFeatures, type CueCandidate, cueCandidates } from './cue-candidates.js';
import { FeatureBuffer } from './feature-buffer.js';
import { parseSentence } from './parse-sentence.js';
import { buildTree, type ParseTree } from './parse-tree.js';
import type { SentenceView } from './sentence-view.js';
import { ruleSubject, sourceCandidates } from './source-candidates.js';
import { sourceFeatures, sourcesFor } from './source-choice.js';
import { type StatementModel, scoreOf, toProbabilities } from './statement-model.js';

/** A statement as ranges of tokens, with how likely cue, source and content are all right. */
export interface FoundStatement {
  readonly cue: CueCandidate;
  readonly source: TokenRange | null;
  readonly content: readonly TokenRange[];
  readonly probability: number;
}

/** Words less likely than this to be cues at a glance are not looked at further. */
const LEAST_GLANCE = 0.1;
/** Cues less likely than this are not followed up. */
const LEAST_CUE = 0.2;
/** A second-best start of a content less likely than this is not followed up. */
const LEAST_START = 0.1;
/** Starts of a content that are followed up: the best ones. */
const MOST_STARTS = 2;
/** Cues of one sentence that are followed up: the likeliest ones. News has five at most; each takes the square of its sentence. */
const MOST_CUES = 10;
/** Ranges of tokens that overlap this much count as the same. */
const SAME_OVERLAP = 0.8;

const buffer = new FeatureBuffer();

/**
 * The statements of a sentence, in the order of their cues, however unlikely; none if no cue is likely.
 *
 * Gets wrong: where a content of several clauses ends ("said they would wait when the talks began"), a source that the
 * sentence does not name, and cues never met in training ("shot down the idea").
 */
export function findStatements(view: SentenceView, model: StatementModel): FoundStatement[] {
  const likely = cueCandidates(view).filter((cue) => {
    buffer.clear();
    addGlanceFeatures(view, cue, buffer);
    return chanceOf(scoreOf(model, buffer)) >= LEAST_GLANCE;
  });
  if (likely.length === 0) return [];
  const tree = buildTree(
    parseSentence(view, model.parser),
    view.first,
    (at) => view.tokens[at]?.isWord === true,
  );
  const followed = chooseCues(view, tree, likely, model);
  if (followed.length === 0) return [];
  const found: FoundStatement[] = [];
  const sources = sourceCandidates(view, tree);
  for (const { cue, chance } of followed) {
    const source = bestSource(view, tree, cue, sources, model);
    const content = bestContent(view, tree, cue, source.range, model);
    if (content === undefined || isRelative(view, content.range)) continue;
    found.push({
      cue,
      source: source.range,
      content: withRest(view, cue, source.range, content.range),
      probability: chance * source.probability * content.probability,
    });
  }
  return found;
}

/** The cues that are followed up, in their order, each with how likely it is one. */
function chooseCues(
  view: SentenceView,
  tree: ParseTree,
  cues: readonly CueCandidate[],
  model: StatementModel,
): { readonly cue: CueCandidate; readonly chance: number }[] {
  const weighed = cues.map((cue) => {
    buffer.clear();
    addCueFeatures(view, tree, cue, buffer);
    return { cue, chance: chanceOf(scoreOf(model, buffer)) };
  });
  return weighed
    .filter(({ chance }) => chance >= LEAST_CUE)
    .toSorted((a, b) => b.chance - a.chance)
    .slice(0, MOST_CUES)
    .toSorted((a, b) => a.cue.at - b.cue.at);
}

/** "what he described as …": a relative word alone is no content to show. */
function isRelative({ tokens }: SentenceView, { first, end }: TokenRange): boolean {
  return (
    end === first + 1 &&
    /^(?:what|which|who|whom|that|it|this|so|them|him|her)$/u.test(tokens[first]?.norm ?? '')
  );
}

/** "Rather than wait, he said, they will act": what follows a cue between commas goes on with what is before it. */
function withRest(
  view: SentenceView,
  cue: CueCandidate,
  source: TokenRange | null,
  content: TokenRange,
): TokenRange[] {
  const { tokens, end } = view;
  const clauseFirst = Math.min(cue.at, source?.first ?? cue.at);
  const clauseEnd = Math.max(cue.at + 1, source?.end ?? 0);
  const isBetween =
    content.end <= clauseFirst && tokens[clauseFirst - 1]?.norm === ',' && clauseFirst - content.end <= 1;
  if (!isBetween || cue.form === 'according') return [content];
  let from = clauseEnd;
  while (from < Math.min(end, clauseEnd + FARTHEST_REST) && tokens[from]?.norm !== ',') from += 1;
  let to = end;
  while (to > from && tokens[to - 1]?.isWord !== true && tokens[to - 1]?.norm !== ')') to -= 1;
  if (tokens[from]?.norm !== ',' || to - from < FEWEST_REST || view.isSpeech(from + 1)) return [content];
  return [content, { first: from + 1, end: to }];
}

/** Tokens that may be between a cue and the comma after it ("he said on Friday, …"). */
const FARTHEST_REST = 8;
/** Fewer tokens after the comma are a date or a place. */
const FEWEST_REST = 4;

function chanceOf(score: number): number {
  return 1 / (1 + Math.exp(-score));
}

interface Chosen<Range> {
  readonly range: Range;
  readonly probability: number;
}

function bestSource(
  view: SentenceView,
  tree: ParseTree,
  cue: CueCandidate,
  sources: readonly TokenRange[],
  model: StatementModel,
): Chosen<TokenRange | null> {
  const candidates = sourcesFor(cue, sources);
  const subject = ruleSubject(view, cue);
  const scores = candidates.map((source) => {
    sourceFeatures(view, tree, cue, source, subject, buffer);
    return scoreOf(model, buffer);
  });
  const chances = toProbabilities(scores);
  return mostExpected(view, candidates, chances) ?? { range: null, probability: 1 };
}

function bestContent(
  view: SentenceView,
  tree: ParseTree,
  cue: CueCandidate,
  source: TokenRange | null,
  model: StatementModel,
): Chosen<TokenRange> | undefined {
  const starts = contentStarts(view, cue, source);
  if (starts.length === 0) return undefined;
  const startChances = toProbabilities(
    starts.map((start) => {
      buffer.clear();
      addStartFeatures(view, tree, cue, source, start, buffer);
      return scoreOf(model, buffer);
    }),
  );
  const best = starts
    .map((start, i) => ({ start, chance: startChances[i] ?? 0 }))
    .sort((a, b) => b.chance - a.chance)
    .filter(({ chance }, i) => i === 0 || (i < MOST_STARTS && chance >= LEAST_START));
  const ranges: TokenRange[] = [];
  const chances: number[] = [];
  for (const { start, chance } of best) {
    const ends = contentEnds(view, cue, source, start);
    const endChances = toProbabilities(
      ends.map((end) => {
        buffer.clear();
        addEndFeatures(view, tree, cue, source, start, end, buffer);
        return scoreOf(model, buffer);
      }),
    );
    ends.forEach((end, i) => {
      ranges.push({ first: start, end });
      chances.push(chance * (endChances[i] ?? 0));
    });
  }
  const chosen = mostExpected(view, ranges, chances);
  return chosen === undefined || chosen.range === null
    ? undefined
    : { range: chosen.range, probability: chosen.probability };
}

/** Ranges less likely than this are not weighed against the others. */
const LEAST_RANGE = 0.004;

/** The range that most of the probability overlaps with enough: minimum Bayes risk under the matching rule. */
function mostExpected<Range extends TokenRange | null>(
  { tokens }: SentenceView,
  ranges: readonly Range[],
  chances: readonly number[],
): Chosen<Range> | undefined {
  const weighed = ranges.flatMap((range, i) => {
    const chance = chances[i] ?? 0;
    if (chance < LEAST_RANGE) return [];
    const start = range === null ? -2 : (tokens[range.first]?.start ?? 0);
    const end = range === null ? -1 : (tokens[range.end - 1]?.end ?? 0);
    return [{ range, chance, start, end }];
  });
  let best: Chosen<Range> | undefined;
  for (const one of weighed) {
    let expected = 0;
    for (const other of weighed) {
      const common = Math.min(one.end, other.end) - Math.max(one.start, other.start);
      const union = one.end - one.start + other.end - other.start - common;
      if (common > 0 && common >= SAME_OVERLAP * union) expected += other.chance;
    }
    if (best === undefined || expected + one.chance / 100 > best.probability) {
      best = { range: one.range, probability: expected + one.chance / 100 };
    }
  }
  return best;
}
