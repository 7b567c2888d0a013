import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { performance } from 'node:perf_hooks';
import { type WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';

/** Milliseconds from an interaction to its acknowledgement and to its last word, as Discord sees them. */
export interface Exchange {
  readonly acknowledged: number;
  readonly answered: number;
}

/** As little of Discord as one bot needs to be asked something: a gateway and its requests, with no rule checked, so that it costs next to nothing itself. */
export interface BareDiscord {
  readonly apiUrl: string;
  /** Resolves when a bot has connected. */
  readonly connected: Promise<void>;
  /** Sends an interaction and waits for what comes of it. */
  ask(interaction: { readonly type: number; readonly data: unknown }): Promise<Exchange>;
  close(): void;
}

const APPLICATION = '100000000000000001';
const CHANNEL = '100000000000000002';

const MESSAGE = {
  id: '100000000000000003',
  channel_id: CHANNEL,
  content: '',
  author: { id: APPLICATION, username: 'bot', discriminator: '0', avatar: null },
  timestamp: new Date(0).toISOString(),
  edited_timestamp: null,
  tts: false,
  mention_everyone: false,
  mentions: [],
  mention_roles: [],
  attachments: [],
  embeds: [],
  components: [],
  pinned: false,
  type: 20,
};

/** What is waited for of one interaction. */
interface Waiting {
  readonly sentAt: number;
  acknowledged: number | null;
  readonly resolve: (exchange: Exchange) => void;
}

/** What a client says, as far as it is listened to. */
const payload = z.object({ op: z.number() });

/** Acknowledgements that are themselves the last word: a message, and choices. */
const FINAL_TYPES = new Set([4, 8]);

/** Starts it on any free port of this machine. */
export async function startBareDiscord(): Promise<BareDiscord> {
  const waiting = new Map<string, Waiting>();
  let socket: WebSocket | null = null;
  let asked = 0;
  let tellConnected = (): void => undefined;
  const connected = new Promise<void>((resolve) => {
    tellConnected = resolve;
  });
  const server = createServer((request, response) => {
    const at = performance.now();
    void readBody(request).then((body) =>
      answer(request, response, { body, at, waiting, port: portOf(server) }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const gateway = new WebSocketServer({ server });
  gateway.on('connection', (one) => {
    socket = one;
    const say = (op: number, d: unknown, more: object = {}) => one.send(JSON.stringify({ op, d, ...more }));
    say(10, { heartbeat_interval: 45_000 });
    one.on('message', (data: Buffer) => {
      const { op } = payload.parse(JSON.parse(data.toString()));
      if (op === 1) say(11, null);
      if (op !== 2) return;
      const ready = {
        v: 10,
        user: MESSAGE.author,
        guilds: [],
        session_id: 'bench',
        resume_gateway_url: `ws://127.0.0.1:${portOf(server)}`,
        application: { id: APPLICATION, flags: 0 },
      };
      say(0, ready, { s: 1, t: 'READY' });
      tellConnected();
    });
  });
  return {
    apiUrl: `http://127.0.0.1:${portOf(server)}/api`,
    connected,
    ask({ type, data }) {
      asked += 1;
      const id = String(200000000000000000n + BigInt(asked));
      const user = { ...MESSAGE.author, id: String(300000000000000000n + BigInt(asked)), username: 'member' };
      const d = {
        id,
        application_id: APPLICATION,
        type,
        data,
        token: id,
        version: 1,
        channel_id: CHANNEL,
        channel: { id: CHANNEL, type: 1 },
        user,
        locale: 'en-US',
        app_permissions: '0',
        entitlements: [],
        authorizing_integration_owners: {},
        context: 1,
        attachment_size_limit: 10_000_000,
      };
      return new Promise((resolve) => {
        waiting.set(id, { sentAt: performance.now(), acknowledged: null, resolve });
        socket?.send(JSON.stringify({ op: 0, s: asked + 1, t: 'INTERACTION_CREATE', d }));
      });
    },
    close() {
      gateway.close();
      server.closeAllConnections();
      server.close();
    },
  };
}

function portOf(server: Server): number {
  const found = server.address();
  return found === null || typeof found === 'string' ? 0 : found.port;
}

async function readBody(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces).toString();
}

function answer(
  { url = '', method }: IncomingMessage,
  response: ServerResponse,
  { body, at, waiting, port }: { body: string; at: number; waiting: Map<string, Waiting>; port: number },
): void {
  const callback = /\/interactions\/(\d+)\/[^/]+\/callback/u.exec(url)?.[1];
  const edited = method === 'PATCH' ? /\/webhooks\/\d+\/([^/]+)\/messages/u.exec(url)?.[1] : undefined;
  const one = waiting.get(callback ?? edited ?? '');
  if (callback !== undefined && one !== undefined) {
    one.acknowledged = at - one.sentAt;
    if (FINAL_TYPES.has(Number(/"type":(\d+)/u.exec(body)?.[1]))) finish(callback, one, at, waiting);
    response.writeHead(204).end();
    return;
  }
  if (edited !== undefined && one !== undefined) finish(edited, one, at, waiting);
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(resourceAt(url, port)));
}

function finish(
  id: string,
  { acknowledged, sentAt, resolve }: Waiting,
  at: number,
  waiting: Map<string, Waiting>,
): void {
  waiting.delete(id);
  resolve({ acknowledged: acknowledged ?? 0, answered: at - sentAt });
}

function resourceAt(url: string, port: number): unknown {
  if (url.includes('/gateway/bot')) {
    const limit = { total: 1_000, remaining: 1_000, reset_after: 0, max_concurrency: 1 };
    return { url: `ws://127.0.0.1:${port}`, shards: 1, session_start_limit: limit };
  }
  if (url.endsWith('/commands')) return [];
  if (url.includes('/applications/'))
    return { id: APPLICATION, name: 'bench', flags: 0, owner: MESSAGE.author };
  return MESSAGE;
}
