import { parseArgs } from 'node:util';
import { benchLibrary } from './speed/bench-library.js';

/*
 * npm run bench [-- library] [--passages 1,1000,10000,100000] [--alone]    what a library costs; --alone leaves the other engines out
 *
 * Prints tables; nothing here fails by the clock. Real sentences are taken from the folder named by EVAL_DATA (default ../shared/data), else from the
 * shipped article and the fixtures.
 */

/** Passages of the libraries where none are named: all of it takes some minutes. */
const DEFAULT_SIZES = '1,1000';

const { values } = parseArgs({
  allowPositionals: true,
  options: {
    passages: { type: 'string', default: DEFAULT_SIZES },
    alone: { type: 'boolean', default: false },
  },
});
await benchLibrary(values.passages.split(',').map(Number), !values.alone);
