import type { RuntimeName } from './encoder.js';
import type { InputRow } from './input-row.js';

/** What the model makes of a row. */
export interface RowScores {
  /** Two for each sentence: log odds that it answers, and that it leaves the question open. */
  readonly score: Float32Array;
  /** Two for each piece: logits of being the answer's first, and its last. */
  readonly span: Float32Array;
}

/** A loaded model. */
export interface Runtime {
  readonly name: RuntimeName;
  /** @throws for a model that does not give what it is to give. */
  run(row: InputRow): Promise<RowScores>;
}

/** What the two packages have in common. */
type Package = Pick<typeof import('onnxruntime-web'), 'InferenceSession' | 'Tensor'>;

/** Loads a model with a runtime. Throws what the runtime throws if it is not for this platform, or the model not for it. */
export async function openRuntime(name: RuntimeName, model: Uint8Array, threads: number): Promise<Runtime> {
  const ort = name === 'native' ? await loadNative() : await loadWasm();
  const session = await ort.InferenceSession.create(model, {
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    // Errors alone: what it warns of is nothing that an operator can do something about.
    logSeverityLevel: 3,
  });
  return {
    name,
    // One row at a time: rows together take as long, are filled up to the longest, and, as the scale of the rounded numbers is
    // that of all rows, would change each other's odds.
    async run({ ids, asked, sentences }) {
      const length = ids.length;
      const kinds = new BigInt64Array(length).fill(1n, asked);
      const member = new Float32Array(sentences.length * length);
      for (const [n, { first, end }] of sentences.entries())
        member.fill(1, n * length + first, n * length + end);
      const { score, span } = await session.run({
        ids: new ort.Tensor('int64', BigInt64Array.from(ids, BigInt), [1, length]),
        kinds: new ort.Tensor('int64', kinds, [1, length]),
        keep: new ort.Tensor('int64', new BigInt64Array(length).fill(1n), [1, length]),
        member: new ort.Tensor('float32', member, [1, sentences.length, length]),
      });
      if (!(score?.data instanceof Float32Array) || !(span?.data instanceof Float32Array))
        throw new Error('The model gives no scores and spans.');
      if (score.data.length !== sentences.length * 2 || span.data.length !== length * 2)
        throw new Error(
          `The model gives scores of another shape (${score.dims.join(' × ')}; ${span.dims.join(' × ')}).`,
        );
      return { score: score.data, span: span.data };
    },
  };
}

async function loadNative(): Promise<Package> {
  return await import('onnxruntime-node');
}

async function loadWasm(): Promise<Package> {
  const ort = await import('onnxruntime-web');
  // Threads of WebAssembly would be workers of their own, which a process that may be ended at any time should not have.
  ort.env.wasm.numThreads = 1;
  return ort;
}
