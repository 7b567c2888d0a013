import { fileURLToPath } from 'node:url';
import { boundMemory } from '../scheduling/bound-memory.js';
import { checkFolders } from './check-folders.js';
import { checkPort } from './check-port.js';
import { type Config, loadConfig } from './config.js';
import { leaveWith } from './leave-with.js';
import { openChosenStore } from './open-chosen-store.js';
import { openHealth } from './open-health.js';
import { openLog } from './open-log.js';

boundMemory();
const read = loadConfig();
if (read.ok)
  await run(read.config).catch((error: unknown) =>
    leaveWith(error instanceof Error ? error.message : String(error)),
  );
else leaveWith(read.problems.join('\n'));
// Whoever waits for a gateway that says nothing keeps a connection to it for a minute.
if (process.exitCode !== undefined) process.exit();

/** Loads most of the program only once the settings are known to be right: it takes more than a second. */
async function run(config: Config): Promise<void> {
  const trouble = (await checkFolders(config)) ?? (await checkPort(config));
  if (trouble !== null) return leaveWith(trouble);
  const logger = openLog(config.logLevel);
  if (config.processes > 1) {
    const { divideShardsAmongProcesses } = await import('./divide-among-processes.js');
    return divideShardsAmongProcesses(config, fileURLToPath(import.meta.url), logger);
  }
  const opened = await openHealth(config, logger);
  if (!opened.ok) return leaveWith(opened.reason);
  const { health } = opened;
  const stored = await openChosenStore(config, {
    store: health?.metrics.store ?? (() => undefined),
    trouble: (said) => logger.warn({ said }, 'the database'),
  });
  if (!stored.ok) {
    await health?.close();
    return leaveWith(stored.reason);
  }
  const { runBot } = await import('./run-bot.js');
  return runBot(config, logger, { store: stored.store, health });
}
