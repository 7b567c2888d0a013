import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type APIMessage, ComponentType } from 'discord.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { besideIn, excerptsIn, pageLabelsIn, type Shown, saidAlone, shownBy } from './read-message.js';
import { type RunningBot, runBot } from './running-bot.js';

let running: RunningBot;
beforeAll(async () => {
  running = await runBot();
});
afterAll(() => running.stop());

const CHANNEL = 'harbour/general';

function partsOf(message: APIMessage): Shown {
  expect(message.components?.[0]).toMatchObject({ type: ComponentType.Container });
  return shownBy(message);
}

function run(name: string, options: Record<string, string> = {}, channel = CHANNEL, user = 'mira') {
  return running.sandbox.as(user).run({ channel, name, options });
}

describe('commands', () => {
  it.each([
    ['ask', { question: 'How many boats have to move?' }, '40'],
    ['who', { name: 'winter' }, 'harbour master'],
    ['quote', { speaker: 'Ada Winter' }, 'nine years'],
    ['facts', { topic: 'boats' }, '40'],
    ['search', { words: 'pier repairs' }, 'repairs'],
  ])('/%s answers with cited excerpts', async (name, options, words) => {
    const use = run(name, options);
    expect(await use.acknowledged).toEqual({ kind: 'deferred', isEphemeral: false });
    const message = await use.reply();
    const parts = partsOf(message);
    expect(excerptsIn(parts).join('\n')).toContain(words);
    expect(parts.description).toMatch(
      /^-# ¹\u00A0Pier \\\[closes\\\] for repairs, Velmouth Courier, 3 May 2031, paragraph \d$/mu,
    );
    expect(besideIn(message)[0]).toMatch(/^https:\/\/courier\.example\/pier#:~:text=\S+$/u);
  });

  it.each(['sources', 'help', 'timeline'])('/%s answers', async (name) => {
    expect(partsOf(await run(name).reply()).title).not.toBe('');
  });

  it('/ask works in direct messages too', async () => {
    const use = run('ask', { question: 'Who is the harbour master?' }, 'dm/mira');
    expect(excerptsIn(await use.reply()).join('\n')).toContain('Ada Winter');
  });

  it('reply for their user alone where they are private', async () => {
    const use = run('help');
    expect(await use.acknowledged).toEqual({ kind: 'deferred', isEphemeral: true });
    const { id } = await use.reply();
    const seen = running.sandbox.messages(CHANNEL, { as: 'tomas' });
    expect(seen.some(({ message }) => message.id === id)).toBe(false);
  });

  it('complete an option from the articles', async () => {
    const use = running.sandbox
      .as('mira')
      .autocomplete({ channel: CHANNEL, name: 'ask', options: { source: 'pie' }, focused: 'source' });
    expect(await use.choices()).toEqual([{ name: 'Pier [closes] for repairs', value: 'pier' }]);
  });

  it('show a user’s own markup as text', async () => {
    const { title } = partsOf(await run('search', { words: 'pier <@1> @everyone **now**' }).reply());
    expect(title).toBe('pier \\<\\@1\\> \\@everyone \\*\\*now\\*\\*');
  });

  it('show a question as a person reads it', async () => {
    const { title } = partsOf(await run('ask', { question: 'Who is <@1> @everyone **now**?' }).reply());
    expect(title).toBe('Who is now?');
  });
});

describe('pages', () => {
  it('are turned by the person who asked, and stay where nobody else turns them', async () => {
    const { sandbox } = running;
    const message = await run('search', { words: 'keeper lighthouse' }).reply();
    expect(pageLabelsIn(message)).toEqual(['Previous', 'Page 1 of 3', 'Next']);
    expect(partsOf(message).foot).toBe('Page 1 of 3. Only the person who asked can turn the pages.');
    const first = excerptsIn(message);
    const second = await sandbox.as('mira').press(message.id, 'Next').reply();
    expect(second.id).toBe(message.id);
    expect(pageLabelsIn(second)).toEqual(['Previous', 'Page 2 of 3', 'Next']);
    expect(excerptsIn(second).filter((excerpt) => first.includes(excerpt))).toEqual([]);
    const third = await sandbox.as('mira').press(message.id, 'Next').reply();
    expect(pageLabelsIn(third)).toEqual(['Previous', 'Page 3 of 3', 'Next']);
    expect(excerptsIn(third)).toHaveLength(2);

    const stranger = sandbox.as('tomas').press(message.id, 'Previous');
    expect(await stranger.acknowledged).toMatchObject(
      saidAlone('Only the person who asked can turn these pages; use /search to get your own.'),
    );
  });

  it('are turned after a restart', async () => {
    const message = await run('search', { words: 'keeper lighthouse' }).reply();
    await running.restart();
    const next = await running.sandbox.as('mira').press(message.id, 'Next').reply();
    expect(pageLabelsIn(next)).toEqual(['Previous', 'Page 2 of 3', 'Next']);
  });

  it('say on each of them who is quoted where the words themselves do not', async () => {
    const { sandbox, folder } = running;
    const path = join(folder, 'crossing.txt');
    const told = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh'].map(
      (which) =>
        `“We left at dawn on the ${which} day,” Rolf Ager said. “The wind was fair.\n\n“A zephyr boat followed us on the ${which} day.”`,
    );
    writeFileSync(path, told.join('\n\nNobody else was on the water then.\n\n'));
    await run('reload', { which: 'shared' }, CHANNEL, 'oskar').reply();
    const first = await run('search', { words: 'zephyr boat' }).reply();
    const speakersOf = (message: APIMessage): number =>
      partsOf(message).description.split('— Rolf Ager, quoted').length - 1;
    expect([excerptsIn(first).length, speakersOf(first)]).toEqual([5, 5]);
    const second = await sandbox.as('mira').press(first.id, 'Next').reply();
    expect([excerptsIn(second).length, speakersOf(second)]).toEqual([2, 2]);
    rmSync(path);
    await run('reload', { which: 'shared' }, CHANNEL, 'oskar').reply();
  });

  it('begin anew, and say so, when the articles have changed', async () => {
    const { sandbox, folder } = running;
    const message = await run('search', { words: 'keeper lighthouse' }).reply();
    const path = join(folder, 'more.txt');
    writeFileSync(path, 'A keeper of a second lighthouse has been found.');
    await run('reload', { which: 'shared' }, CHANNEL, 'oskar').reply();
    const next = await sandbox.as('mira').press(message.id, 'Next').reply();
    expect(partsOf(next).foot).toBe(
      'The articles were read again since; this is what they say now. Page 1 of 3. Only the person who asked can turn the pages.',
    );
    const after = await sandbox.as('mira').press(message.id, 'Next').reply();
    expect(partsOf(after).foot).toBe('Page 2 of 3. Only the person who asked can turn the pages.');
    rmSync(path);
    await run('reload', { which: 'shared' }, CHANNEL, 'oskar').reply();
  });
});

