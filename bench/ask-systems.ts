import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { answerByReading } from '../src/answer/answer-by-reading.js';
import { answerQuestion } from '../src/answer/ask.js';
import { loadAskModels } from '../src/app/load-ask-models.js';
import { READER_FOLDER } from '../src/app/open-reader.js';
import type { AskedQuestion } from '../src/bot/command.js';
import type { Reply } from '../src/bot/reply.js';
import type { Encoder } from '../src/encoder/encoder.js';
import { openEncoder } from '../src/encoder/open-encoder.js';
import { assetPath } from '../src/files/assets.js';
import type { Corpus } from '../src/library/corpus.js';
import { rememberOdds } from './remembered-odds.js';

/** A way of answering questions. */
export interface AskSystem {
  readonly name: string;
  readonly ask: (asked: AskedQuestion, corpus: Corpus) => Promise<Reply>;
  readonly close: () => Promise<void>;
}

/** A reader that remembers what it has read. */
export interface RememberingReader {
  readonly read: Encoder['read'];
  readonly close: () => Promise<void>;
}

/** Milliseconds: as long as it takes, where no user waits. */
const FOREVER = 2 ** 31 - 1;

/** The reader in a folder (default the shipped one), or null, which is said, where there is none. */
export function openReaderAt(folder = assetPath(READER_FOLDER)): RememberingReader | null {
  const weights = join(folder, 'reader.onnx');
  if (!existsSync(weights)) {
    console.log(`There is no reader at ${folder}: name its folder in --reader.`);
    return null;
  }
  const patience = { wait: FOREVER, reading: () => FOREVER, loading: FOREVER };
  const encoder = openEncoder({ folder, patience });
  return {
    read: rememberOdds(encoder.read.bind(encoder), readFileSync(weights)),
    close: () => encoder.close(),
  };
}

/** The ways of answering that are there: by features, and by the reader of a folder where it is there. */
export function openSystems(folder: string | undefined): AskSystem[] {
  const models = loadAskModels();
  const features: AskSystem = {
    name: 'features',
    ask: (asked, corpus) => answerQuestion(corpus, asked, models),
    close: () => Promise.resolve(),
  };
  const reader = openReaderAt(folder);
  if (reader === null) return [features];
  return [
    features,
    {
      name: 'reader',
      ask: (asked, corpus) => answerByReading(corpus, asked, reader.read),
      close: reader.close,
    },
  ];
}
