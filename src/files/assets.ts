import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join, relative as relativeTo, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The absolute path of a file that the package ships, named from the package's root (`locales/en.json`).
 * It is the same file whether this module runs from its source or compiled. Throws for a path that leaves the package.
 */
export function assetPath(relative: string): string {
  const root = findPackageRoot();
  const path = join(root, relative);
  if (relativeTo(root, path).split(sep)[0] === '..') {
    throw new Error(`"${relative}" is outside the package; name a file from the package's root.`);
  }
  return path;
}

/** The bytes of a file that the package ships; throws if it has none. For what the program cannot do without. */
export function readAsset(relative: string): Uint8Array {
  return readFileSync(assetPath(relative));
}

/** The bytes of a file that the package may ship; undefined when there is no such file. Throws on other troubles of reading. */
export async function findAsset(relative: string): Promise<Buffer | undefined> {
  const path = assetPath(relative);
  return existsSync(path) ? await readFile(path) : undefined;
}

/** The nearest folder above this module with a package.json: tsc copies none into its output, so it is the package's own. */
function findPackageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) {
    const above = dirname(folder);
    if (above === folder) throw new Error(`There is no package.json above ${import.meta.url}.`);
    folder = above;
  }
  return folder;
}
