import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { loadReader } from '../src/encoder/loaded-reader.js';
import { readWordPieces } from '../src/encoder/word-pieces.js';
import { assetPath } from '../src/files/assets.js';

const MEGABYTE = 1e6;
const ROUNDS = 20;
/** Windows that are read for a question over one article. */
const WINDOWS = 6;
/** Passages whose pieces are counted; of a hundred words each. */
const PASSAGES = 10_000;

const SENTENCES = [
  'The harbour council said on Tuesday that the north pier would open in the spring, after three years of work.',
  'It cost 4.1 million euros, a third more than was set aside, and nobody had said so before the vote.',
  'Ada Quill, who chairs the council, called the sum “a price worth paying for forty-eight berths”.',
  'Ferries to the islands are to sail from there twice a day; the old pier closes for good in October.',
  'Whether the night boat comes back is not decided.',
];

/** Prints what reading costs where it is called: the time until the model is loaded, memory, the time of a question, and how fast pieces are counted. */
export async function evaluateEncoder(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      wasm: { type: 'boolean', default: false },
      threads: { type: 'string', default: '1' },
      folder: { type: 'string', default: assetPath('models/reader') },
    },
  });
  const before = process.memoryUsage().rss;
  const start = performance.now();
  const loaded = await loadReader({
    folder: values.folder,
    threads: Number(values.threads),
    runtimes: [values.wasm ? 'wasm' : 'native'],
  });
  if (!loaded.ok) throw new Error(loaded.reason);
  console.log(`loaded (${loaded.reader.runtime}) in ${(performance.now() - start).toFixed(0)} ms`);
  const windows = Array.from({ length: WINDOWS }, () => ({ title: 'A new pier', sentences: SENTENCES }));
  const [walls, cpus]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    const [began, used] = [performance.now(), process.cpuUsage()];
    await loaded.reader.read('When does the north pier open?', windows);
    const { user, system } = process.cpuUsage(used);
    walls.push(performance.now() - began);
    cpus.push((user + system) / 1000);
  }
  const size = (process.memoryUsage().rss - before) / MEGABYTE;
  console.log(`a question with ${WINDOWS} windows: p50 ${middle(walls)} ms, ${middle(cpus)} ms of processor`);
  console.log(`memory: ${size.toFixed(0)} MB over an empty process’s ${(before / MEGABYTE).toFixed(0)}`);
  countPieces(values.folder);
}

function countPieces(folder: string): void {
  const wordPieces = readWordPieces(readFileSync(`${folder}/tokenizer.json`));
  const text = SENTENCES.join(' ');
  const began = process.cpuUsage();
  let pieces = 0;
  for (let i = 0; i < PASSAGES; i += 1) pieces += wordPieces.count(text);
  const { user } = process.cpuUsage(began);
  console.log(`counted: ${pieces} pieces of ${PASSAGES} passages in ${(user / 1000).toFixed(0)} ms`);
}

function middle(values: readonly number[]): string {
  return (values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0).toFixed(0);
}
