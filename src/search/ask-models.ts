import { type Lexicon, parseRelatedWords } from '../language/related-words.js';
import { parseWordVectors } from '../language/vectors.js';
import { FEATURES } from './features/candidate-features.js';
import { type RankingNet, readNet } from './model/ranking-net.js';
import { readTrees, type Trees } from './model/trees.js';
import { parseWeightsFile } from './model/weights-file.js';

/** What ranking has learned: read once at the start and passed to whoever ranks. */
export interface AskModels extends Lexicon {
  /** Orders the first stage's candidates for the net. */
  readonly firstTrees: Trees;
  readonly net: RankingNet;
  /** What the net's score and the trees' count for in a candidate's own. */
  readonly blend: Readonly<Record<'net' | 'trees', number>>;
  /** How likely the sentence ranked first answers. */
  readonly confidenceTrees: Trees;
}

/** Where the package ships what `parseAskModels` reads, from its root. */
export const ASK_WEIGHTS = {
  vectors: 'models/vectors.bin',
  related: 'models/related-words.txt',
  ranking: 'models/ranking.bin',
};

/** The models in the files of weights; throws where the weights were trained on other features than this program computes. */
export function parseAskModels(bytes: Readonly<Record<keyof typeof ASK_WEIGHTS, Uint8Array>>): AskModels {
  const vectors = parseWordVectors(bytes.vectors);
  const file = parseWeightsFile(bytes.ranking);
  if (file.features.join('\n') !== FEATURES.join('\n')) {
    throw new Error(`${ASK_WEIGHTS.ranking} was trained on other features: train it again (training).`);
  }
  const [net = 0, trees = 0] = file.floats('blend');
  return {
    vectors,
    related: parseRelatedWords(bytes.related),
    firstTrees: readTrees(file, 'first'),
    net: readNet(file, vectors),
    blend: { net, trees },
    confidenceTrees: readTrees(file, 'confidence'),
  };
}
