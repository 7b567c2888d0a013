import { KEEP_TO_ARTICLE } from '../src/answer/article-options.js';
import { defineCommand } from '../src/answer/define-command.js';
import { answerFacts } from '../src/answer/facts.js';
import { FACT_KINDS } from '../src/extract/fact.js';

/** Checkable statements: figures, amounts, shares, dates, durations, places, counts of people. */
export const facts = defineCommand({
  name: 'facts',
  description: 'Checkable statements, each with whose word it is',
  options: {
    topic: { description: 'What they are about', maxLength: 200 },
    kind: {
      description: 'Only values of one kind',
      maxLength: 20,
      choices: FACT_KINDS.map((kind) => ({ name: kind, value: kind })),
    },
    source: KEEP_TO_ARTICLE,
  },
  execute: ({ topic, kind, source }, { corpus }) =>
    answerFacts(corpus, { topic, kind: FACT_KINDS.find((known) => known === kind), source }),
});
