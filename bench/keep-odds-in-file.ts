import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Encoder, WindowOdds } from '../src/encoder/encoder.js';

/**
 * The same reader, which remembers in a file of the system's temporary folder what it has read: trying thresholds on thousands of questions
 * then takes seconds. A file for each model, by the hash of its weights.
 */
export function keepOddsInFile(read: Encoder['read'], weights: Uint8Array): Encoder['read'] {
  const folder = join(tmpdir(), 'footnote-odds');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${hash(weights)}.jsonl`);
  const known = new Map<string, WindowOdds>();
  for (const line of existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []) {
    if (line === '') continue;
    const [key, odds]: [string, WindowOdds] = JSON.parse(line);
    known.set(key, odds);
  }
  return async (question, windows) => {
    const keys = windows.map(({ title, sentences }) => hash([question, title, ...sentences].join('\n')));
    const missing = windows.filter((_, i) => !known.has(keys[i] ?? ''));
    const outcome = await read(question, missing);
    if (!outcome.ok) return outcome;
    for (const [i, window] of missing.entries()) {
      const key = keys[windows.indexOf(window)] ?? '';
      const odds = outcome.windows[i] ?? [];
      known.set(key, odds);
      appendFileSync(file, `${JSON.stringify([key, odds])}\n`);
    }
    return { ok: true, windows: keys.map((key) => known.get(key) ?? []) };
  };
}

function hash(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 20);
}
