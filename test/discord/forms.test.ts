import { once } from 'node:events';
import { createServer } from 'node:http';
import type { APIMessage } from 'discord.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unescapeMarkup } from '../../src/discord/render/markup.js';
import { downloadFile, MOST_BYTES } from '../../src/discord/respond/download-file.js';
import { inEnglish } from '../in-english.js';
import { hand, refuse } from './form-commands.js';
import { ALONE, saidAlone, saying, shownBy } from './read-message.js';
import { type RunningBot, runBot } from './running-bot.js';

const GENERAL = 'harbour/general';
let running: RunningBot;
beforeAll(async () => {
  running = await runBot({ commands: [hand, refuse] });
});
afterAll(() => running.stop());

function openForm(options: Record<string, string> = {}) {
  return running.sandbox.as('ines').run({ channel: GENERAL, name: 'hand', options });
}

function textOf(message: APIMessage): string {
  return unescapeMarkup(shownBy(message).description);
}

describe('a command with a form', () => {
  it('opens it with the fields that are offered', async () => {
    const modal = await openForm().modal();
    expect(modal).toEqual({
      custom_id: 'form:hand|',
      title: 'Thank you',
      components: [
        {
          type: 18,
          label: 'In the text',
          component: { type: 4, custom_id: 'name', style: 1, required: true, max_length: 40 },
        },
        {
          type: 18,
          label: 'Share',
          description: 'Shared',
          component: { type: 4, custom_id: 'text', style: 2, required: false, max_length: 4_000 },
        },
        {
          type: 18,
          label: 'Open a cited passage',
          component: { type: 19, custom_id: 'file', required: false, min_values: 0, max_values: 1 },
        },
      ],
    });
  });

  it('runs with what was filled in, its file byte for byte, and replies for its user alone', async () => {
    const { sandbox } = running;
    const opened = openForm({ note: 'a & b=c' });
    await opened.modal();
    const sent = sandbox.as('ines').submit(opened, {
      name: 'Ada ',
      text: 'two\nlines',
      file: [{ name: 'mill.txt', content: new Uint8Array([0, 255, 13, 10]) }],
    });
    expect(await sent.acknowledged).toEqual({ kind: 'deferred', isEphemeral: true });
    const reply = await sent.reply();
    expect(shownBy(reply).title).toBe('Handed in');
    expect(textOf(reply)).toBe(
      '{"note":"a & b=c","texts":{"name":"Ada ","text":"two\\nlines"}}\nmill.txt: 00ff0d0a',
    );
  });

  it('has nothing of a field that was left blank', async () => {
    const opened = openForm();
    await opened.modal();
    const sent = running.sandbox.as('ines').submit(opened, { name: 'Ada', text: ' \n ' });
    expect(textOf(await sent.reply())).toBe('{"texts":{"name":"Ada"}}');
  });

  it('runs after a restart between the opening and the sending', async () => {
    const opened = openForm({ note: 'kept' });
    await opened.modal();
    await running.restart();
    const sent = running.sandbox.as('ines').submit(opened, { name: 'Ada' });
    expect(textOf(await sent.reply())).toBe('{"note":"kept","texts":{"name":"Ada"}}');
  });

  it('is not opened where its options do not fit', async () => {
    expect(await openForm({ note: 'n'.repeat(200) }).acknowledged).toMatchObject(
      saidAlone(
        'The options of this command are too long to go with its form: shorten them and use the command again.',
      ),
    );
  });

  it('says so where the command is gone when it is sent, or is nobody’s but the operator’s by then', async () => {
    const { sandbox } = running;
    const opened = openForm();
    await opened.modal();
    await running.restart({ commands: [{ ...hand, access: 'operators' }] });
    const late = sandbox.as('ines').submit(opened, { name: 'Ada' });
    expect(await late.acknowledged).toMatchObject(
      saidAlone(
        '/hand is for whoever runs this bot: the owner of its application, or a member of the team that owns it.',
      ),
    );
    await running.restart({ commands: [refuse] });
    const gone = sandbox.as('ines').submit(opened, { name: 'Ada' });
    expect(await gone.acknowledged).toMatchObject(
      saidAlone('/hand is not a command of this version of the bot; restart Discord to see those it has.'),
    );
    await running.restart({ commands: [{ ...hand, form: null }] });
    const changed = sandbox.as('ines').submit(opened, { name: 'Ada' });
    expect(await changed.acknowledged).toMatchObject(
      saidAlone('This form is from another version of the bot; use the command again.'),
    );
    await running.restart({ commands: [hand, refuse] });
  });
});

describe('a refusal that only the run of a public command can give', () => {
  it('is seen by its user alone, and nothing is left in the channel', async () => {
    const { sandbox } = running;
    const use = sandbox.as('mira').run({ channel: GENERAL, name: 'refuse' });
    expect(await use.acknowledged).toEqual({ kind: 'deferred', isEphemeral: false });
    const said = await use.nextFollowUp();
    expect(said).toMatchObject({
      flags: ALONE,
      ...saying('The shelf named “x” is not there; see the list.'),
    });
    expect(sandbox.messages(GENERAL, { as: 'tomas' })).toEqual([]);
  });
});

describe('a file', () => {
  const download = async (url: string, origin: string, size = 1) => {
    const had = await downloadFile({ name: 'a.txt', size, url }, [origin]);
    return had.ok ? had.file : inEnglish({ kind: 'refused', reason: had.reason });
  };
  const refused = (reason: string) => ({ kind: 'refused', reason });
  const tooLarge = refused('“a.txt” is too large: a file may have 10 MB at most. Send a smaller one.');
  const notHad = refused('“a.txt” cannot be had from Discord; please send it again.');

  it('is fetched from Discord alone', async () => {
    const { origin } = new URL(running.sandbox.apiUrl);
    const elsewhere = refused(
      '“a.txt” does not come from Discord, so it is not opened; upload it in the form.',
    );
    expect(await download('http://127.0.0.1:1/a.txt', origin)).toEqual(elsewhere);
    expect(await download('file:///etc/hosts', origin)).toEqual(elsewhere);
    expect(await download(`${origin}.example/a.txt`, origin)).toEqual(elsewhere);
    expect(await download('no address', origin)).toEqual(elsewhere);
    expect(await download(`${origin}/attachments/1/2/a.txt`, origin)).toEqual(notHad);
  });

  it('is not fetched where it is too large, whatever it says of its size, nor from where it leads to', async () => {
    const server = createServer(({ url }, response) => {
      if (url === '/moved') response.writeHead(302, { location: '/small' }).end();
      else response.end(url === '/small' ? 'text' : Buffer.alloc(MOST_BYTES + 1));
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
    expect(await download(`${origin}/small`, origin)).toEqual({ name: 'a.txt', bytes: Buffer.from('text') });
    expect(await download(`${origin}/small`, origin, MOST_BYTES + 1)).toEqual(tooLarge);
    expect(await download(`${origin}/large`, origin)).toEqual(tooLarge);
    expect(await download(`${origin}/moved`, origin)).toEqual(notHad);
    server.close();
    server.closeAllConnections();
  });
});
