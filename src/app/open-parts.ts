import { getHeapStatistics } from 'node:v8';
import type { Logger } from 'pino';
import { describeError } from '../discord/log-error.js';
import type { Encoder } from '../encoder/encoder.js';
import type { ArticleReader, OnFault } from '../extract/article-reader.js';
import { programFingerprint } from '../files/program-fingerprint.js';
import { guardReader } from '../library/guard-reader.js';
import type { LibraryShelf } from '../library/library-shelf.js';
import { type MemoryRoom, roomIn } from '../library/memory-room.js';
import { sayIn } from '../messages/say.js';
import { keepBoth, keepReadings } from '../reading/keep-readings.js';
import { readInThreads } from '../reading/read-in-threads.js';
import type { Store } from '../store/store.js';
import type { Config } from './config.js';
import type { OwnOptions } from './footnote.js';
import type { Health } from './open-health.js';
import { openKept } from './open-kept.js';
import { openOwn } from './open-own.js';
import { openReader } from './open-reader.js';

/** What Footnote works with, which goes down with it. */
export interface Parts {
  readonly own: OwnOptions;
  readonly shelf: LibraryShelf;
  readonly reader: ArticleReader;
  readonly encoder: Encoder;
  readonly room: MemoryRoom;
  readonly health: Health | null;
  /** Ends them all. */
  readonly close: () => Promise<void>;
}

/** Opens all that Footnote works with, around a store that is open. */
export function openParts(config: Config, store: Store, health: Health | null, logger: Logger): Parts {
  const room = roomIn(getHeapStatistics().heap_size_limit);
  const metrics = health?.metrics;
  const onFault: OnFault = (error, on) =>
    logger.error({ on, error: describeError(error) }, 'an article could not be read for a fault of ours');
  const kept = openKept(config.dataDir, (error) =>
    logger.warn({ error: describeError(error) }, 'what was read could not be kept for the next start'),
  );
  const ownReadings = keepReadings({
    store,
    fingerprint: programFingerprint,
    mostBytes: config.limits.bytes,
    onTrouble: (error) =>
      logger.warn(
        { error: describeError(error) },
        'what was read in servers’ articles could not be kept, and is read anew',
      ),
  });
  const threads = readInThreads({
    script: new URL('../reading/reading-thread.js', import.meta.url),
    kept: keepBoth(kept.analyses, ownReadings),
    mostKept: room.text,
    onFault,
    onGivenUp: (on, reason) => logger.warn({ on, reason: sayIn('en')(reason) }, 'an article was given up'),
    ...(metrics && { onWork: metrics.reading, onQueue: metrics.watchQueue }),
  });
  const reader = guardReader(threads, onFault);
  const own = openOwn(config, store, reader, (said) => logger.warn({ said }, 'the database'));
  const encoder = openReader((reason) => logger.warn({ reason }, 'questions are not read closely'));
  const close = async (): Promise<void> => {
    await encoder.close();
    await reader.close();
    await ownReadings.close();
    await store
      .close()
      .catch((error: unknown) =>
        logger.error(
          { error: String(error) },
          'the database is not in its one file: keep its -wal file with it',
        ),
      );
    await health?.close();
  };
  return { own, shelf: kept.shelf, reader, encoder, room, health, close };
}
