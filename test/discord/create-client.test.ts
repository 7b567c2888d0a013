import { afterEach, describe, expect, it, vi } from 'vitest';
import { openLog } from '../../src/app/open-log.js';
import { createClient } from '../../src/discord/create-client.js';
import { guardGateway } from '../../src/discord/guard-gateway.js';
import { identifyInTurns } from '../../src/discord/identify-in-turns.js';

describe('what discord.js keeps of an interaction', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is let go within a minute or two once nothing waits there, and kept while something does', async () => {
    vi.useFakeTimers();
    const logger = openLog('silent');
    const client = createClient({ apiUrl: null }, guardGateway(logger), identifyInTurns(null, logger));
    const queueRequest = (): Promise<never> => Promise.reject(new Error('Nobody asks here.'));
    client.rest.handlers.set('idle', { id: 'idle', inactive: true, queueRequest });
    client.rest.handlers.set('busy', { id: 'busy', inactive: false, queueRequest });
    vi.advanceTimersByTime(120_000);
    expect([...client.rest.handlers.keys()]).toEqual(['busy']);
    vi.useRealTimers();
    await client.destroy();
  });
});
