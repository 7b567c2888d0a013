import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { type Client, Events, GatewayIntentBits, Status } from 'discord.js';
import { afterEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { type Sandbox, startSandbox } from '../src/index.js';
import { type ConnectedBot, connectBot, createClient, PLAIN_INTENTS } from './connect-bot.js';

let bot: ConnectedBot | undefined;
let sandbox: Sandbox | undefined;

afterEach(async () => {
  await bot?.stop();
  await sandbox?.close();
  bot = undefined;
  sandbox = undefined;
});

/** Sends these frames after HELLO and gives the code with which the gateway closes. */
function closeCodeAfter(frames: readonly string[]): Promise<number> {
  const socket = new WebSocket(`ws://127.0.0.1:${sandbox?.port}/gateway?v=10&encoding=json`);
  socket.once('message', () => {
    for (const frame of frames) socket.send(frame);
  });
  return new Promise((resolve) => socket.on('close', resolve));
}

function identify(token: string, intents: number): string {
  return JSON.stringify({ op: 2, d: { token, intents, properties: {} } });
}

/** The content of the next messages that reach the client's listener. */
function collectMessages(client: Client): string[] {
  const contents: string[] = [];
  client.on(Events.MessageCreate, (message) => contents.push(message.content));
  return contents;
}

test('a client that logs in is given the guilds that it is in, with their channels', async () => {
  bot = await connectBot();
  expect(bot.client.user.username).toBe('Footnote');
  expect(bot.client.guilds.cache.map((guild) => guild.name)).toEqual(['Harbour News', 'The Reading Room']);
  expect(bot.client.channels.cache.map((channel) => ('name' in channel ? channel.name : ''))).toEqual([
    'general',
    'newsroom',
    'general',
    'archive',
  ]);
});

test('the shards of a bucket identify one after the other, where they are held to it', async () => {
  sandbox = await startSandbox({ shards: 3, maxConcurrency: 2, timing: { identifyMs: 400 } });
  const { token, port } = sandbox;
  const answer = (shard: number): Promise<unknown> => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/gateway?v=10&encoding=json`);
    return new Promise((resolve) =>
      socket.on('message', (data: Buffer) => {
        const { op, t, d } = JSON.parse(data.toString());
        if (op === 10)
          socket.send(JSON.stringify({ op: 2, d: { token, intents: 0, properties: {}, shard: [shard, 3] } }));
        else resolve(op === 9 ? { invalid: d } : t);
      }),
    );
  };
  expect(await answer(0)).toBe('READY');
  expect(await answer(2)).toEqual({ invalid: false });
  expect(await answer(1)).toBe('READY');
  await wait(450);
  expect(await answer(2)).toBe('READY');
});

test('a wrong token is refused at login', async () => {
  sandbox = await startSandbox();
  const client = createClient(sandbox);
  await expect(client.login('wrong.token.here')).rejects.toThrow('An invalid token was provided.');
});

test.each(['//[', '/gateway?encoding=etf', '/gateway%', '/\\\\[::', '//', '/nowhere', '///[/gateway'])(
  'a page that opens %s is turned away, and the local Discord goes on',
  async (path) => {
    sandbox = await startSandbox();
    const request = [
      `GET ${path} HTTP/1.1`,
      `Host: 127.0.0.1:${sandbox.port}`,
      'Connection: Upgrade',
      'Upgrade: websocket',
      'Sec-WebSocket-Version: 13',
      'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==',
    ];
    const socket = connect(sandbox.port, '127.0.0.1').on('error', () => undefined);
    socket.end(`${request.join('\r\n')}\r\n\r\n`);
    const said = await text(socket);
    expect(said).not.toContain('101 Switching Protocols');
    expect((await fetch(sandbox.url)).status).toBeLessThan(500);
  },
);

test('the gateway closes with 4004 for a wrong token, 4013 for unknown and 4014 for disallowed intents', async () => {
  sandbox = await startSandbox();
  expect(await closeCodeAfter([identify('wrong', 1)])).toBe(4004);
  expect(await closeCodeAfter([identify(sandbox.token, 1 << 30)])).toBe(4013);
  expect(await closeCodeAfter([identify(sandbox.token, GatewayIntentBits.MessageContent)])).toBe(4014);
});

test('the gateway closes with the code of the broken rule', async () => {
  sandbox = await startSandbox();
  expect(await closeCodeAfter(['not json'])).toBe(4002);
  expect(await closeCodeAfter(['{"op":99,"d":null}'])).toBe(4001);
  expect(await closeCodeAfter(['{"op":3,"d":{}}'])).toBe(4003);
  const twice = identify(sandbox.token, 1);
  expect(await closeCodeAfter([twice, twice])).toBe(4005);
  expect(await closeCodeAfter(Array.from({ length: 121 }, () => '{"op":1,"d":null}'))).toBe(4008);
});

test('a disallowed intent stops the client with one error', async () => {
  sandbox = await startSandbox();
  const client = createClient(sandbox, { intents: [...PLAIN_INTENTS, GatewayIntentBits.MessageContent] });
  await expect(client.login(sandbox.token)).rejects.toThrow('Used disallowed intents');
});

test('after a dropped connection the client resumes and is given what it missed', async () => {
  bot = await connectBot();
  const { client } = bot;
  const contents = collectMessages(client);
  const resumed = new Promise<number>((resolve) =>
    client.once(Events.ShardResume, (_, replayed) => resolve(replayed)),
  );
  bot.sandbox.faults.dropGateway();
  bot.sandbox.as('mira').say('harbour/general', '@bot one');
  bot.sandbox.as('mira').say('harbour/general', '@bot two');
  await resumed;
  const mention = `<@${client.user.id}>`;
  await expect.poll(() => contents).toEqual([`${mention} one`, `${mention} two`]);
  expect(bot.sandbox.requests().filter(({ path }) => path === '/gateway/bot')).toHaveLength(1);
});

test('a client that is asked to reconnect resumes its session', async () => {
  bot = await connectBot();
  const { client } = bot;
  const resumed = new Promise((resolve) => client.once(Events.ShardResume, resolve));
  bot.sandbox.faults.askToReconnect();
  await resumed;
  expect(client.ws.status).toBe(Status.Ready);
});

test('a session that is no longer known cannot be resumed', async () => {
  sandbox = await startSandbox();
  const socket = new WebSocket(`ws://127.0.0.1:${sandbox.port}/gateway?v=10&encoding=json`);
  const answered = new Promise<string>((resolve) => {
    socket.once('message', () => {
      socket.once('message', (data) => resolve(Buffer.isBuffer(data) ? data.toString() : ''));
      socket.send(JSON.stringify({ op: 6, d: { token: sandbox?.token, session_id: 'gone', seq: 3 } }));
    });
  });
  expect(JSON.parse(await answered)).toEqual({ op: 9, d: false, s: null, t: null });
  socket.terminate();
});

test('an invalidated session tells every connection so', async () => {
  bot = await connectBot();
  const left = new Promise((resolve) => bot?.client.once(Events.ShardReconnecting, resolve));
  bot.sandbox.faults.invalidateSessions(false);
  await left;
});

test('a bot that is added to a server or removed from it is told', async () => {
  bot = await connectBot({
    world: {
      applicationOwner: 'oskar',
      users: [{ key: 'oskar' }],
      guilds: [
        {
          key: 'quay',
          name: 'The Quay',
          owner: 'oskar',
          members: [],
          channels: [{ name: 'talk' }],
          hasBot: false,
        },
      ],
    },
  });
  const { client } = bot;
  expect(client.guilds.cache.size).toBe(0);
  const added = new Promise<string>((resolve) =>
    client.once(Events.GuildCreate, (guild) => resolve(guild.name)),
  );
  bot.sandbox.addBot('quay');
  expect(await added).toBe('The Quay');
  const removed = new Promise<string>((resolve) =>
    client.once(Events.GuildDelete, (guild) => resolve(guild.name)),
  );
  bot.sandbox.removeBot('quay');
  expect(await removed).toBe('The Quay');
});

test('a token that is rejected later is refused by REST and when the gateway is resumed', async () => {
  bot = await connectBot();
  const { client } = bot;
  const closed = new Promise<number>((resolve) =>
    client.once(Events.ShardDisconnect, ({ code }) => resolve(code)),
  );
  bot.sandbox.faults.rejectToken();
  await expect(client.rest.get('/users/@me')).rejects.toMatchObject({ status: 401 });
  bot.sandbox.faults.dropGateway();
  expect(await closed).toBe(4004);
});

test('heartbeats are acknowledged, so that the connection stays', async () => {
  bot = await connectBot({ timing: { heartbeatMs: 40 } });
  await expect.poll(() => bot?.client.ws.ping).toBeGreaterThanOrEqual(0);
  let reconnects = 0;
  bot.client.on(Events.ShardReconnecting, () => {
    reconnects += 1;
  });
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(reconnects).toBe(0);
});
