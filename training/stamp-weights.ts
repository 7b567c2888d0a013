import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { NAME_WEIGHTS } from '../src/extract/people/name-model.js';
import { STATEMENT_WEIGHTS } from '../src/extract/statements/statement-model.js';
import { parseWeights, type WeightsKind, writeWeights } from '../src/extract/weights-file.js';

/*
 * Says of shipped weights that they go with the features that the program has now, and leaves their numbers as they are:
 *
 *   npm run build:code && node dist/training/stamp-weights.js names statements
 *
 * It is for a change of features that the weights bear: where the figures of `npm run eval -- people` and `-- quotes` are as they were.
 */
for (const name of process.argv.slice(2)) {
  if (name === NAME_WEIGHTS.name) stamp(NAME_WEIGHTS);
  else if (name === STATEMENT_WEIGHTS.name) stamp(STATEMENT_WEIGHTS);
  else throw new Error(`There are no weights for “${name}”; there are names and statements.`);
}

function stamp<Shape extends object>(kind: WeightsKind<Shape>): void {
  const bytes = readFileSync(kind.path);
  const [line = ''] = bytes.toString('latin1').split('\n', 1);
  const { features } = z.object({ features: z.string() }).parse(JSON.parse(line));
  const weights = parseWeights(bytes, { ...kind, fingerprint: () => features });
  writeFileSync(kind.path, writeWeights(weights, kind));
  console.log(`${kind.path}: ${features}, now ${kind.fingerprint()}`);
}
