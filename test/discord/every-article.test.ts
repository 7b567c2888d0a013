import { describe, expect, it } from 'vitest';
import { openFootnote } from '../../src/app/compose.js';
import { type Article, textAt } from '../../src/article/article.js';
import type { CommandContext } from '../../src/bot/command.js';
import { isTextOption } from '../../src/bot/option.js';
import { parseOptions } from '../../src/bot/parse-options.js';
import type { Reply } from '../../src/bot/reply.js';
import { IN_PLACE } from '../in-place.js';
import { sharedReader } from '../shipped-reader.js';
import { expectExactQuotes, expectFitting, expectOnlyOurMarkup } from './check-reply.js';

/** The shipped articles, and those of every fixture together. */
const FOLDERS = [null, new URL('../fixtures/', import.meta.url).pathname];

const encoder = sharedReader();

describe.skipIf(encoder === null).each(FOLDERS)('the replies about the articles in %s', (seedsDir) => {
  it('fit Discord and quote exactly, whatever command gives them', { timeout: 180_000 }, async () => {
    const { context } = await openFootnote({ seedsDir, reader: IN_PLACE, encoder });
    const kinds = new Set<string>();
    for (const reply of await collectReplies(context())) {
      kinds.add(reply.kind);
      expectFitting(reply);
      expectOnlyOurMarkup(reply);
      expectExactQuotes(reply);
    }
    expect([...kinds]).toEqual(expect.arrayContaining(['answer', 'nothing', 'notice']));
  });
});

/** Each command is asked about each article, one by its first sentence and the next by its first name. */
async function collectReplies(context: CommandContext): Promise<Reply[]> {
  const replies: Reply[] = [];
  const words = await Promise.all(context.corpus.articles.map((article) => listWords(article, context)));
  for (const [turn, command] of context.commands.entries()) {
    // A question is a sentence.
    const own = words.map(([sentence, name], at) =>
      command.name === 'ask' || (at + turn) % 2 === 0 ? sentence : name,
    );
    for (const value of ['', 'whales of Saturn', ...own]) {
      const [first] = Object.entries(command.options);
      const options =
        first === undefined || value === ''
          ? {}
          : { [first[0]]: value.slice(0, isTextOption(first[1]) ? first[1].maxLength : undefined) };
      const parsed = parseOptions(command, options);
      replies.push(
        parsed.ok
          ? await command.execute(parsed.values, context)
          : { kind: 'refused', reason: parsed.reason },
      );
      if (first === undefined) break;
    }
  }
  return replies;
}

/** The first sentence of an article, and its first name, or another sentence where it has none. */
async function listWords(
  article: Article,
  { corpus }: CommandContext,
): Promise<readonly [sentence: string, name: string]> {
  const [first, last] = [article.sentences[0], article.sentences.at(-1)].map((span) =>
    span === undefined ? '' : textAt(article, span),
  );
  const { entities } = await corpus.read(article);
  return [first ?? '', entities[0]?.name ?? last ?? ''];
}
