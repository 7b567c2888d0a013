import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The bytes of a file that the package ships, by its path from the package's root, the same whether the
 * program runs from its sources or built; throws where the package has no such file.
 */
export function readAsset(path: string): Uint8Array {
  return readFileSync(join(findPackageRoot(), path));
}

/** The nearest folder above this file that holds a `package.json`. */
function findPackageRoot(): string {
  const start = dirname(fileURLToPath(import.meta.url));
  for (let folder = start; folder !== dirname(folder); folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return folder;
  }
  throw new Error(`no package.json above ${start}: Footnote must run from its own folder`);
}
