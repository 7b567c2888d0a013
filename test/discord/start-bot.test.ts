import { once } from 'node:events';
import { createServer as createWebServer } from 'node:http';
import { createServer } from 'node:net';
import { type Sandbox, type SandboxOptions, startSandbox } from 'local-discord';
import { afterEach, describe, expect, it } from 'vitest';
import { defineCommand } from '../../src/answer/define-command.js';
import { type BotOptions, type BotStart, startBot } from '../../src/discord/start-bot.js';
import { createSettingsBook } from '../../src/server/settings-book.js';
import { captureLog, DEFAULTS } from './running-bot.js';
import { ask, list, tidy } from './trial-commands.js';

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end();
});

const { log, logger } = captureLog();

async function open(options: SandboxOptions = {}): Promise<Sandbox> {
  const sandbox = await startSandbox(options);
  ends.push(() => sandbox.close());
  return sandbox;
}

async function start(sandbox: Sandbox, changes: Partial<BotOptions> = {}): Promise<BotStart> {
  const started = await startBot({
    token: sandbox.token,
    apiUrl: sandbox.apiUrl,
    guildId: null,
    moderatorRoleId: null,
    settings: createSettingsBook(null, DEFAULTS),
    commands: [ask, list, tidy],
    contextAt: () => Promise.reject(new Error('no command runs here')),
    logger,
    ...changes,
  });
  if (started.ok) ends.push(() => started.bot.stop());
  return started;
}

function countPuts(sandbox: Sandbox): number {
  return sandbox.requests().filter(({ method }) => method === 'PUT').length;
}

function guildOf(sandbox: Sandbox): string {
  return sandbox.world.server('harbour').id;
}

describe('registration', () => {
  it('sends the commands once, and again only when they differ', async () => {
    const sandbox = await open();
    await start(sandbox);
    expect(sandbox.commands().map(({ name }) => name)).toEqual([
      'ask',
      'list',
      'tidy',
      'Ask the articles about this',
    ]);
    expect(sandbox.commands()[0]).toMatchObject({ contexts: [0, 1, 2], integration_types: [0, 1] });
    expect(sandbox.commands()[2]).toMatchObject({ contexts: [0], default_member_permissions: '32' });
    await start(sandbox);
    await start(sandbox, { commands: [tidy, list, ask] });
    expect(countPuts(sandbox)).toBe(1);
    await start(sandbox, { commands: [ask, { ...list, description: 'Lists more lines' }] });
    expect(countPuts(sandbox)).toBe(2);
    expect(sandbox.commands()).toHaveLength(3);
    expect(sandbox.breaches()).toEqual([]);
  });

  it('is in one server alone where one is named, and clears no other scope', async () => {
    const sandbox = await open();
    await start(sandbox, { commands: [list] });
    const guildId = guildOf(sandbox);
    await start(sandbox, { guildId });
    await start(sandbox, { guildId });
    expect(countPuts(sandbox)).toBe(2);
    expect(sandbox.commands().map(({ name }) => name)).toEqual(['list']);
    expect(sandbox.commands('harbour')).toHaveLength(4);
    expect(sandbox.commands('library')).toEqual([]);
    expect(log.some((line) => line.includes('"commands":["list"]') && line.includes('show twice'))).toBe(
      true,
    );
    expect(sandbox.breaches()).toEqual([]);
  });

  it('has groups, every kind of option, and a private reply for whatever is not private anyway', async () => {
    const sandbox = await open();
    const shelf = defineCommand({
      name: 'shelf set',
      description: 'Sets a shelf',
      options: {
        open: { kind: 'boolean', description: 'Whether it is open' },
        height: { kind: 'integer', description: 'Its height', least: 0, most: 300, isRequired: true },
        keeper: { kind: 'role', description: 'Who looks after it' },
        room: { kind: 'channel', description: 'Where it stands' },
      },
      access: 'moderators',
      execute: () => ({ kind: 'notice', title: 'Set', lines: [] }),
    });
    const tidyShelf = { ...tidy, name: 'shelf tidy' };
    const hidden = { ...list, name: 'shelf list', isOffered: false };
    await start(sandbox, { commands: [shelf, hidden, list, tidyShelf] });
    const [group, alone] = sandbox.commands();
    expect(group).toMatchObject({
      name: 'shelf',
      description: 'set, tidy',
      default_member_permissions: '32',
      contexts: [0],
      integration_types: [0],
      options: [
        {
          type: 1,
          name: 'set',
          options: [
            { type: 4, name: 'height', required: true, min_value: 0, max_value: 300 },
            { type: 5, name: 'open' },
            { type: 8, name: 'keeper' },
            { type: 7, name: 'room', channel_types: [0, 5, 15, 2] },
            { type: 5, name: 'private' },
          ],
        },
        { type: 1, name: 'tidy', options: [] },
      ],
    });
    expect(alone).toMatchObject({ name: 'list', contexts: [0, 1, 2], integration_types: [0, 1] });
    await start(sandbox, { commands: [list, tidyShelf, shelf] });
    expect(countPuts(sandbox)).toBe(2);
    await start(sandbox, { commands: [list, shelf, tidyShelf] });
    expect(countPuts(sandbox)).toBe(3);
    await start(sandbox, { commands: [list, shelf, tidyShelf] });
    expect(countPuts(sandbox)).toBe(3);
    await start(sandbox, { commands: [list, shelf, { ...list, name: 'shelf list' }] });
    expect(sandbox.commands().find(({ name }) => name === 'shelf')).toMatchObject({
      default_member_permissions: null,
      contexts: [0, 1, 2],
    });
    expect(sandbox.breaches()).toEqual([]);
  });

  it('goes through where the server cannot list commands', async () => {
    const sandbox = await open({ isListingCommands: false });
    expect(await start(sandbox)).toMatchObject({ ok: true, bot: { name: 'Footnote' } });
    expect(sandbox.commands()).toHaveLength(4);
  });
});

