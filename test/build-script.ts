import { pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';
import { assetPath } from '../src/files/assets.js';

/** Where the scripts of threads and processes are that tests run: below the package's root, whose files they read. */
const FOLDER = 'dist/test-scripts';

function folderOf(source: string): string {
  return assetPath(`${FOLDER}/${source.replace(/^.*\/|\.ts$/gu, '')}`);
}

/** The JavaScript of a script that is in the source as `src/reading/reading-thread.ts`. */
export function builtScript(source: string): URL {
  return pathToFileURL(`${folderOf(source)}/script.js`);
}

/**
 * Makes a script JavaScript once before the tests, so that they need no build: Node runs no TypeScript in a thread or a process. A plugin may change
 * the source on the way; then the packages stay where they are.
 */
export async function buildScript(source: string, plugin?: Plugin): Promise<void> {
  const { build } = await import('vite');
  await build({
    configFile: false,
    logLevel: 'error',
    root: assetPath('.'),
    publicDir: false,
    // In one file with the packages that it uses, which takes a third of the time to load: tests start dozens. What has binaries stays where it is.
    ssr: plugin === undefined ? { noExternal: true, external: ['onnxruntime-node', 'onnxruntime-web'] } : {},
    plugins: [plugin],
    build: {
      ssr: assetPath(source),
      outDir: folderOf(source),
      emptyOutDir: true,
      target: 'node20',
      rollupOptions: { output: { entryFileNames: 'script.js' } },
    },
  });
}
