import { closeSync, existsSync, openSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openLog } from '../../src/app/open-log.js';

describe('a log that cannot be written', () => {
  it.skipIf(!existsSync('/dev/full'))(
    'is told of once, and ends nothing (skipped without /dev/full)',
    async () => {
      const full = openSync('/dev/full', 'w');
      const told: string[] = [];
      const logger = openLog('info', full, (sentence) => told.push(sentence));
      for (let line = 0; line < 50; line += 1) logger.info({ line }, 'connected to Discord');
      await new Promise((resolve) => setImmediate(resolve));
      expect(told).toEqual([
        'The log cannot be written (ENOSPC: no space left on device, write); the bot goes on without it.',
      ]);
      closeSync(full);
    },
  );
});
