import type { WeightsKind } from '../extract/weights-file.js';
import { readAsset } from '../files/assets.js';
import { errorCode } from '../files/error-code.js';

/** The bytes of weights that the package ships. @throws an Error with a sentence for the operator if they cannot be read. */
export function readWeights({
  path,
  trainedBy,
}: Pick<WeightsKind<object>, 'path' | 'trainedBy'>): Uint8Array {
  try {
    return readAsset(path);
  } catch (cause) {
    throw new Error(
      `${path} cannot be read (${errorCode(cause)}); put back the file that Footnote ships, or train it again with ${trainedBy}.`,
      { cause },
    );
  }
}
