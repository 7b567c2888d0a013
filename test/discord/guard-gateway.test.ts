import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { beforeAll, describe, expect, it } from 'vitest';
import { type WebSocket, WebSocketServer } from 'ws';
import { type BotStart, startBot } from '../../src/discord/start-bot.js';
import { createSettingsBook } from '../../src/server/settings-book.js';
import { captureLog, DEFAULTS } from './running-bot.js';

/** Milliseconds that a bot is given to be let in here, and those before its first new try. */
const TIMEOUT = 1_500;
const FIRST_WAIT = 100;

const HELLO = JSON.stringify({ op: 10, d: { heartbeat_interval: 41_250 } });

/** Starts a bot at a server that knows the bot, and whose gateway does to each connection what `serve` does; null for one that is not there. */
async function startAt(serve: ((socket: WebSocket) => void) | null) {
  const { log, logger } = captureLog();
  const http = createServer((request, response) => {
    response.setHeader('content-type', 'application/json');
    const { port } = http.address() as AddressInfo;
    const url = serve === null ? 'ws://127.0.0.1:9' : `ws://127.0.0.1:${port}`;
    const limit = { total: 1_000, remaining: 1_000, reset_after: 0, max_concurrency: 1 };
    const isGateway = request.url?.includes('/gateway/bot') ?? false;
    response.end(JSON.stringify(isGateway ? { url, shards: 1, session_start_limit: limit } : {}));
  });
  let connections = 0;
  const gateway = new WebSocketServer({ server: http });
  gateway.on('connection', (socket) => {
    connections += 1;
    socket.on('error', () => undefined);
    serve?.(socket);
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const { port } = http.address() as AddressInfo;
  const started = await startBot({
    token: 'test.token',
    apiUrl: `http://someone:secret@127.0.0.1:${port}/api`,
    guildId: null,
    moderatorRoleId: null,
    settings: createSettingsBook(null, DEFAULTS),
    commands: [],
    contextAt: () => Promise.reject(new Error('no command runs here')),
    logger,
    startTimeout: TIMEOUT,
    firstWait: FIRST_WAIT,
  });
  for (const socket of gateway.clients) socket.terminate();
  gateway.close();
  http.closeAllConnections();
  await once(http.close(), 'close');
  const lines = log
    .map((line): Record<string, unknown> => JSON.parse(line))
    .filter(({ msg }) => msg === 'connection lost; reconnecting');
  return { started, lines, connections, port };
}

/** What gateways do that let nobody in. */
const GATEWAYS = {
  'is not there': null,
  'never says HELLO': () => undefined,
  'says HELLO and no more': (socket) => socket.send(HELLO),
  'closes at once': (socket) => socket.close(),
  'declares every session invalid': (socket) => {
    socket.send(HELLO);
    socket.on('message', () => socket.send('{"op":9,"d":false}'));
  },
} satisfies Record<string, ((socket: WebSocket) => void) | null>;

const reasonOf = (started: BotStart): string => (started.ok ? 'started' : started.reason);

describe('a gateway that lets nobody in', () => {
  /** What came of each; they only wait, which they do at the same time. */
  let outcomes: Map<string, Awaited<ReturnType<typeof startAt>>>;
  beforeAll(async () => {
    const starts = Object.entries(GATEWAYS).map(
      async ([what, serve]) => [what, await startAt(serve)] as const,
    );
    outcomes = new Map(await Promise.all(starts));
  });
  const outcomeOf = (what: keyof typeof GATEWAYS) => {
    const outcome = outcomes.get(what);
    if (outcome === undefined) throw new Error(`No bot was started at a gateway that ${what}.`);
    return outcome;
  };

  it.each([
    ['is not there', 'ECONNREFUSED'],
    ['never says HELLO', 'it takes connections, and lets nobody in'],
    ['says HELLO and no more', 'it takes connections, and lets nobody in'],
    ['closes at once', 'it takes connections, and lets nobody in'],
    ['declares every session invalid', 'it takes connections, and lets nobody in'],
  ] as const)(
    'as it %s ends the start with a sentence that has the cause, and no password',
    (what, cause) => {
      const { started, port } = outcomeOf(what);
      expect(reasonOf(started)).toBe(
        `The gateway of the server at http://127.0.0.1:${port}/api (DISCORD_API_URL) has not let the bot in for 2 s (${cause}): check the network and, if all is well, start again later.`,
      );
    },
  );

  it('is tried again after longer and longer waits, one line of the log each, with the cause', () => {
    const { lines, connections } = outcomeOf('closes at once');
    expect(connections).toBeGreaterThanOrEqual(2);
    // Without the waits there are some forty in that time.
    expect(connections).toBeLessThanOrEqual(5);
    expect(lines.slice(0, 2)).toMatchObject([
      { shard: 0, tries: 1, seconds: 0.1, cause: 'it takes connections, and lets nobody in' },
      { shard: 0, tries: 2, seconds: 0.2, cause: 'it takes connections, and lets nobody in' },
    ]);
    expect(lines.length).toBeLessThanOrEqual(connections);
  });

  it('and says so where each session is declared invalid, of which discord.js says nothing', () => {
    const { lines } = outcomeOf('declares every session invalid');
    expect(lines[0]).toMatchObject({ shard: 0, tries: 1, cause: 'it turns the session away' });
  });
});
