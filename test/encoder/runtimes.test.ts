import { afterAll, describe, expect, it, vi } from 'vitest';
import type { ReaderWindow } from '../../src/encoder/encoder.js';
import { openTinyEncoder } from './tiny-model.js';

const WINDOWS: readonly ReaderWindow[] = [
  { title: 'The harbour', sentences: ['The harbour opened 48 berths.', 'No ferry sailed.'] },
  { title: '', sentences: ['How many ships sailed is not said.'] },
];

// Processes are started here, which a busy machine does slowly.
vi.setConfig({ testTimeout: 60_000 });

describe('WebAssembly', () => {
  const native = openTinyEncoder();
  const wasm = openTinyEncoder({ runtime: 'wasm' });
  afterAll(() => Promise.all([native.close(), wasm.close()]));

  it('reads the same as the processor’s own instructions', async () => {
    const [here, there] = await Promise.all(
      [native, wasm].map((encoder) => encoder.read('How many berths opened?', WINDOWS)),
    );
    expect(here?.ok).toBe(true);
    expect(there).toEqual(here);
    expect(native.status()).toMatchObject({ kind: 'ready', runtime: 'native' });
    expect(wasm.status()).toMatchObject({ kind: 'ready', runtime: 'wasm' });
  });
});

describe('several encoders at once', () => {
  it.each([2, 4])('read the same in %i processes, question after question', async (count) => {
    const encoders = Array.from({ length: count }, () => openTinyEncoder({ threads: 2 }));
    try {
      const outcomes = await Promise.all(
        encoders.flatMap((encoder) =>
          Array.from({ length: 20 }, () => encoder.read('How many berths opened?', WINDOWS)),
        ),
      );
      expect(outcomes[0]?.ok).toBe(true);
      for (const outcome of outcomes) expect(outcome).toEqual(outcomes[0]);
      for (const encoder of encoders) expect(encoder.status()).toMatchObject({ kind: 'ready', threads: 2 });
    } finally {
      await Promise.all(encoders.map((encoder) => encoder.close()));
    }
  });
});
