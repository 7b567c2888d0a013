import type { Logger } from 'pino';
import { askShardCount } from '../discord/own-shards.js';
import type { Config } from './config.js';
import { guardProgram } from './last-guard.js';
import { leaveWith } from './leave-with.js';
import { runProcesses } from './run-processes.js';

/** Divides the connections among processes that run `script`; this one only looks after them, and ends with them. */
export async function divideShardsAmongProcesses(
  { processes, healthPort, discordToken, discordApiUrl, shards }: Config,
  script: string,
  logger: Logger,
): Promise<void> {
  guardProgram(logger);
  const asked = shards === null ? await askShardCount(discordToken ?? '', discordApiUrl) : null;
  if (asked?.ok === false) return leaveWith(asked.reason);
  const count = shards?.count ?? asked?.count ?? 1;
  const ids = shards?.ids ?? Array.from({ length: count }, (_, i) => i);
  process.exit(await runProcesses({ script, processes, ids, count, healthPort, logger }));
}
