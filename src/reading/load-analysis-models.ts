import type { AnalysisModels } from '../extract/read-article.js';
import { loadNameModel } from './load-name-model.js';
import { loadStatementModel } from './load-statement-model.js';

/** What reading has learned, read from the package's own files. Throws if a file is missing. */
export function loadAnalysisModels(): AnalysisModels {
  return { names: loadNameModel(), statements: loadStatementModel() };
}