describe('what an operator can mend', () => {
  it('a wrong token', async () => {
    const sandbox = await open();
    const reason =
      'Discord does not accept DISCORD_TOKEN: in the developer portal, under your application’s Bot page, press Reset Token and put the new token into .env.';
    expect(await start(sandbox, { token: 'wrong' })).toEqual({ ok: false, reason });
    expect(await start(sandbox, { token: '' })).toEqual({ ok: false, reason });
  });

  it('an intent that is not switched on', async () => {
    const sandbox = await open();
    expect(await start(sandbox, { isReadingMessages: true })).toEqual({
      ok: false,
      reason:
        'Discord refuses an intent that the bot asks for: in the developer portal, under your application’s Bot page, switch on Message Content under Privileged Gateway Intents, or set MESSAGE_CONTENT=off.',
    });
  });

  it('a server that the bot is not in', async () => {
    const sandbox = await open();
    sandbox.removeBot('library');
    const { id } = sandbox.world.server('library');
    const reason = `The bot may not register commands in the server ${id} (DISCORD_GUILD_ID): invite it there with the scopes bot and applications.commands, or correct the id.`;
    expect(await start(sandbox, { guildId: id })).toEqual({ ok: false, reason });
    expect(await start(sandbox, { guildId: '123456789012345678' })).toMatchObject({ ok: false });
  });

  it('an address where nothing answers', async () => {
    const sandbox = await open();
    const closed = createServer().listen(0, '127.0.0.1');
    await once(closed, 'listening');
    const address = closed.address();
    await new Promise((resolve) => closed.close(resolve));
    const port = typeof address === 'object' ? address?.port : 0;
    const apiUrl = `http://127.0.0.1:${port}/api`;
    expect(await start(sandbox, { apiUrl })).toEqual({
      ok: false,
      reason: `There is no reaching the server at ${apiUrl} (DISCORD_API_URL) (ECONNREFUSED): check the address and that it runs, then start again.`,
    });
  });

  it('an address that is no such server', async () => {
    const sandbox = await open();
    const apiUrl = `${sandbox.url}/elsewhere`;
    expect(await start(sandbox, { apiUrl })).toMatchObject({
      ok: false,
      reason: expect.stringMatching(/answered 404 .*: check that the address ends in \/api\.$/u),
    });
  });

  it('an address where a web page answers', async () => {
    const sandbox = await open();
    const site = createWebServer((_request, response) => {
      response.setHeader('Content-Type', 'text/html').end('<h1>Hello</h1>');
    }).listen(0, '127.0.0.1');
    ends.push(async () => void (await new Promise((resolve) => site.close(resolve))));
    await once(site, 'listening');
    const address = site.address();
    const apiUrl = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
    expect(await start(sandbox, { apiUrl })).toEqual({
      ok: false,
      reason: `There is something else than Discord’s API at ${apiUrl}: check that DISCORD_API_URL ends in /api.`,
    });
  });

  it('a token that is reset while the bot runs', async () => {
    const sandbox = await open();
    const started = await start(sandbox);
    sandbox.faults.rejectToken();
    sandbox.faults.dropGateway();
    expect(started.ok && (await started.bot.lost)).toContain('Discord does not accept DISCORD_TOKEN');
  });
});

describe('a connected bot', () => {
  it('asks for nothing that is privileged and leaves at once where nothing is under way', async () => {
    const sandbox = await open();
    const started = await start(sandbox);
    if (!started.ok) throw new Error(started.reason);
    const before = performance.now();
    await started.bot.stop();
    await started.bot.stop();
    expect(performance.now() - before).toBeLessThan(1_000);
  });
});
