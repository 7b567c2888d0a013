import type { TokenRange } from '../../language/annotation.js';
import { CUE_FORMS, type CueCandidate } from './cue-candidates.js';
import { type FeatureBuffer, lengthBucket } from './feature-buffer.js';
import type { ParseTree } from './parse-tree.js';
import type { SentenceView } from './sentence-view.js';

/** What tells where a content ends: its last words and those after it, its length, and what kind of content it is. */
export function addEndFeatures(
  view: SentenceView,
  tree: ParseTree,
  cue: CueCandidate,
  source: TokenRange | null,
  start: number,
  end: number,
  into: FeatureBuffer,
): void {
  const f = CUE_FORMS.indexOf(cue.form) + 1;
  const isAfter = start > cue.at;
  const opening = openingOf(view, start);
  const kind = (f * 2 + (isAfter ? 1 : 0)) * 16 + opening;
  const style = (isAfter ? 1 : 2) * 16 + opening;
  const stem = view.stem(cue.at);
  const length = end - start;
  const verbs = Math.min(4, view.verbsBefore(end) - view.verbsBefore(start));
  const commas = Math.min(3, view.commasBefore(end) - view.commasBefore(start));
  const isLast = end >= view.end - 1 ? (view.tokens[end]?.isWord === true ? 0 : 1) : 0;
  const isUnbalanced = view.isEnclosed(end) !== view.isEnclosed(start) ? 1 : 0;
  into.add(301, kind, isLast);
  into.add(302, style, view.word(end));
  into.add(303, style, view.pos(end), view.pos(end + 1));
  into.add(304, style, view.pos(end - 1), view.pos(end));
  into.add(305, kind, lengthBucket(length));
  into.add(306, style, view.word(end), view.word(end + 1));
  into.add(307, style, view.word(end), view.pos(end + 1) * 32 + view.pos(end + 2));
  into.add(308, verbs, kind, isLast);
  into.add(309, verbs, view.word(end), style);
  into.add(310, commas, view.word(end), style);
  into.add(311, isUnbalanced, isLast);
  into.add(312, stem, isLast);
  into.add(313, stem, view.pos(end), lengthBucket(length));
  into.add(314, stem, view.word(end));
  into.add(315, view.stem(end - 1), view.word(end));
  into.add(316, view.word(end - 1), isLast);
  into.add(317, lengthBucket(length), view.pos(end), opening);
  into.add(318, opening, view.word(start), isLast);
  into.add(319, view.verbClass(cue.at), view.word(end), verbs > 0 ? 1 : 0);
  into.add(320, view.verbClass(cue.at), isLast, opening);
  into.add(321, source !== null && end === source.first ? 1 : 0, end === cue.at ? 1 : 0, f);
  into.add(322, source !== null && end + 1 === source.first ? 1 : 0, view.word(end), f);
  into.add(323, view.word(end), lengthBucket(view.end - end), verbs > 0 ? 1 : 0);
  into.add(324, lengthBucket(view.end - end), style);
  into.add(
    325,
    Math.min(3, view.verbsBefore(view.end) - view.verbsBefore(end)),
    view.word(end),
    verbs > 0 ? 1 : 0,
  );
  into.add(326, view.pos(end - 1), view.word(end), view.pos(end + 1));
  into.add(327, view.verbClass(end), view.word(end), view.word(end - 1));
  into.add(328, view.verbClass(end + 1), view.word(end), style);
  into.add(329, verbs, commas, isLast);
  into.add(330, nounsTied(view, start, end), view.pos(end), opening);
  into.add(331, view.stem(end), verbs > 0 ? 1 : 0, opening);
  const cut = view.end > end ? tree.head(end) : -1;
  const isCut = cut >= start && cut < end ? 1 : cut === cue.at ? 2 : cut === -1 ? 3 : 4;
  const tops = tree.topsOf(start, end, 3);
  const top = tree.topOf(start, end);
  const isWhole = (tree.firstOf(top) === start ? 1 : 0) + (tree.endOf(top) === end ? 2 : 0);
  const isCueEnd = tree.endOf(cue.at) === end ? 1 : 0;
  const role = tree.head(top) === cue.at ? 1 : tree.head(cue.at) === top ? 2 : 3;
  const next = followingWord(view, end);
  const nextHead = tree.head(next);
  const nextRole =
    nextHead >= start && nextHead < end
      ? 1
      : nextHead === cue.at
        ? 2
        : nextHead === tree.head(cue.at)
          ? 3
          : 4;
  into.add(340, isWhole, tops, style);
  into.add(341, isWhole, role, isCueEnd);
  into.add(342, isCueEnd, isLast, style);
  into.add(343, isCut, view.pos(end), style);
  into.add(344, isCut, view.word(end), role);
  into.add(345, nextRole, view.word(end), isWhole);
  into.add(346, nextRole, view.tag(next), style);
  into.add(347, nextRole, view.word(end), view.tag(next));
  into.add(348, isWhole, view.pos(end), view.pos(end + 1));
  into.add(349, stem, nextRole, view.tag(next));
  into.add(350, stem, isCueEnd, isWhole);
  into.add(351, tops, nextRole, isLast);
  into.add(352, view.tag(top), isWhole, role);
  into.add(353, nextRole, view.stem(next), opening);
  into.add(354, tree.endOf(tree.head(cue.at)) === end ? 1 : 0, isCueEnd, style);
  into.add(332, view.isEnclosed(cue.at) ? 1 : 0, isUnbalanced, isLast);
}

/** What kind of content begins here: a clause, an infinitive, a noun phrase, a preposition, a mark. */
function openingOf(view: SentenceView, start: number): number {
  const token = view.tokens[start];
  if (token === undefined) return 0;
  if (token.norm === 'that') return 1;
  if (token.norm === 'to') return 2;
  if (token.norm === '"') return 3;
  if (token.norm === 'whether' || token.norm === 'if' || token.norm === 'how' || token.norm === 'why')
    return 4;
  if (token.norm === 'what' || token.norm === 'who' || token.norm === 'when' || token.norm === 'where')
    return 5;
  if (token.pos === 'PRON') return 6;
  if (token.pos === 'DET') return 7;
  if (token.pos === 'PROPN') return 8;
  if (token.pos === 'NOUN') return 9;
  if (token.pos === 'ADP') return 10;
  if (token.pos === 'VERB') return 11;
  if (token.pos === 'ADJ') return 12;
  return 13;
}

/** How many phrases are tied on by prepositions: a noun's complements run for two or three. */
function nounsTied(view: SentenceView, start: number, end: number): number {
  let tied = 0;
  for (let i = start + 1; i < end && tied < 4; i += 1) if (view.tokens[i]?.pos === 'ADP') tied += 1;
  return tied;
}

function followingWord(view: SentenceView, end: number): number {
  return view.tokens[end]?.isWord === false && end + 1 < view.end ? end + 1 : end;
}
