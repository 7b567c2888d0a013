import { pathToFileURL } from 'node:url';
import { assetPath } from '../../src/files/assets.js';

/** Below the package's root, whose files it reads. */
const FOLDER = 'dist/reading-thread';

/** The script of a reading thread, as it stands in the source. */
export const THREAD_SCRIPT = pathToFileURL(assetPath(`${FOLDER}/reading-thread.js`));

/** Makes the script JavaScript once before the tests, so that they need no build: Node runs no TypeScript in a thread. */
export async function setup(): Promise<void> {
  const { build } = await import('vite');
  await build({
    configFile: false,
    logLevel: 'error',
    root: assetPath('.'),
    publicDir: false,
    build: {
      ssr: assetPath('src/reading/reading-thread.ts'),
      outDir: assetPath(FOLDER),
      emptyOutDir: true,
      target: 'node20',
    },
  });
}
