import { FeatureHash, probeFeatures } from '../feature-probe.js';
import { gatherEvidence } from './name-evidence.js';
import { FEATURE_ROWS, featuresOf } from './name-features.js';
import type { NameLexicon } from './name-lexicon.js';
import { LABELS } from './name-network.js';
import { findSegments } from './name-segments.js';
import { viewTokens } from './name-tokens.js';

/** What is known of words is in the weights' own file. */
const NOTHING_KNOWN: NameLexicon = { flagsOf: () => 0 };

/** A hash of what the name tagger is given of a text: words, segments and rows of features. */
export function nameFingerprint(): string {
  const hash = new FeatureHash();
  hash.add([FEATURE_ROWS, LABELS]);
  const annotation = probeFeatures();
  const tokens = viewTokens(annotation, NOTHING_KNOWN);
  hash.add(tokens.map(({ word }) => word));
  const evidence = gatherEvidence(annotation, tokens);
  for (const sentence of annotation.sentenceTokens)
    for (const segment of findSegments(tokens, sentence))
      for (let at = segment.first; at < segment.end; at += 1)
        hash.add(featuresOf(tokens, at, segment, sentence, evidence));
  return hash.toString();
}
