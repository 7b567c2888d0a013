import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { readModel } from '../../src/encoder/model.js';
import { openTinyEncoder, TINY_MODEL, tinyFile } from './tiny-model.js';

const folder = await mkdtemp(join(tmpdir(), 'footnote-model-'));
afterAll(() => rm(folder, { recursive: true }));
beforeEach(async () => {
  await rm(folder, { recursive: true });
  await cp(TINY_MODEL, folder, { recursive: true });
});

const put = (name: string, bytes: Uint8Array | string) => writeFile(join(folder, name), bytes);
const SIZES = { row: { mostQuestion: 40, mostTitle: 16 }, window: { mostPieces: 128 } };
const hashes = (graph: string, tokenizer: string) =>
  put(
    'reader.json',
    JSON.stringify({ sha256: { 'reader.onnx': graph, 'tokenizer.json': tokenizer }, ...SIZES }),
  );

async function reasonOf(): Promise<string> {
  const parsed = await readModel(folder);
  return parsed.ok ? '' : parsed.reason;
}

// Processes are started here, which a busy machine does slowly.
vi.setConfig({ testTimeout: 60_000 });

describe('a model whose files are not as they were shipped', () => {
  it.each(['reader.json', 'reader.onnx', 'tokenizer.json'])(
    'is told by the name of %s where that is missing',
    async (name) => {
      await rm(join(folder, name));
      expect(await reasonOf()).toBe(
        `The reader’s file ${join(folder, name)} is missing; put back the one that Footnote ships.`,
      );
    },
  );

  it.each(['reader.onnx', 'tokenizer.json'])(
    'is told by the name of %s where a byte of it has changed',
    async (name) => {
      const bytes = Uint8Array.from(tinyFile(name));
      bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
      await put(name, bytes);
      expect(await reasonOf()).toBe(
        `The reader’s file ${join(folder, name)} is not the file that reader.json describes (another sha-256); put back the one that Footnote ships.`,
      );
    },
  );

  it.each(['', '{', '[]', '{"sha256": {"reader.onnx": "12"}}'])(
    'is told where its description is %j',
    async (text) => {
      await put('reader.json', text);
      expect(await reasonOf()).toBe(
        `The reader’s file ${join(folder, 'reader.json')} does not say the sha-256 of its files and the sizes of its rows; put back the one that Footnote ships.`,
      );
    },
  );

  it.each([
    [{ ...SIZES, window: { mostPieces: 96 } }, '40, 16, 96'],
    [{ ...SIZES, row: { mostQuestion: 32, mostTitle: 16 } }, '32, 16, 128'],
    [{ ...SIZES, row: { mostQuestion: 40, mostTitle: 0 } }, '40, 0, 128'],
  ])('is told where it was trained with rows of other sizes: %j', async (sizes, said) => {
    const described: object = JSON.parse(new TextDecoder().decode(tinyFile('reader.json')));
    await put('reader.json', JSON.stringify({ ...described, ...sizes }));
    expect(await reasonOf()).toBe(
      `The reader’s file ${join(folder, 'reader.json')} is of a reader for rows of other sizes than this program makes (question, title and window of ${said} pieces, not 40, 16, 128); put back the one that Footnote ships.`,
    );
  });

  it('is told by its file where that is a folder', async () => {
    await rm(join(folder, 'reader.onnx'));
    await cp(TINY_MODEL, join(folder, 'reader.onnx'), { recursive: true });
    expect(await reasonOf()).toBe(
      `The reader’s file ${join(folder, 'reader.onnx')} cannot be read (EISDIR); put back the one that Footnote ships.`,
    );
  });

  it('keeps the encoder from reading, says so, and is read once it is put right', async () => {
    await rm(join(folder, 'reader.onnx'));
    const encoder = openTinyEncoder({ folder, limits: { pause: () => 200 } });
    try {
      const asked = await encoder.read('How many?', [{ title: '', sentences: ['48.'] }]);
      expect(asked).toEqual({ ok: false, reason: 'unavailable' });
      expect(encoder.status()).toEqual({
        kind: 'unavailable',
        reason: `The reader’s file ${join(folder, 'reader.onnx')} is missing; put back the one that Footnote ships.`,
        again: 200,
      });
      await put('reader.onnx', tinyFile('reader.onnx'));
      await vi.waitUntil(() => encoder.status().kind === 'ready', { timeout: 15_000 });
      expect((await encoder.read('How many?', [{ title: '', sentences: ['48.'] }])).ok).toBe(true);
    } finally {
      await encoder.close();
    }
  });

  it('says what the runtimes say of a graph that is none', async () => {
    const { createHash } = await import('node:crypto');
    const graph = 'no graph';
    await put('reader.onnx', graph);
    const hash = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');
    await hashes(hash(graph), hash(tinyFile('tokenizer.json')));
    const encoder = openTinyEncoder({ folder });
    try {
      await encoder.read('How many?', [{ title: '', sentences: ['48.'] }]);
      const status = encoder.status();
      expect(status.kind === 'unavailable' && status.reason).toMatch(
        /^The reader’s model cannot be run on this platform \(native: .*protobuf.*; wasm: .*\)\.$/u,
      );
    } finally {
      await encoder.close();
    }
  });
});
