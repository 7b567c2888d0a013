import { loadAnalysisModels } from '../src/reading/load-analysis-models.js';
import { readInPlace } from '../src/reading/read-in-place.js';

/** Reads articles where nobody else waits, with the models of the program; one for all test files that share their modules. */
export const IN_PLACE = readInPlace(loadAnalysisModels());
