import { FeatureHash, probeFeatures } from '../feature-probe.js';
import { mixHashes } from '../hash-text.js';
import { contentEnds, contentStarts } from './content-candidates.js';
import { addEndFeatures } from './content-end-features.js';
import { addStartFeatures } from './content-start-features.js';
import { addCueFeatures, addGlanceFeatures, cueCandidates } from './cue-candidates.js';
import { FEATURE_BUCKETS, FeatureBuffer } from './feature-buffer.js';
import { PARSE_BUCKETS, PARSE_FEATURES, writeParseFeatures } from './parse-features.js';
import { ACTIONS, act, bestAction, startState } from './parse-sentence.js';
import { buildTree, type ParseTree } from './parse-tree.js';
import { type SentenceView, viewSentence } from './sentence-view.js';
import { ruleSubject, sourceCandidates } from './source-candidates.js';
import { sourceFeatures, sourcesFor } from './source-choice.js';
import { placesOfSpeech } from './speech-places.js';

/** A hash of what the parser and the statement model are given of a text: the features of each state and each candidate. */
export function statementFingerprint(): string {
  const hash = new FeatureHash();
  hash.add([FEATURE_BUCKETS, PARSE_BUCKETS, PARSE_FEATURES, ACTIONS]);
  const annotation = probeFeatures();
  const places = placesOfSpeech(annotation, []);
  for (const range of annotation.sentenceTokens) {
    const view = viewSentence(annotation, range, places);
    const heads = parseAnyhow(view, hash);
    const tree = buildTree(heads, view.first, (at) => view.tokens[at]?.isWord === true);
    addCandidates(view, tree, hash);
  }
  return hash.toString();
}

/** A parse without weights, each action chosen by the features before it: it meets states of every form. */
function parseAnyhow(view: SentenceView, hash: FeatureHash): Int32Array {
  const features = new Int32Array(PARSE_FEATURES);
  const state = startState(view.end - view.first);
  while (state.next < state.heads.length || state.depth > 1) {
    writeParseFeatures(view, state, features);
    hash.add(features);
    const [first = 0, second = 0] = features;
    act(
      state,
      bestAction(
        state,
        Float64Array.from({ length: ACTIONS }, (_, i) => mixHashes(first + i, second)),
      ),
    );
  }
  return state.heads;
}

function addCandidates(view: SentenceView, tree: ParseTree, hash: FeatureHash): void {
  const buffer = new FeatureBuffer();
  const take = (write: () => void): void => {
    buffer.clear();
    write();
    hash.add(buffer.buckets.subarray(0, buffer.length));
  };
  const sources = sourceCandidates(view, tree);
  for (const cue of cueCandidates(view)) {
    take(() => addGlanceFeatures(view, cue, buffer));
    take(() => addCueFeatures(view, tree, cue, buffer));
    const subject = ruleSubject(view, cue);
    for (const source of sourcesFor(cue, sources))
      take(() => sourceFeatures(view, tree, cue, source, subject, buffer));
    for (const start of contentStarts(view, cue, null)) {
      take(() => addStartFeatures(view, tree, cue, null, start, buffer));
      for (const end of contentEnds(view, cue, null, start))
        take(() => addEndFeatures(view, tree, cue, null, start, end, buffer));
    }
  }
}
