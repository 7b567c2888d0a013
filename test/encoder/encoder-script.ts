import { buildScript, builtScript } from '../build-script.js';

const SOURCE = 'src/encoder/encoder-script.ts';

/** The script of the encoder's process, as it stands in the source. */
export const ENCODER_SCRIPT = builtScript(SOURCE);

export const setup = (): Promise<void> => buildScript(SOURCE);
