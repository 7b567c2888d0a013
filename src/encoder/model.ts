import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { readModelFile } from '../files/read-model-file.js';
import { LONGEST } from './input-row.js';
import { readWordPieces, type WordPieces } from './word-pieces.js';

/** A model's files, each as it was when the model was shipped. */
export type LoadedModel =
  | { readonly ok: true; readonly graph: Uint8Array; readonly wordPieces: WordPieces }
  | { readonly ok: false; readonly reason: string };

const DESCRIPTION = 'reader.json';
const GRAPH = 'reader.onnx';
const TOKENIZER = 'tokenizer.json';

const SHA_256 = z.string().regex(/^[0-9a-f]{64}$/u);

/** What is read here of a model's description: its files, and the rows that it was trained with. */
const MANIFEST = z.object({
  sha256: z.object({ [GRAPH]: SHA_256, [TOKENIZER]: SHA_256 }),
  row: z.object({ mostQuestion: z.int(), mostTitle: z.int() }),
  window: z.object({ mostPieces: z.int() }),
});

/** Reads a model from its folder, or says in a sentence for the operator what is wrong with it. */
export async function readModel(folder: string): Promise<LoadedModel> {
  const description = await readModelFile(join(folder, DESCRIPTION));
  if (!description.ok) return unread(folder, DESCRIPTION, description.code);
  const manifest = MANIFEST.safeParse(parseJson(description.bytes));
  if (!manifest.success)
    return broken(folder, DESCRIPTION, 'does not say the sha-256 of its files and the sizes of its rows');
  const { sha256, row, window } = manifest.data;
  const trained = [row.mostQuestion, row.mostTitle, window.mostPieces].join(', ');
  const made = [LONGEST.question, LONGEST.title, LONGEST.window].join(', ');
  if (trained !== made)
    return broken(
      folder,
      DESCRIPTION,
      `is of a reader for rows of other sizes than this program makes (question, title and window of ${trained} pieces, not ${made})`,
    );
  const [graph, tokenizer] = await Promise.all([
    readModelFile(join(folder, GRAPH)),
    readModelFile(join(folder, TOKENIZER)),
  ]);
  if (!graph.ok) return unread(folder, GRAPH, graph.code);
  if (!tokenizer.ok) return unread(folder, TOKENIZER, tokenizer.code);
  for (const [name, file] of [
    [GRAPH, graph],
    [TOKENIZER, tokenizer],
  ] as const)
    if (hash(file.bytes) !== sha256[name])
      return broken(folder, name, `is not the file that ${DESCRIPTION} describes (another sha-256)`);
  try {
    return { ok: true, graph: graph.bytes, wordPieces: readWordPieces(tokenizer.bytes) };
  } catch (error) {
    return broken(
      folder,
      TOKENIZER,
      `cannot be used: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

function unread(folder: string, name: string, code: string): LoadedModel {
  return code === 'ENOENT'
    ? broken(folder, name, 'is missing')
    : broken(folder, name, `cannot be read (${code})`);
}

function broken(folder: string, name: string, trouble: string): LoadedModel {
  return {
    ok: false,
    reason: `The reader’s file ${join(folder, name)} ${trouble}; put back the one that Footnote ships.`,
  };
}

function hash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}
