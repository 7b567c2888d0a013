import type { Logger } from 'pino';
import { describeError } from '../discord/log-error.js';
import { startBot } from '../discord/start-bot.js';
import { tokenize } from '../language/annotation.js';
import { describeProblem } from '../library/library.js';
import { sayIn } from '../messages/say.js';
import { collectGarbage } from '../scheduling/bound-memory.js';
import type { Store } from '../store/store.js';
import { chooseDiscord } from './choose-discord.js';
import { openFootnote } from './compose.js';
import type { Config } from './config.js';
import type { Footnote } from './footnote.js';
import { guardProgram } from './last-guard.js';
import { leaveWith } from './leave-with.js';
import type { Health } from './open-health.js';
import { openParts, type Parts } from './open-parts.js';
import { commands } from './registry.js';
import { CONNECTED } from './run-processes.js';
import { stopOnSignals } from './stop-on-signals.js';
import { sweepRegularly } from './sweep-regularly.js';
import { tellOfFeed } from './tell-of-feed.js';

/** Runs the bot until a signal comes or its connection is lost; if it cannot start, the program leaves with a sentence. */
export async function runBot(
  config: Config,
  logger: Logger,
  { store, health }: { readonly store: Store; readonly health: Health | null },
): Promise<void> {
  const guard = guardProgram(logger);
  health?.metrics.look({ unforeseen: () => guard.count });
  const parts = openParts(config, store, health, logger);
  // It takes a tenth of a second in one piece, in which nobody waits yet.
  tokenize('', 'en');
  parts.encoder.start();
  try {
    await serve(config, parts, logger);
  } catch (error) {
    await parts.close();
    throw error;
  }
}

async function serve(config: Config, parts: Parts, logger: Logger): Promise<void> {
  const { moderatorRoleId, cooldownSeconds, discordGuildId, seedsDir } = config;
  const { own, shelf, reader, encoder, room, health } = parts;
  const footnote = await openFootnote({
    seedsDir,
    defaults: { moderatorRoleId, cooldownSeconds },
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
    isReaderReady: () => encoder.status().kind === 'ready',
  });
  reportLoad(footnote, logger);
  collectGarbage();
  const { sandbox, ...address } = await chooseDiscord(config, footnote, logger);
  const started = await startBot({
    ...address,
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
    await sandbox?.close();
    await parts.close();
    return leaveWith(started.reason);
  }
  const { bot } = started;
  health?.follow(bot, own.store);
  process.send?.(CONNECTED);
  if (sandbox !== null)
    process.stdout.write(`\n  Footnote is in the local Discord: open ${sandbox.url} in your browser.\n\n`);
  const endings = [
    sweepRegularly(footnote, logger),
    footnote.readFeeds(logger, (turn) => {
      const telling = tellOfFeed(turn);
      if (telling !== null) void bot.tell(telling);
    }),
    footnote.readAhead((error) =>
      logger.error({ error: String(error) }, 'the articles could not be read ahead'),
    ),
  ];
  const close = async (): Promise<void> => {
    for (const end of endings) end();
    await sandbox?.close();
    await parts.close();
  };
  stopOnSignals(async () => {
    health?.follow(null);
    await bot.stop();
    await close();
  });
  void bot.lost.then(async (reason) => {
    await close();
    leaveWith(reason);
    process.exit();
  });
}

function reportLoad({ report }: Footnote, logger: Logger): void {
  for (const problem of report.problems)
    logger.warn({ problem: sayIn('en')(describeProblem(problem)) }, 'a source is not served');
  logger.info(
    { articles: report.added.length, milliseconds: Math.round(report.milliseconds) },
    'articles loaded',
  );
}
