import { describe, expect, it } from 'vitest';
import { applyConvolution, applyLinear, dot, layOutConvolution } from '../../src/search/model/layers.js';
import { scoreWithTrees } from '../../src/search/model/trees.js';
import { parseWeightsFile } from '../../src/search/model/weights-file.js';

describe('trees', () => {
  const trees = {
    features: Int16Array.from([1, -1, -1, -1]),
    values: Float32Array.from([0.5, -1, 2, 0.25]),
    steps: Int16Array.from([1, 0, 0, 0]),
    roots: Int32Array.from([0, 3]),
  };

  it('add up one leaf of each, going left below a value and right from it on', () => {
    expect(scoreWithTrees(trees, Float32Array.from([9, 0.4]))).toBe(-0.75);
    expect(scoreWithTrees(trees, Float32Array.from([9, 0.5]))).toBe(2.25);
  });
});

describe('layers', () => {
  it('multiply stretches of any length', () => {
    expect(dot(Float32Array.from([9, 1, 2, 3, 4, 5]), 1, Float32Array.from([1, 1, 1, 1, 2]), 0, 5)).toBe(20);
  });

  it('apply weights and biases', () => {
    const out = new Float32Array(3);
    const weight = Float32Array.from([1, 2, 3, 4]);
    applyLinear(weight, Float32Array.from([10, 20]), Float32Array.from([7, 1, 1]), 1, 2, out, 1, 2);
    expect([...out]).toEqual([0, 13, 27]);
  });

  it('see zeros beyond the ends of a sequence, and nothing below zero', () => {
    const weight = layOutConvolution(Float32Array.from([1, 10, 100, -1, 0, 0]), 1, 2, 3);
    const out = applyConvolution(weight, new Float32Array(2), Float32Array.from([1, 2]), 2, 1, 2, 3);
    expect([...out]).toEqual([210, 0, 21, 0]);
  });
});

describe('a file of weights', () => {
  const header = JSON.stringify({
    version: 1,
    trained: 'by hand',
    features: ['one'],
    parts: { a: { type: 'f32', offset: 0, length: 1 } },
  });
  const length = new TextEncoder().encode(header);
  const bytes = new Uint8Array(4 + length.length + 4);
  new DataView(bytes.buffer).setUint32(0, length.length, true);
  bytes.set(length, 4);
  new DataView(bytes.buffer).setFloat32(4 + length.length, 1.5, true);

  it('gives its arrays by name', () => {
    expect([...parseWeightsFile(bytes).floats('a')]).toEqual([1.5]);
  });

  it('says which array it does not have', () => {
    expect(() => parseWeightsFile(bytes).shorts('a')).toThrow(
      'The file of ranking weights has no i16 array "a": train it again.',
    );
  });
});
