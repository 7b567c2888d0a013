import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { type WebSocket, WebSocketServer } from 'ws';
import { type BotStart, startBot } from '../../src/discord/start-bot.js';
import { createSettingsBook } from '../../src/server/settings-book.js';
import { captureLog, DEFAULTS } from './running-bot.js';

/** Milliseconds that a bot is given to be let in here, and those before its first new try. */
const TIMEOUT = 1_500;
const FIRST_WAIT = 100;

let server: Server | undefined;
afterEach(async () => {
  server?.closeAllConnections();
  await new Promise((resolve) => server?.close(resolve) ?? resolve(null));
  server = undefined;
});

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
  server = http;
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
  const lines = log
    .map((line): Record<string, unknown> => JSON.parse(line))
    .filter(({ msg }) => msg === 'connection lost; reconnecting');
  return { started, lines, connections, port };
}

const reasonOf = (started: BotStart): string => (started.ok ? 'started' : started.reason);

describe('a gateway that lets nobody in', () => {
  it.each<[what: string, cause: string, serve: ((socket: WebSocket) => void) | null]>([
    ['is not there', 'ECONNREFUSED', null],
    ['never says HELLO', 'it takes connections, and lets nobody in', () => undefined],
    ['says HELLO and no more', 'it takes connections, and lets nobody in', (socket) => socket.send(HELLO)],
    ['closes at once', 'it takes connections, and lets nobody in', (socket) => socket.close()],
    [
      'declares every session invalid',
      'it takes connections, and lets nobody in',
      (socket) => {
        socket.send(HELLO);
        socket.on('message', () => socket.send('{"op":9,"d":false}'));
      },
    ],
  ])(
    'as it %s ends the start with a sentence that has the cause, and no password',
    async (_, cause, serve) => {
      const { started, port } = await startAt(serve);
      expect(reasonOf(started)).toBe(
        `The gateway of the server at http://127.0.0.1:${port}/api (DISCORD_API_URL) has not let the bot in for 2 s (${cause}): check the network and, if all is well, start again later.`,
      );
    },
  );

  it('is tried again after longer and longer waits, one line of the log each, with the cause', async () => {
    const { lines, connections } = await startAt((socket) => socket.close());
    expect(connections).toBeGreaterThanOrEqual(2);
    // Without the waits there are some forty in that time.
    expect(connections).toBeLessThanOrEqual(5);
    expect(lines.slice(0, 2)).toMatchObject([
      { shard: 0, tries: 1, seconds: 0.1, cause: 'it takes connections, and lets nobody in' },
      { shard: 0, tries: 2, seconds: 0.2, cause: 'it takes connections, and lets nobody in' },
    ]);
    expect(lines.length).toBeLessThanOrEqual(connections);
  });

  it('and says so where each session is declared invalid, of which discord.js says nothing', async () => {
    const { lines } = await startAt((socket) => {
      socket.send(HELLO);
      socket.on('message', () => socket.send('{"op":9,"d":false}'));
    });
    expect(lines[0]).toMatchObject({ shard: 0, tries: 1, cause: 'it turns the session away' });
  });
});
