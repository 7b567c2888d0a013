import type { TokenRange } from '../../language/annotation.js';
import type { CueCandidate } from './cue-candidates.js';
import type { SentenceView } from './sentence-view.js';

/** How far after its cue a content may begin, in tokens: "told reporters in New York on Tuesday that …". */
const FARTHEST_START = 18;
/** How far before its cue a content may begin. */
const FARTHEST_BACK = 60;

/** Where a cue's content may begin, in order; the source lies outside it. */
export function contentStarts(view: SentenceView, cue: CueCandidate, source: TokenRange | null): number[] {
  const starts: number[] = [];
  const isSource = (at: number) => source !== null && at >= source.first && at < source.end;
  for (let at = Math.max(view.first, cue.at - FARTHEST_BACK); at < cue.at; at += 1) {
    if (!view.isSpeech(at) && !isSource(at) && canStart(view, at) && isAfterJoint(view, at)) starts.push(at);
  }
  for (let at = cue.at + 1; at < Math.min(view.end, cue.at + FARTHEST_START); at += 1) {
    if (view.isSpeech(at)) break;
    if (!isSource(at) && canStart(view, at)) starts.push(at);
  }
  return starts;
}

function canStart(view: SentenceView, at: number): boolean {
  const token = view.tokens[at];
  return (
    token !== undefined && (token.isWord || token.norm === '"' || token.norm === "'" || token.norm === '$')
  );
}

function isAfterJoint(view: SentenceView, at: number): boolean {
  const before = view.tokens[at - 1];
  if (at === view.first || before === undefined || view.isSpeech(at - 1)) return true;
  return (
    !before.isWord ||
    before.pos === 'CCONJ' ||
    before.pos === 'SCONJ' ||
    before.pos === 'ADP' ||
    before.pos === 'VERB' ||
    before.pos === 'PRON' ||
    view.tokens[at]?.pos === 'DET'
  );
}

/** Where a content that begins at `start` may end, nearest first; before the cue if it begins before it. */
export function contentEnds(
  view: SentenceView,
  cue: CueCandidate,
  source: TokenRange | null,
  start: number,
): number[] {
  const limit = start < cue.at ? cue.at : view.end;
  const ends: number[] = [];
  for (let end = start + 1; end <= limit; end += 1) {
    const last = view.tokens[end - 1];
    if (last === undefined || view.isSpeech(end - 1)) break;
    if (source !== null && end - 1 >= source.first && start < source.first) break;
    if (last.isWord || last.norm === '"' || last.norm === ')' || last.norm === "'" || last.norm === '%')
      ends.push(end);
  }
  return ends;
}
