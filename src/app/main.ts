import { fileURLToPath } from 'node:url';
import { getHeapStatistics } from 'node:v8';
import type { Sandbox } from 'local-discord';
import { pino } from 'pino';
import { describeError } from '../discord/log-error.js';
import { askShardCount } from '../discord/own-shards.js';
import { type Bot, startBot } from '../discord/start-bot.js';
import type { Encoder } from '../encoder/encoder.js';
import type { ArticleReader, OnFault } from '../extract/article-reader.js';
import { tokenize } from '../language/annotation.js';
import { guardReader } from '../library/guard-reader.js';
import { describeProblem } from '../library/library.js';
import type { LibraryShelf } from '../library/library-shelf.js';
import { type MemoryRoom, roomIn } from '../library/memory-room.js';
import { escapeControls, hideControls } from '../messages/hide-controls.js';
import type { Phrase } from '../messages/phrase.js';
import { sayIn } from '../messages/say.js';
import { readInThreads } from '../reading/read-in-threads.js';
import { workIdNow } from '../scheduling/work-id.js';
import { type Footnote, type OwnOptions, openFootnote } from './compose.js';
import { type Config, loadConfig } from './config.js';
import { guardProcess } from './last-guard.js';
import { type Health, openHealth } from './open-health.js';
import { openKept } from './open-kept.js';
import { openOwn } from './open-own.js';
import { openReader } from './open-reader.js';
import { createReadableTexts } from './readable-texts.js';
import { commands } from './registry.js';
import { CONNECTED, runProcesses } from './run-processes.js';
import { sweepRegularly } from './sweep-regularly.js';
import { tellOfFeed } from './tell-of-feed.js';

/** Where the bot connects, and what goes down with it. */
interface DiscordAddress {
  readonly token: string;
  readonly apiUrl: string | null;
  readonly guildId: string | null;
  readonly sandbox: Sandbox | null;
}

/** What Footnote works with, which goes down with it. */
interface Parts {
  readonly own: OwnOptions;
  readonly shelf: LibraryShelf;
  readonly reader: ArticleReader;
  readonly encoder: Encoder;
  readonly room: MemoryRoom;
  readonly health: Health | null;
}

await run().catch((error: unknown) => leaveWith(error instanceof Error ? error.message : String(error)));
// Whoever waits for a gateway that says nothing keeps a connection to it for a minute.
if (process.exitCode !== undefined) process.exit();

async function run(): Promise<void> {
  const read = loadConfig();
  if (!read.ok) return leaveWith(read.problems.join('\n'));
  const { config } = read;
  const logger = pino({
    level: config.logLevel,
    mixin: nameWork,
    // Names of files and articles may hold what moves a terminal's cursor, and JSON lets some of it stand.
    hooks: { streamWrite: escapeControls },
  });
  const guard = guardProcess(logger, (sentence) => {
    leaveWith(sentence);
    process.exit();
  });
  if (config.processes > 1) return divide(config, logger);
  // It takes a tenth of a second in one piece, in which nobody waits yet.
  tokenize('', 'en');
  const healthOpened = await openHealth(config, logger);
  if (!healthOpened.ok) return leaveWith(healthOpened.reason);
  const { health } = healthOpened;
  health?.metrics.look({ unforeseen: () => guard.count });
  const room = roomIn(getHeapStatistics().heap_size_limit);
  const onFault: OnFault = (error, on) =>
    logger.error({ on, error: describeError(error) }, 'an article could not be read for a fault of ours');
  const onGivenUp = (on: string, reason: Phrase): void =>
    logger.warn({ on, reason: sayIn('en')(reason) }, 'an article was given up');
  const script = new URL('../reading/reading-thread.js', import.meta.url);
  const { metrics } = health ?? {};
  const kept = openKept(config.dataDir, (error) =>
    logger.warn({ error: describeError(error) }, 'what was read could not be kept for the next start'),
  );
  const threads = readInThreads({
    script,
    kept: kept.analyses,
    mostKept: room.text,
    onFault,
    onGivenUp,
    ...(metrics && { onWork: metrics.reading, onQueue: metrics.watchQueue }),
  });
  const reader = guardReader(threads, onFault);
  const opening = await openOwn(config, reader, {
    store: metrics?.store ?? (() => undefined),
    trouble: (said) => logger.warn({ said }, 'the database'),
  });
  if (!opening.ok) {
    await health?.close();
    return leaveWith(opening.reason);
  }
  const { own } = opening;
  const encoder = openReader((reason) => logger.warn({ reason }, 'questions are not read closely'));
  encoder.start();
  try {
    await serve(config, { own, shelf: kept.shelf, reader, encoder, room, health }, logger);
  } catch (error) {
    await encoder.close();
    await reader.close();
    await own.store.close();
    await health?.close();
    throw error;
  }
}

/** Divides the connections among processes; this one only looks after them. */
async function divide(config: Config, logger: pino.Logger): Promise<void> {
  const { processes, healthPort, discordToken, discordApiUrl } = config;
  const asked = config.shards === null ? await askShardCount(discordToken ?? '', discordApiUrl) : null;
  if (asked?.ok === false) return leaveWith(asked.reason);
  const count = config.shards?.count ?? asked?.count ?? 1;
  const ids = config.shards?.ids ?? Array.from({ length: count }, (_, i) => i);
  const script = fileURLToPath(import.meta.url);
  process.exit(await runProcesses({ script, processes, ids, count, healthPort, logger }));
}

