import type { ModalValues } from 'local-discord';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Article } from '../../src/article/article.js';
import type { ArticleReader } from '../../src/extract/article-reader.js';
import type { ThreadWork } from '../../src/reading/longest-work.js';
import { readInThreads } from '../../src/reading/read-in-threads.js';
import { fixtureText } from '../corpus-builder.js';
import { THREAD_SCRIPT } from '../reading/thread-script.js';
import { finalReply } from './command-user.js';
import { textOf } from './read-message.js';
import { type KeepingBot, runKeepingBot } from './running-bot.js';

const HARBOUR = 'harbour/general';
const LIBRARY = 'library/general';

/** Bytes from which a file is given up after a second: more than the long one has. */
const HASTY_FROM = 150_000;

/** Takes a second to read, and many more on a busy machine. */
const LONG = `${fixtureText('facts-harbour')}\n\n`.repeat(60);
/** Takes a long time to parse. */
const ENDLESS = '[a]('.repeat(60_000);

let reader: ArticleReader;
/** Told of each article that is to be read. */
let onReading: (article: Article) => void = () => undefined;
let running: KeepingBot;
beforeAll(async () => {
  const timeout = (kind: ThreadWork, length: number): number =>
    kind === 'parse' && length > HASTY_FROM ? 1_000 : 60_000;
  const inThreads = readInThreads({ script: THREAD_SCRIPT, timeout });
  reader = {
    ...inThreads,
    read: (article) => {
      onReading(article);
      return inThreads.read(article);
    },
    parseAndRead: (source, take) =>
      inThreads.parseAndRead(source, (article) => {
        onReading(article);
        return take(article);
      }),
  };
  running = await runKeepingBot({ reader });
  // What they ask about is read by then.
  await run('mira', LIBRARY, 'who', { name: 'Ada Winter' }).reply();
});
afterAll(async () => {
  await running.stop();
  await reader.close();
});

function run(user: string, channel: string, name: string, options: Record<string, string> = {}) {
  return running.sandbox.as(user).run({ channel, name, options });
}

/** Gives a file to a server; resolves when it has been sent. */
async function give(moderator: string, name: string, content: string): Promise<void> {
  const opened = run(moderator, HARBOUR, 'source add');
  await opened.modal();
  const fields: ModalValues = { file: [{ name, content }] };
  await running.sandbox.as(moderator).submit(opened, fields).acknowledged;
}

/** Everything that a member sees in a channel. */
function seenBy(user: string, channel = HARBOUR): string {
  return running.sandbox
    .messages(channel, { as: user })
    .map(({ message }) => textOf(message))
    .join('\n');
}

it('others are answered while a long article is read, and it is read after all', async () => {
  const begun = new Promise<void>((resolve) => {
    onReading = ({ meta }) => {
      if (meta.title === 'Long') resolve();
    };
  });
  await give('ines', 'long.txt', LONG);
  await begun;
  const others = await Promise.all([
    run('mira', LIBRARY, 'ask', { question: 'How much may the work on the pier cost?' }).reply(),
    run('mira', LIBRARY, 'who', { name: 'Ada Winter' }).reply(),
    finalReply(run('tomas', HARBOUR, 'help')),
  ]);
  expect(seenBy('ines')).not.toContain('Add “Long”?');
  const [asked, who, help] = others.map(textOf);
  expect(asked).toContain('$3.5 million');
  expect(who).toContain('the harbour master');
  expect(help).toContain('/ask');
  await expect.poll(() => seenBy('ines'), { timeout: 20_000 }).toContain('Add “Long”?');
});

it('an article that never ends is given up by its name, and the others stay', async () => {
  await give('ines', 'links.md', ENDLESS);
  await expect
    .poll(() => seenBy('ines'))
    .toContain('“links.md” took longer than 1 s to read; give its text alone, without markup, or in parts.');
  expect(textOf(await run('mira', LIBRARY, 'who', { name: 'Ada Winter' }).reply())).toContain(
    'the harbour master',
  );
});

it('a server’s article that cannot be read any more is named by /reload, and the others are served', async () => {
  const { id: guildId } = running.sandbox.world.server('harbour');
  const sources = { mill: ['txt', 'Odalys Brandt bought the mill.'], links: ['md', ENDLESS] } as const;
  for (const [name, [ending, text]] of Object.entries(sources)) {
    const bytes = new TextEncoder().encode(text);
    const given = {
      title: name,
      ending,
      bytes,
      fetchedFrom: null,
      fetchedAt: null,
      addedBy: null,
      feed: null,
    };
    await running.store.sources.put(
      { ...given, guildId, name, addedAt: new Date() },
      { count: 9, bytes: 9e9 },
    );
  }
  await run('ines', HARBOUR, 'reload').acknowledged;
  await expect.poll(() => seenBy('ines')).toContain('links: took longer than 1 s to read');
  const who = await run('mira', HARBOUR, 'who', { name: 'Odalys Brandt' }).reply();
  expect(textOf(who)).toContain('bought the mill.');
});
