import { request } from 'node:http';
import { Events } from 'discord.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ConnectedBot, connectBot } from './connect-bot.js';

let bot: ConnectedBot;

beforeAll(async () => {
  bot = await connectBot();
  await bot.client.application.commands.set([
    {
      name: 'ask',
      description: 'Asks',
      options: [{ name: 'question', description: 'What', type: 3, required: true }],
    },
    { name: 'reload', description: 'Reads again', defaultMemberPermissions: 32n },
    { name: 'Ask about this', type: 3 },
  ]);
  bot.client.on(Events.InteractionCreate, async (interaction) => {
    if (interaction.isChatInputCommand()) await interaction.reply({ content: 'Only for you.', flags: 64 });
  });
});
afterAll(() => bot.stop());

function act(action: object, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${bot.sandbox.url}/sandbox/do`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(action),
  });
}

/** The status of a GET with headers that fetch does not let one set. */
function statusWith(path: string, headers: Record<string, string>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const asked = request(`${bot.sandbox.url}${path}`, { headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    asked.on('error', reject);
    asked.end();
  });
}

test('the page and its files are served under a policy that lets nothing else run', async () => {
  for (const [path, type] of [
    ['/', 'text/html; charset=utf-8'],
    ['/main.js', 'text/javascript; charset=utf-8'],
    ['/index.css', 'text/css; charset=utf-8'],
    ['/icon.svg', 'image/svg+xml'],
  ]) {
    const response = await fetch(`${bot.sandbox.url}${path}`);
    expect([path, response.status, response.headers.get('content-type')]).toEqual([path, 200, type]);
    expect(response.headers.get('content-security-policy')).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; " +
        "form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types lit-html",
    );
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  }
});

test('the page’s markup has no script, style or handler of its own', async () => {
  const html = await (await fetch(bot.sandbox.url)).text();
  expect(html).not.toMatch(/<style|style=|\son\w+=|<script(?![^>]*src=)/);
});

test('no file outside the page’s folder is served', async () => {
  for (const path of [
    '/../sandbox.ts',
    '/%2e%2e%2fsandbox.ts',
    '/sandbox.ts',
    '/package.json',
    '/nothing.js',
  ]) {
    expect([path, await statusWith(path, {})]).toEqual([path, 404]);
  }
});

test('requests under another name or from another site are refused, for the page and the API', async () => {
  const { port } = bot.sandbox;
  for (const path of ['/', '/sandbox/world', '/api/v10/gateway']) {
    expect(await statusWith(path, { host: 'rebound.example' })).toBe(403);
    expect(await statusWith(path, { host: `127.0.0.1.rebound.example:${port}` })).toBe(403);
    expect(await statusWith(path, { origin: 'https://elsewhere.example' })).toBe(403);
    expect(await statusWith(path, { host: `localhost:${port}`, origin: `http://localhost:${port}` })).toBe(
      200,
    );
  }
});

test('an action that is not JSON is refused, so that no form of another site can act', async () => {
  expect((await act({ do: 'say' }, { 'content-type': 'text/plain' })).status).toBe(400);
});

test('commands are offered by what the person may use', async () => {
  const offered = async (as: string) => {
    const response = await fetch(`${bot.sandbox.url}/sandbox/commands?channel=harbour/general&as=${as}`);
    const { chat, message } = (await response.json()) as Record<'chat' | 'message', { name: string }[]>;
    return [...chat, ...message].map(({ name }) => name);
  };
  expect(await offered('mira')).toEqual(['ask', 'Ask about this']);
  expect(await offered('ines')).toEqual(['ask', 'reload', 'Ask about this']);
});

test('a command run from the page is acknowledged, and its refusals are sentences', async () => {
  const run = { do: 'run', as: 'mira', channel: 'harbour/general', name: 'ask' };
  expect(await (await act({ ...run, options: { question: 'When?' } })).json()).toMatchObject({
    acknowledgement: { kind: 'reply', message: { content: 'Only for you.' } },
  });
  expect(await (await act({ ...run, options: {} })).json()).toMatchObject({
    acknowledgement: { kind: 'refused', reason: 'The option "question" is required.' },
  });
  expect(await (await act({ ...run, channel: 'nowhere', options: {} })).json()).toMatchObject({
    error: expect.stringContaining(
      'There is no channel "nowhere" in the local Discord; there are: harbour/general',
    ),
  });
});

test('events come to those who may see them', async () => {
  const stop = new AbortController();
  const open = async (as: string) => {
    const { body } = await fetch(`${bot.sandbox.url}/sandbox/events?as=${as}`, { signal: stop.signal });
    let text = '';
    const read = async () => {
      for await (const piece of body?.pipeThrough(new TextDecoderStream()) ?? []) text += piece;
    };
    read().catch(() => {});
    return () => text;
  };
  const [mira, tomas] = [await open('mira'), await open('tomas')];
  await act({
    do: 'run',
    as: 'mira',
    channel: 'harbour/general',
    name: 'ask',
    options: { question: 'secret?' },
  });
  await act({ do: 'say', as: 'mira', channel: 'harbour/general', content: 'For all' });
  await act({ do: 'say', as: 'mira', channel: 'library/general', content: 'In the reading room' });
  await expect.poll(mira).toContain('In the reading room');
  expect(mira()).toContain('Only for you.');
  await expect.poll(tomas).toContain('For all');
  expect(tomas()).not.toMatch(/Only for you|reading room/);
  stop.abort();
});

test('only the one who opened a modal submits it', async () => {
  expect(
    await (await act({ do: 'submit', as: 'tomas', interactionId: '1', values: {} })).json(),
  ).toMatchObject({
    acknowledgement: { kind: 'refused', reason: 'This modal is not open any more.' },
  });
});

test('a payload is shown with the requests that made it, and only to those who see the message', async () => {
  const run = { do: 'run', as: 'mira', channel: 'harbour/general', name: 'ask', options: { question: 'x?' } };
  const { acknowledgement } = (await (await act(run)).json()) as {
    acknowledgement: { message: { id: string } };
  };
  const read = (as: string) =>
    fetch(`${bot.sandbox.url}/sandbox/payload?message=${acknowledgement.message.id}&as=${as}`);
  expect(await (await read('mira')).json()).toMatchObject({
    message: { id: acknowledgement.message.id, content: 'Only for you.' },
    requests: [{ method: 'POST', status: 204, breaches: [] }],
  });
  expect((await read('tomas')).status).toBe(404);
});

test('a citation that is none is refused in a sentence', async () => {
  const response = await fetch(`${bot.sandbox.url}/sandbox/locate`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ source: 'Pier', paragraph: 1 }),
  });
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ error: expect.stringContaining('This is no citation') });
});