describe('without a command', () => {
  it('a mention is answered as a reply that pings nobody', async () => {
    const { sandbox } = running;
    const sent = sandbox.as('mira').say(CHANNEL, '@bot how many boats have to move?');
    const answer = await sent.answer();
    expect(answer.message_reference?.message_id).toBe(sent.message.id);
    expect(excerptsIn(answer)[0]).toContain('40 boats');
    expect(partsOf(answer).title).toBe('how many boats have to move?');
    const seen = sandbox.messages(CHANNEL, { as: 'mira' }).find(({ message }) => message.id === answer.id);
    expect(seen?.pinged).toEqual([]);
  });

  it('typing is shown while a mention is worked on', async () => {
    const { sandbox } = running;
    const typing: string[] = [];
    const stop = sandbox.listen((event) => {
      if (event.kind === 'typing' || event.kind === 'message') typing.push(event.kind);
    });
    await sandbox.as('mira').say(CHANNEL, '@bot who is Ada Winter?').answer();
    stop();
    expect(typing).toEqual(['message', 'typing', 'message']);
  });

  it('a direct message needs no mention', async () => {
    const answer = await running.sandbox.as('tomas').say('dm/tomas', 'How many boats have to move?').answer();
    expect(excerptsIn(answer)[0]).toContain('40 boats');
  });

  it('a reply to one of the bot’s messages is a follow-up to its question', async () => {
    const { sandbox } = running;
    const first = await sandbox.as('mira').say(CHANNEL, '@bot how many boats have to move?').answer();
    const follow = await sandbox
      .as('tomas')
      .say(CHANNEL, 'and who is the harbour master?', { replyTo: first.id })
      .answer();
    expect(excerptsIn(follow).join('\n')).toContain('harbour master');
  });

  it('a reply that does not ping the bot, and talk among people, are left alone', async () => {
    const { sandbox } = running;
    const first = await sandbox.as('mira').say(CHANNEL, '@bot who is Ada Winter?').answer();
    const quiet = sandbox.as('tomas').say(CHANNEL, 'thanks', { replyTo: first.id, isPinging: false });
    const talk = sandbox.as('tomas').say(CHANNEL, 'How many boats have to move?');
    expect(await quiet.isUnanswered(150)).toBe(true);
    expect(await talk.isUnanswered(50)).toBe(true);
  });

  it('a mention without a question gets a sentence', async () => {
    const answer = await running.sandbox.as('mira').say(CHANNEL, '@bot').answer();
    expect(partsOf(answer).description).toBe(
      'Write your question in the same message, and I look for the answer in the articles.',
    );
  });

  it('a question that is too long gets a sentence', async () => {
    const answer = await running.sandbox
      .as('mira')
      .say(CHANNEL, `@bot ${'why '.repeat(200)}`)
      .answer();
    expect(partsOf(answer).description).toBe(
      'A question takes 500 characters at most, and this one has 799.',
    );
  });

  it('a message’s menu asks about its text', async () => {
    const { sandbox } = running;
    const { message } = sandbox.as('tomas').say(CHANNEL, 'I heard that 40 boats would have to move.');
    const use = sandbox.as('mira').useOnMessage(CHANNEL, 'Ask the articles about this', message.id);
    const parts = partsOf(await use.reply());
    expect(parts.title).toBe('I heard that 40 boats would have to move.');
    expect(excerptsIn(parts)[0]).toContain('40 boats');
  });
});

