import { buildScript, builtScript } from '../build-script.js';

const SOURCE = 'src/reading/reading-thread.ts';

/** The script of a reading thread, as it stands in the source. */
export const THREAD_SCRIPT = builtScript(SOURCE);

export const setup = (): Promise<void> => buildScript(SOURCE);
