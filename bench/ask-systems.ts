import { answerQuestion } from '../src/answer/ask.js';
import { loadAskModels } from '../src/app/load-ask-models.js';
import type { AskedQuestion } from '../src/bot/command.js';
import type { Reply } from '../src/bot/reply.js';
import type { Corpus } from '../src/library/corpus.js';

/** A way of answering questions. */
export interface AskSystem {
  readonly name: string;
  readonly ask: (asked: AskedQuestion, corpus: Corpus) => Promise<Reply>;
  readonly close: () => Promise<void>;
}

/** The ways of answering that are there. */
export async function openSystems(): Promise<AskSystem[]> {
  const models = loadAskModels();
  return [
    {
      name: 'features',
      ask: (asked, corpus) => answerQuestion(corpus, asked, models),
      close: () => Promise.resolve(),
    },
  ];
}