async function serve(
  config: Config,
  { own, shelf, reader, encoder, room, health }: Parts,
  logger: pino.Logger,
): Promise<void> {
  const { moderatorRoleId, cooldownSeconds, discordGuildId, seedsDir } = config;
  const defaults = { moderatorRoleId, cooldownSeconds };
  const footnote = await openFootnote({
    seedsDir,
    defaults,
    homeGuildId: discordGuildId,
    reader,
    encoder,
    room,
    own,
    shelf,
    ...(health && { onReload: health.metrics.reload }),
    onFollowing: (error) =>
      logger.warn({ error: describeError(error) }, 'what another machine changed could not be read again'),
  });
  health?.metrics.look({
    articles: () => footnote.context().corpus.articles.length,
    isReaderReady: () => encoder?.status().kind === 'ready',
  });
  reportLoad(footnote, logger);
  const discord = await chooseDiscord(config, footnote, logger);
  const started = await startBot({
    ...discord,
    commands,
    contextAt: footnote.contextAt,
    settings: footnote.settings,
    moderatorRoleId,
    isReadingMessages: config.isReadingMessages,
    departures: footnote.departures,
    shards: config.shards,
    turns: own.store.turns,
    logger,
    watch: health?.metrics ?? null,
  });
  if (!started.ok) {
    await discord.sandbox?.close();
    await encoder.close();
    await reader.close();
    await own.store.close();
    await health?.close();
    return leaveWith(started.reason);
  }
  health?.follow(started.bot, own.store);
  process.send?.(CONNECTED);
  if (discord.sandbox !== null) {
    process.stdout.write(
      `\n  Footnote is in the local Discord: open ${discord.sandbox.url} in your browser.\n\n`,
    );
  }
  const stopSweeping = sweepRegularly(footnote, logger);
  const stopFeeds = footnote.readFeeds(logger, (turn) => {
    const telling = tellOfFeed(turn);
    if (telling !== null) void started.bot.tell(telling);
  });
  const stopReading = footnote.readAhead((error) =>
    logger.error({ error: String(error) }, 'the articles could not be read ahead'),
  );
  const close = async (): Promise<void> => {
    stopSweeping();
    stopFeeds();
    stopReading();
    await discord.sandbox?.close();
    await encoder.close();
    await reader.close();
    await own.store
      .close()
      .catch((error: unknown) =>
        logger.error(
          { error: String(error) },
          'the database is not in its one file: keep its -wal file with it',
        ),
      );
    await health?.close();
  };
  stopOnSignals(started.bot, close, () => health?.follow(null));
  void started.bot.lost.then(async (reason) => {
    await close();
    leaveWith(reason);
    process.exit();
  });
}

/** Discord with a token; without one, a local Discord that is started here. */
async function chooseDiscord(
  { discordToken, discordApiUrl, discordGuildId, isReadingMessages, port }: Config,
  footnote: Footnote,
  logger: pino.Logger,
): Promise<DiscordAddress> {
  if (discordToken !== null) {
    return { token: discordToken, apiUrl: discordApiUrl, guildId: discordGuildId, sandbox: null };
  }
  const readableTexts = createReadableTexts(footnote);
  // Begun now, so that the page mostly has them when it opens; each is a reading, and nothing waits for them.
  readableTexts
    .examples()
    .catch((error: unknown) => logger.warn({ error: String(error) }, 'no example questions were found'));
  // Whoever has a token never loads it.
  const { startSandbox } = await import('local-discord');
  const sandbox = await startSandbox({
    port,
    readableTexts,
    privilegedIntents: isReadingMessages ? ['MessageContent'] : [],
  }).catch((cause: unknown) => {
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'EADDRINUSE')) throw cause;
    throw new Error(`Port ${port} is taken: set PORT to another one, or to 0 for any that is free.`, {
      cause,
    });
  });
  return { token: sandbox.token, apiUrl: sandbox.apiUrl, guildId: null, sandbox };
}

/** What goes into each line of the log: the id of the interaction or message that it is written on the way to answer. */
function nameWork(): { readonly id?: string } {
  const id = workIdNow();
  return id === null ? {} : { id };
}

function reportLoad({ report }: Footnote, logger: pino.Logger): void {
  for (const problem of report.problems)
    logger.warn({ problem: sayIn('en')(describeProblem(problem)) }, 'a source is not served');
  logger.info(
    { articles: report.added.length, milliseconds: Math.round(report.milliseconds) },
    'articles loaded',
  );
}

/** The first signal lets what is under way finish; a second one ends at once. */
function stopOnSignals(bot: Bot, close: () => Promise<void>, onStopping: () => void): void {
  let isStopping = false;
  const stop = async (): Promise<void> => {
    if (isStopping) process.exit(1);
    isStopping = true;
    onStopping();
    await bot.stop();
    await close();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop());
  // The process that looked after this one is gone.
  process.on('disconnect', () => void stop());
  process.channel?.unref();
}

function leaveWith(message: string): void {
  process.stderr.write(`${hideControls(message)}\n`);
  process.exitCode = 1;
}
