import { describe, expect, it } from 'vitest';
import {
  parseStatementModel,
  type StatementModel,
  writeStatementModel,
} from '../../src/extract/statements/statement-model.js';
import { loadStatementModel } from '../../src/reading/load-statement-model.js';

function spoiled(model: StatementModel, spoil: (bytes: Uint8Array) => Uint8Array): () => StatementModel {
  const bytes = writeStatementModel(model, 'node train.js');
  return () => parseStatementModel(spoil(bytes));
}

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

  it('says what to do about a file of another format, version or length', () => {
    const message = /not of format footnote-statements 1; train it again with training\/quotes\.ts/u;
    expect(spoiled(model, (bytes) => bytes.subarray(0, bytes.length - 2))).toThrow(message);
    expect(() => parseStatementModel(new TextEncoder().encode('{"format":"other"}\n'))).toThrow(message);
    expect(() => parseStatementModel(new TextEncoder().encode('\n'))).toThrow(message);
  });
});
