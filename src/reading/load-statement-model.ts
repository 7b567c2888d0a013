import {
  parseStatementModel,
  STATEMENT_WEIGHTS,
  type StatementModel,
} from '../extract/statements/statement-model.js';
import { readWeights } from './read-weights.js';

/** The statement model that the package ships; throws if its file is missing, damaged, or of other features than this program has. */
export function loadStatementModel(): StatementModel {
  return parseStatementModel(readWeights(STATEMENT_WEIGHTS));
}
