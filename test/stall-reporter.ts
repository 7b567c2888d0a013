import type { Reporter, TestCase, TestModule } from 'vitest/node';

/** How often what is under way is looked at, and how long a file may be before it is named, in milliseconds: no file takes half as long on a busy machine. */
const LOOK_EVERY = 30_000;
const LONG = 300_000;

/**
 * Names a file of tests that does not end, with the test that it was last heard of: a test that computes for ever
 * holds its worker's only thread, so no timeout of the runner's fires, and the run would end without a word of it.
 */
export default class StallReporter implements Reporter {
  readonly #underWay = new Map<string, { readonly since: number; last: string }>();
  #timer: NodeJS.Timeout | undefined;

  onTestRunStart(): void {
    this.#timer = setInterval(() => this.#look(), LOOK_EVERY);
    this.#timer.unref();
  }

  onTestModuleQueued({ moduleId }: TestModule): void {
    this.#underWay.set(moduleId, { since: Date.now(), last: 'none of its tests' });
  }

  onTestCaseReady({ module, fullName }: TestCase): void {
    const file = this.#underWay.get(module.moduleId);
    if (file !== undefined) file.last = `“${fullName}”`;
  }

  onTestModuleEnd({ moduleId }: TestModule): void {
    this.#underWay.delete(moduleId);
  }

  onTestRunEnd(): void {
    clearInterval(this.#timer);
  }

  #look(): void {
    for (const [file, { since, last }] of this.#underWay) {
      const age = Date.now() - since;
      if (age >= LONG)
        console.error(`${file} has been running for ${Math.round(age / 1000)} s; begun last: ${last}.`);
    }
  }
}
