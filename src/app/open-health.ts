import type { Logger } from 'pino';
import type { Bot } from '../discord/start-bot.js';
import type { Metrics } from '../health/metrics.js';
import type { Store } from '../store/store.js';
import type { Config } from './config.js';
import { readVersion } from './version.js';

/** What tells an operator's tools how the program is. */
export interface Health {
  readonly metrics: Metrics;
  /** From now on this bot and its store are looked at; null once it leaves. */
  readonly follow: (bot: Bot | null, store?: Pick<Store, 'isThere'>) => void;
  readonly close: () => Promise<void>;
}

/** Health on the port that the settings name, none if they name none, or why it cannot be served. */
export type HealthOpened =
  | { readonly ok: true; readonly health: Health | null }
  | { readonly ok: false; readonly reason: string };

/** Serves the program's health from its start: it is live at once, and ready when it answers people. */
export async function openHealth(
  { healthPort, healthHost }: Pick<Config, 'healthPort' | 'healthHost'>,
  logger: Pick<Logger, 'info'>,
): Promise<HealthOpened> {
  if (healthPort === null) return { ok: true, health: null };
  // What counts takes a while to load, and most have no tools that would ask.
  const [{ createMetrics }, { serveHealth }] = await Promise.all([
    import('../health/metrics.js'),
    import('../health/serve-health.js'),
  ]);
  const metrics = createMetrics(readVersion());
  let bot: Bot | null = null;
  let store: Pick<Store, 'isThere'> | null = null;
  const troubles = async (): Promise<string[]> => {
    if (bot === null) return ['The bot is not connected to Discord.'];
    const isThere = (await store?.isThere()) ?? true;
    return [...describeShards(bot), ...(isThere ? [] : ['The database does not answer.'])];
  };
  const opening = await serveHealth({ host: healthHost, port: healthPort, troubles, metrics });
  if (!opening.ok) return opening;
  logger.info({ address: opening.address }, 'health is served');
  const follow: Health['follow'] = (followed, kept) => {
    bot = followed;
    store = kept ?? null;
    if (bot !== null) metrics.look({ shards: bot.shards.bind(bot), servers: bot.countServers.bind(bot) });
  };
  return { ok: true, health: { metrics, follow, close: opening.close } };
}

/** A sentence if connections to Discord are not there. */
function describeShards(bot: Bot): string[] {
  const shards = bot.shards();
  const missing = shards.filter(({ isReady }) => !isReady).map(({ id }) => id);
  return missing.length === 0
    ? []
    : [`Of ${shards.length} connections to Discord, ${missing.length} are not there: ${missing.join(', ')}.`];
}
