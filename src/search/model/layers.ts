/** The sum of products of two stretches of `size` numbers; four sums at a time, which takes half as long as one. */
export function dot(a: Float32Array, fromA: number, b: Float32Array, fromB: number, size: number): number {
  let first = 0;
  let second = 0;
  let third = 0;
  let fourth = 0;
  let x = fromA;
  let y = fromB;
  const end = fromA + size;
  for (const last = end - 3; x < last; x += 4, y += 4) {
    first += (a[x] ?? 0) * (b[y] ?? 0);
    second += (a[x + 1] ?? 0) * (b[y + 1] ?? 0);
    third += (a[x + 2] ?? 0) * (b[y + 2] ?? 0);
    fourth += (a[x + 3] ?? 0) * (b[y + 3] ?? 0);
  }
  for (; x < end; x += 1, y += 1) first += (a[x] ?? 0) * (b[y] ?? 0);
  return first + second + third + fourth;
}

/** A linear layer over a stretch of an array: `out[to + o] = bias[o] + weight[o] · input`. */
export function applyLinear(
  weight: Float32Array,
  bias: Float32Array | null,
  input: Float32Array,
  from: number,
  size: number,
  out: Float32Array,
  to: number,
  count: number,
): void {
  for (let o = 0; o < count; o += 1) {
    out[to + o] = (bias === null ? 0 : (bias[o] ?? 0)) + dot(weight, o * size, input, from, size);
  }
}

/** A convolution's weights laid out for `applyConvolution`: [count][width][size] from PyTorch's [count][size][width]. */
export function layOutConvolution(
  weight: Float32Array,
  size: number,
  count: number,
  width: number,
): Float32Array {
  const out = new Float32Array(weight.length);
  for (let o = 0; o < count; o += 1) {
    for (let i = 0; i < size; i += 1) {
      for (let k = 0; k < width; k += 1) {
        out[(o * width + k) * size + i] = weight[(o * size + i) * width + k] ?? 0;
      }
    }
  }
  return out;
}

/**
 * A convolution over the places of a sequence, zeros beyond its ends, then ReLU. `input` holds `size`
 * channels a place; `weight` is laid out by `layOutConvolution`. Gives `count` channels a place.
 */
export function applyConvolution(
  weight: Float32Array,
  bias: Float32Array,
  input: Float32Array,
  places: number,
  size: number,
  count: number,
  width: number,
): Float32Array {
  const out = new Float32Array(places * count);
  const window = width * size;
  const padded = new Float32Array((places + width - 1) * size);
  padded.set(input.subarray(0, places * size), ((width - 1) / 2) * size);
  for (let p = 0; p < places; p += 1) {
    for (let o = 0; o < count; o += 1) {
      const sum = (bias[o] ?? 0) + dot(weight, o * window, padded, p * size, window);
      out[p * count + o] = Math.max(sum, 0);
    }
  }
  return out;
}

/** The logistic function. */
export function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

/** Scales each stretch of `size` numbers to unit length, in place; a stretch of zeros stays. */
export function normaliseRows(values: Float32Array, size: number): Float32Array {
  for (let from = 0; from < values.length; from += size) {
    let squares = 0;
    for (let i = from; i < from + size; i += 1) squares += (values[i] ?? 0) ** 2;
    const length = Math.max(Math.sqrt(squares), 1e-6);
    for (let i = from; i < from + size; i += 1) values[i] = (values[i] ?? 0) / length;
  }
  return values;
}

/** One direction of a gated recurrent unit (as PyTorch has it: reset, update, new). */
export interface GruWeights {
  readonly input: Float32Array;
  readonly hidden: Float32Array;
  readonly inputBias: Float32Array;
  readonly hiddenBias: Float32Array;
}

/** Runs a GRU over a sequence of `places` inputs of `size`; writes its state of `units` at each place into `out`, `stride` apart from `offset`. */
export function runGru(
  weights: GruWeights,
  input: Float32Array,
  places: number,
  size: number,
  units: number,
  isBackward: boolean,
  out: Float32Array,
  stride: number,
  offset: number,
): void {
  const state = new Float32Array(units);
  const fromInput = new Float32Array(3 * units);
  const fromState = new Float32Array(3 * units);
  for (let step = 0; step < places; step += 1) {
    const p = isBackward ? places - 1 - step : step;
    applyLinear(weights.input, weights.inputBias, input, p * size, size, fromInput, 0, 3 * units);
    applyLinear(weights.hidden, weights.hiddenBias, state, 0, units, fromState, 0, 3 * units);
    for (let u = 0; u < units; u += 1) {
      const reset = sigmoid((fromInput[u] ?? 0) + (fromState[u] ?? 0));
      const update = sigmoid((fromInput[units + u] ?? 0) + (fromState[units + u] ?? 0));
      const fresh = Math.tanh((fromInput[2 * units + u] ?? 0) + reset * (fromState[2 * units + u] ?? 0));
      state[u] = (1 - update) * fresh + update * (state[u] ?? 0);
      out[p * stride + offset + u] = state[u] ?? 0;
    }
  }
}
