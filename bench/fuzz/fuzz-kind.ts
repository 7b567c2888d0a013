import fc from 'fast-check';

/** One kind of hostile input, and what must hold of it: a check throws if it does not. */
export interface FuzzKind<Input> {
  readonly name: string;
  readonly inputs: fc.Arbitrary<Input>;
  /** What the inputs are put to, made once for a run. */
  readonly open: () => Promise<Checked<NoInfer<Input>>>;
  /** How large an input is, in bytes or characters. */
  readonly sizeOf: (input: NoInfer<Input>) => number;
}

/** Takes inputs, one after the other. */
interface Checked<Input> {
  readonly check: (input: Input) => Promise<void> | void;
  /** Looks once more when all inputs have been taken, and lets go of what was opened. */
  readonly close?: () => Promise<void>;
}

/** How inputs are drawn, and who is told of each one's processor time. */
export interface FuzzRun {
  readonly runs: number;
  readonly seed: number;
  readonly onTime?: (milliseconds: number, size: number, shown: () => string) => void;
}

/** A kind whose inputs are nobody else's matter. */
export interface Fuzzer {
  readonly name: string;
  /** Null if everything held; else what did not, with the smallest input and how to have it again. */
  readonly run: (run: FuzzRun) => Promise<string | null>;
}

/** A fuzzer of a kind. */
export function fuzzerOf<Input>({ name, inputs, open, sizeOf }: FuzzKind<Input>): Fuzzer {
  return {
    name,
    async run({ runs, seed, onTime }) {
      const { check, close } = await open();
      const property = fc.asyncProperty(inputs, async (input) => {
        let taken = await timeOf(check, input);
        if (taken > AGAIN_FROM) taken = Math.min(taken, await timeOf(check, input));
        onTime?.(taken, sizeOf(input), () => fc.stringify(input));
      });
      const result = await fc.check(property, { numRuns: runs, seed });
      await close?.();
      if (!result.failed) return null;
      const { errorInstance } = result;
      const cause =
        errorInstance instanceof Error
          ? (errorInstance.stack ?? errorInstance.message)
          : String(errorInstance);
      return `${fc.defaultReportMessage(result) ?? 'It failed.'}\n${cause}`;
    },
  };
}

/** Milliseconds of the processor from which an input is timed once more: a collection of what thousands before it left behind is not its own work. */
const AGAIN_FROM = 500;

async function timeOf<Input>(check: Checked<Input>['check'], input: Input): Promise<number> {
  const before = process.cpuUsage();
  await check(input);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

/** Throws a fault of ours, by a sentence. */
export function insist(holds: boolean, sentence: string): void {
  if (!holds) throw new Error(sentence);
}

/** Pieces put together, some of them many times in a row, as what makes a parser slow is mostly the same over and over. */
export function soupOf(pieces: readonly string[], most = 30): fc.Arbitrary<string> {
  const piece = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...pieces) },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom(...pieces), fc.integer({ min: 2, max: 400 }))
        .map(([what, times]) => what.repeat(times)),
    },
  );
  return fc.array(piece, { maxLength: most }).map((parts) => parts.join('').slice(0, LONGEST));
}

/** Characters of an input at most: what may take a second has fewer. */
const LONGEST = 8_000;
