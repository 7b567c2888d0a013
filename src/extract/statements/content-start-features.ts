import type { TokenRange } from '../../language/annotation.js';
import { CUE_FORMS, type CueCandidate } from './cue-candidates.js';
import { type FeatureBuffer, lengthBucket } from './feature-buffer.js';
import type { ParseTree } from './parse-tree.js';
import type { SentenceView } from './sentence-view.js';

/** What tells where a content begins: its first words, what lies between it and the cue, where the source is. */
export function addStartFeatures(
  view: SentenceView,
  tree: ParseTree,
  cue: CueCandidate,
  source: TokenRange | null,
  at: number,
  into: FeatureBuffer,
): void {
  const f = CUE_FORMS.indexOf(cue.form) + 1;
  const isAfter = at > cue.at;
  const side = (isAfter ? 1 : 2) + 2 * sourceSide(cue, source);
  const kind = f * 8 + side;
  const distance = isAfter ? at - cue.at - 1 : cue.at - at;
  const stem = view.stem(cue.at);
  into.add(201, kind);
  into.add(202, kind, lengthBucket(distance));
  into.add(203, kind, view.word(at));
  into.add(204, kind, view.pos(at), view.pos(at - 1));
  into.add(205, kind, view.word(at - 1));
  into.add(206, stem, isAfter ? Math.min(distance, 5) : -1);
  into.add(207, stem, view.word(at), side);
  into.add(208, stem, view.pos(at), side);
  into.add(209, stem, view.word(at - 1), side);
  into.add(210, kind, view.pos(at), Math.min(distance, 3));
  into.add(211, isAfter && distance > 0 ? view.word(cue.at + 1) : 0, view.pos(at), kind);
  into.add(212, isAfter && distance > 0 ? view.pos(cue.at + 1) : 0, Math.min(distance, 4), kind);
  into.add(213, view.pos(at), view.pos(at + 1), kind);
  into.add(214, view.word(at), view.word(at - 1), side);
  into.add(215, source !== null && source.end === at ? 1 : 0, kind);
  into.add(216, source === null ? 0 : lengthBucket(at - source.end), kind);
  const thatAt = thatAfter(view, cue.at);
  into.add(217, thatAt === -1 ? 0 : at < thatAt ? 1 : at === thatAt ? 2 : 3, kind);
  into.add(218, thatAt === -1 ? 0 : at === thatAt ? 2 : 1, stem);
  into.add(219, isAfter ? Math.min(3, view.verbsBefore(at) - view.verbsBefore(cue.at + 1)) : 5, kind);
  into.add(
    220,
    isAfter ? Math.min(3, view.commasBefore(at) - view.commasBefore(cue.at + 1)) : 5,
    kind,
    view.word(at),
  );
  into.add(221, view.verbClass(cue.at), view.word(at), Math.min(distance, 3));
  into.add(222, view.verbClass(cue.at), view.pos(at), Math.min(distance, 3));
  into.add(223, at === view.first ? 1 : 0, kind, view.pos(cue.at + 1));
  into.add(224, stem, view.word(cue.at + 1), isAfter ? Math.min(distance, 3) : -1);
  into.add(225, view.word(cue.at + 1), view.word(cue.at + 2), isAfter ? Math.min(distance, 6) : -1);
  const opened = openedAt(tree, at, cue.at, view.end);
  into.add(240, opened, kind);
  into.add(241, opened, stem, side);
  into.add(242, opened, view.word(at), side);
  into.add(243, opened, view.tag(at), view.tag(at - 1));
  into.add(244, opened, Math.min(distance, 5), kind);
  into.add(245, opened, view.word(at - 1), side);
  into.add(226, view.pos(cue.at + 1), view.pos(cue.at + 2), isAfter ? Math.min(distance, 4) : -1);
}

function sourceSide(cue: CueCandidate, source: TokenRange | null): number {
  if (source === null) return 0;
  return source.end <= cue.at ? 1 : 2;
}

function thatAfter(view: SentenceView, at: number): number {
  for (let i = at + 1; i < Math.min(view.end, at + 14); i += 1) if (view.tokens[i]?.norm === 'that') return i;
  return -1;
}

/** What the parser sees begin at a place: something the cue governs, something that governs the cue, or neither. */
function openedAt(tree: ParseTree, at: number, cue: number, limit: number): number {
  for (let top = at; top < Math.min(limit, at + 30); top += 1) {
    if (tree.firstOf(top) !== at) continue;
    if (tree.head(top) === cue) return 1;
    if (tree.head(cue) === top) return 2;
  }
  const head = tree.head(at);
  return head === cue ? 3 : head !== -1 && head < at ? 4 : 5;
}
