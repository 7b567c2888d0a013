import type { TokenRange } from '../../language/annotation.js';
import { phraseEnds } from '../grammar/noun-phrase.js';
import { subjectOf } from '../grammar/verb-subject.js';
import { CUE_FORMS, type CueCandidate } from './cue-candidates.js';
import { type FeatureBuffer, lengthBucket } from './feature-buffer.js';
import type { ParseTree } from './parse-tree.js';
import type { SentenceView } from './sentence-view.js';

const PERSONAL = new Set('i you he she it we they who which that whose his her their my our its'.split(' '));
/** Commas that an apposition may run over ("Reid, the leader, of Nevada,"). */
const MOST_COMMAS = 3;
/** Tokens that an apposition may hold. */
const LONGEST_APPOSITION = 30;

/** Where the source of any statement in a sentence may be, in order of their beginnings. */
export function sourceCandidates(view: SentenceView, tree: ParseTree): TokenRange[] {
  const candidates: TokenRange[] = [];
  let reached = view.first;
  for (let at = view.first; at < view.end; at += 1) {
    const token = view.tokens[at];
    if (token === undefined || view.isSpeech(at) || !token.isWord) continue;
    if (PERSONAL.has(token.norm)) candidates.push({ first: at, end: at + 1 });
    const isStart =
      at >= reached || token.pos === 'DET' || token.pos === 'PRON' || startsAfterJoint(view, at);
    if (!isStart || token.pos === 'VERB' || PERSONAL.has(token.norm)) {
      if (!(PERSONAL.has(token.norm) && at >= reached)) continue;
    }
    const ends = phraseEnds(view.tokens, at, view.end);
    const core = ends[0];
    if (core === undefined) continue;
    reached = Math.max(reached, core);
    const all = new Set(ends);
    const top = tree.topOf(at, core);
    if (top !== -1 && tree.firstOf(top) === at) all.add(tree.endOf(top));
    for (const end of appositionEnds(view, ends.at(-1) ?? core)) all.add(end);
    for (const end of relativeEnds(view, core)) all.add(end);
    for (const end of all) if (end > at + 1 || !PERSONAL.has(token.norm)) candidates.push({ first: at, end });
    for (let i = at + 1; i < core; i += 1) {
      const norm = view.tokens[i]?.norm;
      if (norm === "'s" || norm === "'") candidates.push({ first: at, end: i }, { first: at, end: i + 1 });
    }
  }
  return candidates;
}

function startsAfterJoint(view: SentenceView, at: number): boolean {
  const before = view.tokens[at - 1];
  return before !== undefined && (before.pos === 'ADP' || before.pos === 'CCONJ' || before.norm === 'to');
}

function appositionEnds(view: SentenceView, from: number): number[] {
  const ends: number[] = [];
  if (view.tokens[from]?.norm !== ',') return ends;
  for (let i = from + 1; i < Math.min(view.end, from + LONGEST_APPOSITION); i += 1) {
    if (view.tokens[i]?.norm !== ',') continue;
    ends.push(i);
    if (ends.length === MOST_COMMAS) break;
  }
  return ends;
}

/** "voters who oppose the plan": the phrase up to a verb that follows the relative clause's own. */
function relativeEnds(view: SentenceView, core: number): number[] {
  const relative = view.tokens[core]?.norm;
  if (relative !== 'who' && relative !== 'whose' && relative !== 'that') return [];
  for (let i = core + 3; i < Math.min(view.end, core + LONGEST_APPOSITION); i += 1) {
    if (view.tokens[i]?.pos === 'VERB' || view.tokens[i]?.pos === 'AUX') return [i];
  }
  return [];
}

/** What a cue's candidates share: the subject that the rules find. */
export function ruleSubject(view: SentenceView, cue: CueCandidate): TokenRange | undefined {
  return cue.form === 'according' || cue.form === 'colon'
    ? undefined
    : subjectOf(view.tokens, cue.at, view.first);
}

