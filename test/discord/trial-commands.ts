import { EventEmitter, once } from 'node:events';
import { defineCommand } from '../../src/answer/define-command.js';
import type { Command, CommandContext } from '../../src/bot/command.js';

/** A notice of 50 lines: three pages. */
const LINES = Array.from({ length: 50 }, (_, i) => ({ text: `line ${i + 1}` }));

/** Lists 50 lines, after reading the sources again where `again` is given. */
export const list: Command = defineCommand({
  name: 'list',
  description: 'Lists lines',
  options: { again: { description: 'Reads again', maxLength: 1_000 } },
  execute: async ({ again }, context) => {
    if (again === 'yes') await context.reload('shared');
    return { kind: 'notice', title: 'Lines', lines: LINES };
  },
});

/** Fails with a message that holds what the user wrote. */
export const fail: Command = defineCommand({
  name: 'fail',
  description: 'Fails',
  options: {},
  execute: () => {
    throw new Error('the shelf is broken', { cause: new Error('a screw is loose') });
  },
});

/** For moderators. */
export const tidy: Command = defineCommand({
  name: 'tidy',
  description: 'Tidies up',
  options: {},
  access: 'moderators',
  isPrivate: true,
  execute: () => ({ kind: 'notice', title: 'Tidy', lines: [] }),
});

/** A command that waits until it is let go, and the doing so. */
export function createWaiting(): { wait: Command; begun: Promise<void>; letGo: () => void } {
  const gate = new EventEmitter();
  const wait = defineCommand({
    name: 'wait',
    description: 'Waits',
    options: {},
    execute: async () => {
      const letGo = once(gate, 'let go');
      gate.emit('begun');
      await letGo;
      return { kind: 'notice', title: 'Done waiting', lines: [] };
    },
  });
  const begun = once(gate, 'begun').then(() => undefined);
  return { wait, begun, letGo: () => gate.emit('let go') };
}

/** Answers with what it was asked and what that followed on. */
export const ask: Command = defineCommand({
  name: 'ask',
  description: 'Asks',
  options: { question: { description: 'The question', isRequired: true, maxLength: 30 } },
  execute: ({ question }, { previous, corpus }: CommandContext) => {
    const article = corpus.findArticle('news/pier');
    const excerpts =
      article === undefined
        ? []
        : [{ article, paragraph: 1, start: 0, end: 59, highlights: [], confidence: 1 }];
    return {
      kind: 'answer',
      asked: question,
      sections: [{ heading: null, excerpts }],
      note: JSON.stringify(previous),
    };
  },
});
