import { z } from 'zod';
import { hashText } from '../hash-text.js';
import { parseWeights, type WeightsKind } from '../weights-file.js';
import { nameFingerprint } from './name-fingerprint.js';
import { LexiconFlag, type NameLexicon } from './name-lexicon.js';
import { type NameNetwork, type NetworkShape, networkLayout, packTable } from './name-network.js';
import type { Gender } from './titles.js';

/** What is learnt about names: read from a weights file, never changed. */
export interface NameModel {
  readonly lexicon: NameLexicon;
  readonly network: NameNetwork;
}

/** The weights of the name tagger, and the words that it knows. */
export const NAME_WEIGHTS: WeightsKind<NameShape> = {
  name: 'names',
  path: 'models/names.bin',
  trainedBy: 'training/names.py',
  shape: z.object({
    hidden: z.int().positive().multipleOf(4),
    dims: z.int().positive(),
    words: z.int().positive(),
    known: z.int().positive(),
  }),
  fingerprint: nameFingerprint,
};

/** The sizes of a network, and how many words are known. */
interface NameShape extends NetworkShape {
  readonly known: number;
}

/** The name model of the bytes of its file. @throws an Error with a sentence for the operator, if they are not of this program. */
export function parseNameModel(bytes: Uint8Array): NameModel {
  const { shape, numbers } = parseWeights(bytes, NAME_WEIGHTS);
  let at = 0;
  const take = (length: number): ArrayBuffer => {
    if (at + length > numbers.length) throw new Error(`${NAME_WEIGHTS.path} has fewer numbers than it says.`);
    const part = Uint8Array.from(numbers.subarray(at, at + length));
    at += length;
    return part.buffer;
  };
  const layout = networkLayout(shape);
  const network: NameNetwork = {
    ...shape,
    table: packTable(new Int8Array(take(layout.table.length))),
    tableScale: new Float32Array(take(layout.tableScale.length * 4)),
    wordHashes: new Uint32Array(take(layout.wordHashes.length * 4)),
    vectors: new Int8Array(take(layout.vectors.length)),
    vectorScale: new Float32Array(take(layout.vectorScale.length * 4)),
    unknown: new Float32Array(take(layout.unknown.length * 4)),
    inner: new Float32Array(take(layout.inner.length * 4)),
    innerBias: new Float32Array(take(layout.innerBias.length * 4)),
    out: new Float32Array(take(layout.out.length * 4)),
    outBias: new Float32Array(take(layout.outBias.length * 4)),
    transitions: new Float32Array(take(layout.transitions.length * 4)),
    starts: new Float32Array(take(layout.starts.length * 4)),
    ends: new Float32Array(take(layout.ends.length * 4)),
  };
  const hashes = new Uint32Array(take(shape.known * 4));
  return { network, lexicon: createLexicon(hashes, new Uint8Array(take(shape.known))) };
}

/** In flat arrays, each word where its hash says or behind it: as a map a hundred thousand words take ten mebibytes in each thread that reads. */
function createLexicon(hashes: Uint32Array, flags: Uint8Array): NameLexicon {
  const size = 2 ** Math.ceil(Math.log2(hashes.length * 2 + 2));
  const keys = new Uint32Array(size);
  const values = new Uint8Array(size);
  const isTaken = new Uint8Array(size);
  const placeOf = (hash: number): number => {
    let place = hash & (size - 1);
    while (isTaken[place] === 1 && keys[place] !== hash) place = (place + 1) & (size - 1);
    return place;
  };
  hashes.forEach((hash, i) => {
    const place = placeOf(hash);
    keys[place] = hash;
    values[place] = flags[i] ?? 0;
    isTaken[place] = 1;
  });
  return { flagsOf: (bare) => values[placeOf(hashText(bare))] ?? 0 };
}

/** The gender of a first name in compared form; null if it is unknown or given to men and women alike. */
export function genderOfName({ lexicon }: NameModel, bare: string): Gender | null {
  const flags = lexicon.flagsOf(bare) & (LexiconFlag.male | LexiconFlag.female);
  if (flags === LexiconFlag.male) return 'male';
  return flags === LexiconFlag.female ? 'female' : null;
}