/** What tells a cue's source among the candidates: where it is, how it begins and ends, what lies between. */
export function addSourceFeatures(
  view: SentenceView,
  tree: ParseTree,
  cue: CueCandidate,
  source: TokenRange,
  subject: TokenRange | undefined,
  into: FeatureBuffer,
): void {
  const f = CUE_FORMS.indexOf(cue.form) + 1;
  const isBefore = source.end <= cue.at;
  const isAfter = source.first > cue.at;
  const side = isBefore ? 1 : isAfter ? 2 : 3;
  const from = isBefore ? source.end : cue.at + 1;
  const to = isBefore ? cue.at : source.first;
  const distance = Math.max(0, to - from);
  const between = distance > 0 ? view.pos(from) * 32 + view.pos(to - 1) : 0;
  const verbs = Math.min(3, view.verbsBefore(Math.max(from, to)) - view.verbsBefore(from));
  const commas = Math.min(3, view.commasBefore(Math.max(from, to)) - view.commasBefore(from));
  const kind = f * 4 + side;
  const length = source.end - source.first;
  const relation = relationTo(source, subject);
  into.add(101, kind);
  into.add(102, kind, lengthBucket(distance));
  into.add(103, kind, verbs, commas);
  into.add(104, kind, between, Math.min(distance, 4));
  into.add(105, relation, f);
  into.add(106, relation, view.pos(source.first), view.pos(source.end));
  into.add(107, kind, view.pos(source.first));
  into.add(108, kind, view.word(source.first), Math.min(length, 2));
  into.add(109, view.pos(source.end - 1), view.pos(source.end));
  into.add(110, view.word(source.end), kind);
  into.add(111, view.word(source.first - 1), kind);
  into.add(112, view.pos(source.first - 1), view.pos(source.first), side);
  into.add(113, lengthBucket(length), kind);
  into.add(114, view.stem(source.end - 1), side);
  into.add(115, view.stem(cue.at), side, lengthBucket(distance));
  into.add(116, view.stem(cue.at), view.stem(source.end - 1));
  into.add(117, source.first === view.first ? 1 : 0, kind);
  const inner = Math.min(3, view.commasBefore(source.end) - view.commasBefore(source.first));
  const innerVerbs = Math.min(3, view.verbsBefore(source.end) - view.verbsBefore(source.first));
  into.add(118, inner, view.pos(source.end), view.word(source.end));
  into.add(119, innerVerbs, inner, kind);
  into.add(120, distance < 4 ? view.word(from) : 0, distance < 4 ? view.word(from + 1) : 0, kind);
  into.add(121, verbs, commas, view.pos(source.first));
  into.add(122, relation, lengthBucket(length), inner);
  into.add(123, view.word(source.end), view.word(source.end + 1), view.word(source.end - 1));
  into.add(124, view.word(source.first - 1), view.pos(source.first - 2), side);
  into.add(125, view.pos(source.end - 1), side, f);
  into.add(126, view.isEnclosed(source.first) ? 1 : 0, view.isEnclosed(cue.at) ? 1 : 0);
  const top = tree.topOf(source.first, source.end);
  const role = roleOf(tree, top, cue.at);
  const isWhole = (tree.firstOf(top) === source.first ? 1 : 0) + (tree.endOf(top) === source.end ? 2 : 0);
  const tops = tree.topsOf(source.first, source.end, 3);
  into.add(140, role, f, side);
  into.add(141, role, isWhole, side);
  into.add(142, isWhole, tops, kind);
  into.add(143, role, view.tag(top), side);
  into.add(144, role, relation, f);
  into.add(145, role, isWhole, relation);
  into.add(
    146,
    tree.endOf(top) - source.end > 0 ? view.word(source.end) : 0,
    isWhole,
    view.pos(source.end + 1),
  );
  into.add(147, view.stem(cue.at), role);
  into.add(148, view.stem(top), side);
  into.add(127, side, view.stem(source.first - 1), verbs);
}

/** What a phrase's head is to the cue: its subject or object, its head, what both hang on, what the cue's heads have. */
function roleOf(tree: ParseTree, top: number, cue: number): number {
  if (top === -1) return 0;
  const head = tree.head(top);
  if (head === cue) return top < cue ? 1 : 2;
  const above = tree.head(cue);
  if (above === top) return 3;
  if (above !== -1 && head === above) return top < above ? 4 : 5;
  const further = above === -1 ? -1 : tree.head(above);
  if (further !== -1 && head === further) return top < further ? 6 : 7;
  if (above !== -1 && further === top) return 8;
  return head !== -1 && tree.head(head) === cue ? 9 : 10;
}

function relationTo(source: TokenRange, subject: TokenRange | undefined): number {
  if (subject === undefined) return 1;
  if (source.first === subject.first && source.end === subject.end) return 2;
  if (source.first === subject.first) return source.end > subject.end ? 3 : 4;
  if (source.end === subject.end) return source.first < subject.first ? 5 : 6;
  return source.first < subject.end && subject.first < source.end ? 7 : 8;
}