describe('moderators', () => {
  it('read the sources again, with what failed and why', async () => {
    const { folder } = running;
    writeFileSync(join(folder, 'new.txt'), 'A ferry will run from June.');
    writeFileSync(join(folder, 'bad.md'), '---\npublished: 2024-13-01\n---\nText.');
    const parts = partsOf(await run('reload', { which: 'shared' }, CHANNEL, 'oskar').reply());
    expect(parts.description).toContain('**Added** new');
    expect(parts.description).toContain('bad.md');
    const found = partsOf(await run('search', { words: 'ferry' }).reply());
    expect(excerptsIn(found)).toEqual(['A **ferry** will run from June.'.replaceAll('*', '')]);
    rmSync(join(folder, 'new.txt'));
    rmSync(join(folder, 'bad.md'));
    expect(partsOf(await run('reload', { which: 'shared' }, CHANNEL, 'oskar').reply()).description).toContain(
      '**Removed** new',
    );
  });

  it('are the only ones in a server who are offered /reload', async () => {
    expect(await run('reload').acknowledged).toMatchObject({ kind: 'refused' });
    // In direct messages, where the operator may use it, everybody sees it.
    expect(await run('reload', {}, 'dm/mira').acknowledged).toMatchObject(
      saidAlone(
        '/reload works only in a server that I am in, as it is about what that server has of its own.',
      ),
    );
  });
});

describe('the connection', () => {
  it('is resumed after a drop, and what was asked meanwhile is answered', async () => {
    const { sandbox } = running;
    sandbox.faults.dropGateway();
    const answer = await sandbox.as('mira').say(CHANNEL, '@bot who is Ada Winter?').answer();
    expect(excerptsIn(answer).join('\n')).toContain('Ada Winter');
    expect(running.log.some((line) => line.includes('connection resumed'))).toBe(true);
  });

  it('is taken up again when Discord asks for that', async () => {
    const { sandbox } = running;
    sandbox.faults.askToReconnect();
    const use = run('who', { name: 'Ada Winter' }, 'dm/tomas', 'tomas');
    expect(excerptsIn(await use.reply()).join('\n')).toContain('Ada Winter');
  });

  it('is logged without tokens or what people wrote', () => {
    const text = running.log.join('');
    expect(text).toContain('"msg":"answered"');
    expect(text).not.toContain(running.sandbox.token);
    expect(text).not.toContain('boats');
  });
});
