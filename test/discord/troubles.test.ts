import type { Sandbox } from 'local-discord';
import { afterEach, describe, expect, it } from 'vitest';
import { defineCommand } from '../../src/answer/define-command.js';
import { unescapeMarkup } from '../../src/discord/render/markup.js';
import { createSettingsBook } from '../../src/server/settings-book.js';
import { ALONE, labelsIn, saidAlone, saying, shownBy } from './read-message.js';
import { DEFAULTS, type RunningBot, type RunningBotOptions, runBot } from './running-bot.js';
import { ask, createWaiting, fail, list, tidy } from './trial-commands.js';

let running: RunningBot | undefined;
afterEach(async () => {
  await running?.stop();
  running = undefined;
});

async function start(options: RunningBotOptions): Promise<Sandbox> {
  running = await runBot(options);
  return running.sandbox;
}

const GENERAL = 'harbour/general';

describe('a command that fails', () => {
  it('gives the user one sentence and the log the cause', async () => {
    const sandbox = await start({ commands: [fail] });
    const use = sandbox.as('mira').run({ channel: GENERAL, name: 'fail' });
    expect(await use.acknowledged).toEqual({ kind: 'deferred', isEphemeral: false });
    const reply = await use.nextFollowUp();
    expect(reply.flags).toBe(ALONE);
    expect(sandbox.messages(GENERAL, { as: 'tomas' })).toEqual([]);
    expect(shownBy(reply).description).toBe(
      'Something went wrong on my side, and it has been noted; please try again.',
    );
    const line = running?.log.find((text) => text.includes('failed to answer')) ?? '{}';
    expect(JSON.parse(line)).toMatchObject({
      event: 'command',
      command: 'fail',
      error: { type: 'Error', message: 'the shelf is broken', cause: { message: 'a screw is loose' } },
    });
    expect(sandbox.breaches()).toEqual([]);
  });

  it('gives a sentence where a mention was to be answered', async () => {
    const sandbox = await start({ commands: [{ ...fail, name: 'ask', options: ask.options }] });
    const answer = await sandbox.as('mira').say(GENERAL, '@bot why?').answer();
    expect(shownBy(answer).description).toContain('Something went wrong on my side');
  });

  it('is tried again where Discord itself fails for a moment', async () => {
    const sandbox = await start({ commands: [list] });
    sandbox.faults.failRest({ method: 'PATCH', path: /%40original/u, status: 500, times: 2 });
    const reply = await sandbox.as('mira').run({ channel: GENERAL, name: 'list' }).reply();
    expect(shownBy(reply).title).toBe('Lines');
    expect(sandbox.requests().filter(({ status }) => status === 500)).toHaveLength(2);
  });

  it('is logged without its token where Discord goes on failing', async () => {
    const sandbox = await start({ commands: [list] });
    const end = sandbox.faults.failRest({ path: /\/webhooks\//u, status: 500 });
    const use = sandbox.as('mira').run({ channel: GENERAL, name: 'list' });
    await use.acknowledged;
    await expect
      .poll(() => running?.log.some((line) => line.includes('could not tell')), { timeout: 8_000 })
      .toBe(true);
    end();
    const lines = running?.log.filter((line) => /failed to answer|could not tell/u.test(line)) ?? [];
    expect(lines).toHaveLength(2);
    for (const line of lines) {
      expect(line).toMatch(
        /"status":500,"method":"(?:PATCH|DELETE)","path":"[^"]*\/webhooks\/\d+\/…\/messages\/%40original/u,
      );
      expect(line).not.toContain('line 1');
    }
  });
});

describe('choices that come too late', () => {
  it('are no failure, as whoever typed has typed on', async () => {
    const slow = defineCommand({
      name: 'pick',
      description: 'Picks',
      options: { thing: { description: 'The thing', maxLength: 20, complete: () => pickLate() } },
      execute: () => ({ kind: 'notice', title: 'Picked', lines: [] }),
    });
    const pickLate = () => {
      const end = performance.now() + 60;
      while (performance.now() < end);
      return [{ name: 'A thing', value: 'thing' }];
    };
    const sandbox = await start({ commands: [slow], sandbox: { timing: { acknowledgeMs: 30 } } });
    const use = { channel: GENERAL, name: 'pick', focused: 'thing', options: { thing: 't' } };
    expect((await sandbox.as('mira').autocomplete(use).acknowledged).kind).toBe('missed');
    await expect.poll(() => running?.log.join('')).toContain('choices came too late');
    expect(running?.log.filter((line) => /"level":[456]0/u.test(line))).toEqual([]);
    expect(sandbox.breaches()).toMatchObject([{ rule: 'acknowledge-in-time' }]);
    // The end of other tests allows no breach.
    await expect(running?.stop()).rejects.toThrow();
    running = undefined;
  });
});

describe('moderators’ commands', () => {
  it('are open to the role that the settings name, and refused to others when run', async () => {
    const first = await start({ commands: [tidy] });
    const role = first.world.servers
      .find(({ key }) => key === 'library')
      ?.roles.find(({ name }) => name === 'Moderator');
    expect(first.commands()[0]?.default_member_permissions).toBe('32');
    const moderatorRoleId = role?.id ?? '';
    const settings = createSettingsBook(null, { ...DEFAULTS, moderatorRoleId });
    await running?.restart({ moderatorRoleId, settings });
    expect(first.commands()[0]?.default_member_permissions).toBeNull();
    const allowed = first.as('ines').run({ channel: 'library/general', name: 'tidy' });
    expect(shownBy(await allowed.reply()).title).toBe('Tidy');
    expect(
      await first.as('mira').run({ channel: 'library/general', name: 'tidy' }).acknowledged,
    ).toMatchObject(
      saidAlone(
        '/tidy is for moderators: it needs the permission Manage Server, or the role that /settings names for it.',
      ),
    );
  });
});

describe('pages', () => {
  it('are not offered where turning them would read the sources again', async () => {
    const sandbox = await start({ commands: [list] });
    const use = (options: Record<string, string>) =>
      sandbox.as('mira').run({ channel: GENERAL, name: 'list', options }).reply();
    expect(labelsIn(await use({}))).toEqual(['Previous', 'Page 1 of 3', 'Next']);
    const again = await use({ again: 'yes' });
    expect(labelsIn(again)).toEqual([]);
    expect(shownBy(again).foot).toBe(
      'Page 1 of 3. The rest cannot be shown here; narrow it down to see more.',
    );
  });

  it('have five buttons where the options are long, and none where they do not fit', async () => {
    const sandbox = await start({ commands: [list] });
    const use = (again: string) =>
      sandbox.as('mira').run({ channel: GENERAL, name: 'list', options: { again } }).reply();
    const message = await use('“é” & 100% '.repeat(14));
    expect(labelsIn(message)).toEqual(['First', 'Previous', 'Page 1 of 3', 'Next', 'Last']);
    const last = await sandbox.as('mira').press(message.id, 'Last').reply();
    expect(labelsIn(last)[2]).toBe('Page 3 of 3');
    expect(shownBy(last).foot).toBe('Page 3 of 3. Only the person who asked can turn the pages.');
    expect(labelsIn(await use('w'.repeat(900)))).toEqual([]);
    expect(sandbox.breaches()).toEqual([]);
  });

  it('are turned in a private reply too', async () => {
    const sandbox = await start({ commands: [{ ...list, isPrivate: true }] });
    const message = await sandbox.as('mira').run({ channel: GENERAL, name: 'list' }).reply();
    const next = await sandbox.as('mira').press(message.id, 'Next').reply();
    expect(labelsIn(next)).toEqual(['Previous', 'Page 2 of 3', 'Next']);
    expect(sandbox.messages(GENERAL, { as: 'tomas' })).toEqual([]);
  });

  it('say so when their command is gone', async () => {
    const sandbox = await start({ commands: [list] });
    const message = await sandbox.as('mira').run({ channel: GENERAL, name: 'list' }).reply();
    await running?.restart({ commands: [fail] });
    expect(await sandbox.as('mira').press(message.id, 'Next').acknowledged).toMatchObject(
      saidAlone('/list is not a command of this version of the bot; restart Discord to see those it has.'),
    );
  });

  it('stay as they are when the command fails or refuses now', async () => {
    const sandbox = await start({ commands: [list] });
    const message = await sandbox.as('mira').run({ channel: GENERAL, name: 'list' }).reply();
    await running?.restart({ commands: [{ ...list, execute: fail.execute }] });
    const failed = sandbox.as('mira').press(message.id, 'Next');
    expect(shownBy(await failed.nextFollowUp()).description).toContain('Something went wrong');
    const reason = 'There is no source “x”.';
    const refuse = async () => ({ kind: 'refused' as const, reason });
    await running?.restart({ commands: [{ ...list, execute: refuse }] });
    const refused = sandbox.as('mira').press(message.id, 'Next');
    expect(await refused.nextFollowUp()).toMatchObject({ flags: ALONE, ...saying(reason) });
    const [seen] = sandbox.messages(GENERAL, { as: 'tomas' });
    expect(labelsIn(seen?.message ?? message)).toEqual(['Previous', 'Page 1 of 3', 'Next']);
  });
});

describe('a follow-up', () => {
  it('knows the question, the first excerpt and the article of the message it replies to', async () => {
    const sandbox = await start({ commands: [ask] });
    const first = await sandbox.as('mira').say(GENERAL, '@bot When does <it> close?').answer();
    expect(shownBy(first).description?.split('\n')[0]).toBe('null');
    await running?.restart({ commands: [ask] });
    const second = await sandbox.as('tomas').say(GENERAL, 'and why?', { replyTo: first.id }).answer();
    expect(shownBy(second).title).toBe('and why?');
    expect(JSON.parse(unescapeMarkup(shownBy(second).description?.split('\n')[0] ?? ''))).toEqual({
      question: 'When does <it> close?',
      source: 'news/pier',
      excerpt: 'The long pier at Velmouth will close for repairs on Monday.',
    });
  });

  it('has names instead of mentions, and the beginning of a long message where a menu asks', async () => {
    const sandbox = await start({ commands: [ask] });
    const tomas = sandbox.as('tomas').userId;
    const answer = await sandbox.as('mira').say(GENERAL, `@bot is <@${tomas}> right?`).answer();
    expect(shownBy(answer).title).toBe('is tomas right?');
    const { message } = sandbox
      .as('tomas')
      .say(GENERAL, 'The pier will close on Monday, and for nine years.');
    const use = sandbox.as('mira').useOnMessage(GENERAL, 'Ask the articles about this', message.id);
    expect(shownBy(await use.reply()).title).toBe('The pier will close on Monday,');
  });
});

describe('leaving', () => {
  it('finishes what is under way and turns away what comes in', async () => {
    const { wait, begun, letGo } = createWaiting();
    const sandbox = await start({ commands: [wait, list] });
    const use = sandbox.as('mira').run({ channel: GENERAL, name: 'wait' });
    await begun;
    const stopped = running?.bot.stop();
    expect(await sandbox.as('tomas').run({ channel: GENERAL, name: 'list' }).acknowledged).toMatchObject(
      saidAlone('I am being restarted; please try again in a minute.'),
    );
    letGo();
    await stopped;
    expect(shownBy(await use.reply()).title).toBe('Done waiting');
    expect(running?.log.some((line) => line.includes('reconnecting'))).toBe(false);
  });
});

describe('a slow command', () => {
  it('is acknowledged before the deadline', async () => {
    const { wait, begun, letGo } = createWaiting();
    const sandbox = await start({ commands: [wait], sandbox: { timing: { acknowledgeMs: 500 } } });
    const use = sandbox.as('mira').run({ channel: GENERAL, name: 'wait' });
    expect(await use.acknowledged).toEqual({ kind: 'deferred', isEphemeral: false });
    await begun;
    await new Promise((resolve) => setTimeout(resolve, 600));
    letGo();
    expect(shownBy(await use.reply()).title).toBe('Done waiting');
  });
});
