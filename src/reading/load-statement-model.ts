import {
  parseStatementModel,
  STATEMENT_MODEL_PATH,
  type StatementModel,
} from '../extract/statements/statement-model.js';
import { readAsset } from '../files/assets.js';

/** The statement model that the package ships; throws where its file is missing or of another format. */
export function loadStatementModel(): StatementModel {
  return parseStatementModel(readAsset(STATEMENT_MODEL_PATH));
}
