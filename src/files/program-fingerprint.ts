import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findAsset } from './assets.js';

/** Where the program's own code is, as it runs. */
const CODE = fileURLToPath(new URL('..', import.meta.url));

/** What of the code says how an article is made, what is read in it, and what the index has of it. */
const ROOMS = [
  'article',
  'extract',
  'files',
  'language',
  'lexicon',
  'library',
  'messages',
  'reading',
  'search',
];

/** What of the package does as well. */
const ASSETS = ['package.json', 'package-lock.json', 'models/names.bin', 'models/statements.bin'];

let fingerprint: Promise<string> | undefined;

/** A hash of the code that makes articles, reads and indexes them, of the models and the packages that it uses and of the Node that runs it: what another program has made may be another thing. */
export function programFingerprint(): Promise<string> {
  fingerprint ??= makeFingerprint();
  return fingerprint;
}

async function makeFingerprint(): Promise<string> {
  const hash = createHash('sha256').update(process.version);
  for (const asset of ASSETS) hash.update((await findAsset(asset)) ?? '');
  for (const room of ROOMS) {
    const names = await readdir(join(CODE, room), { recursive: true });
    for (const name of names.filter((one) => /\.[jt]s$/u.test(one)).toSorted())
      hash.update(name).update(await readFile(join(CODE, room, name)));
  }
  return hash.digest('base64url');
}
