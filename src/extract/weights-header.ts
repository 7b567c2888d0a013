/** The two parts of a weights file: a line of JSON that says what it holds, and the numbers behind it. */
export interface WeightsParts {
  /** Undefined where the first line is no JSON, or there is none. */
  readonly header: unknown;
  readonly numbers: Uint8Array;
}

/** Parts the bytes of a weights file behind its first line; the header is still to be checked. */
export function partWeights(bytes: Uint8Array): WeightsParts {
  const lineEnd = bytes.indexOf('\n'.charCodeAt(0));
  return { header: readLine(bytes.subarray(0, Math.max(0, lineEnd))), numbers: bytes.subarray(lineEnd + 1) };
}

function readLine(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}
