import type { Batch } from './batch.js';
import type { RuntimeName } from './encoder.js';

/** What the model makes of a batch. */
export interface BatchScores {
  /** `rows × sentences × 2`: log odds that a sentence answers, and that it leaves the question open. */
  readonly score: Float32Array;
  /** `rows × length × 2`: logits of a piece being the answer's first, and its last. */
  readonly span: Float32Array;
}

/** A loaded model. */
export interface Runtime {
  readonly name: RuntimeName;
  /** @throws for a model that does not give what it is to give. */
  run(batch: Batch): Promise<BatchScores>;
}

/** What the two packages have in common. */
type Package = Pick<typeof import('onnxruntime-web'), 'InferenceSession' | 'Tensor'>;

/** Loads a model with a runtime. Throws what the runtime throws where it is not for this platform, or the model not for it. */
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
    async run({ rows, length, sentences, ids, kinds, keep, member }) {
      const square = [rows, length];
      const output = await session.run({
        ids: new ort.Tensor('int64', ids, square),
        kinds: new ort.Tensor('int64', kinds, square),
        keep: new ort.Tensor('int64', keep, square),
        member: new ort.Tensor('float32', member, [rows, sentences, length]),
      });
      const { score, span } = output;
      if (!(score?.data instanceof Float32Array) || !(span?.data instanceof Float32Array))
        throw new Error('The model gives no scores and spans.');
      if (score.data.length !== rows * sentences * 2 || span.data.length !== rows * length * 2)
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
