import { describe, expect, it } from 'vitest';
import { parseStatementModel, writeStatementModel } from '../../src/extract/statements/statement-model.js';
import { loadStatementModel } from '../../src/reading/load-statement-model.js';

describe('the statement model', () => {
  const model = loadStatementModel();

  it('is the same after it is written and read, to a 16-bit step', () => {
    const again = parseStatementModel(writeStatementModel(model, 'node train.js'));
    const largest = model.weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
    expect(again.weights.length).toBe(model.weights.length);
    expect(again.parser.length).toBe(model.parser.length);
    const furthest = model.weights.reduce(
      (most, weight, i) => Math.max(most, Math.abs(weight - (again.weights[i] ?? 0))),
      0,
    );
    expect(furthest).toBeLessThanOrEqual(largest / 32767);
  });
});
