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

/** Sentences and names taken from an article, to ask each command about: enough to get replies of every kind. */
const MOST_ASKED = 1;

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

async function collectReplies(context: CommandContext): Promise<Reply[]> {
  const replies: Reply[] = [];
  const words = await Promise.all(context.corpus.articles.map((article) => listWords(article, context)));
  for (const command of context.commands) {
    // A question is a reading: of each article one is enough.
    const own = command.name === 'ask' ? words.flatMap((all) => all.slice(0, 1)) : words.flat();
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

async function listWords(article: Article, { corpus }: CommandContext): Promise<string[]> {
  const sentences = article.sentences.slice(0, MOST_ASKED).map((span) => textAt(article, span));
  const { entities } = await corpus.read(article);
  const names = entities.slice(0, MOST_ASKED).map(({ name }) => name);
  return [...sentences, ...names];
}
