import type { TokenRange } from '../../language/annotation.js';
import { CUE_FORMS, type CueCandidate } from './cue-candidates.js';
import type { FeatureBuffer } from './feature-buffer.js';
import type { ParseTree } from './parse-tree.js';
import type { SentenceView } from './sentence-view.js';
import { addSourceFeatures } from './source-candidates.js';

/** The candidates of a cue's source: none at all first, then those that do not hold the cue. */
export function sourcesFor(cue: CueCandidate, sources: readonly TokenRange[]): (TokenRange | null)[] {
  return [null, ...sources.filter(({ first, end }) => cue.at < first || cue.at >= end)];
}

/** The features of a candidate for a cue's source; null stands for a statement without one. */
export function sourceFeatures(
  view: SentenceView,
  tree: ParseTree,
  cue: CueCandidate,
  source: TokenRange | null,
  subject: TokenRange | undefined,
  into: FeatureBuffer,
): void {
  into.clear();
  if (source !== null) addSourceFeatures(view, tree, cue, source, subject, into);
  else {
    into.add(150, view.stem(cue.at));
    into.add(151, view.pos(cue.at - 1), view.pos(cue.at));
    into.add(152, subject === undefined ? 0 : 1, view.word(cue.at - 1));
    into.add(153, CUE_FORMS.indexOf(cue.form));
  }
}
