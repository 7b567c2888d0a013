import type { APIMessage } from 'discord.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createGapList } from '../../src/server/create-gap-list.js';
import { labelsIn, shownBy } from './read-message.js';
import { type KeepingBot, runKeepingBot } from './running-bot.js';

const GENERAL = 'harbour/general';
let running: KeepingBot;
beforeAll(async () => {
  running = await runKeepingBot();
});
afterAll(() => running.stop());

function ask(question: string, user = 'mira', channel = GENERAL): Promise<APIMessage> {
  return running.sandbox.as(user).run({ channel, name: 'ask', options: { question } }).reply();
}

async function listGaps(channel = GENERAL): Promise<APIMessage> {
  return running.sandbox.as('ines').run({ channel, name: 'gaps' }).reply();
}

function press({ id }: APIMessage, label: string, user: string): Promise<APIMessage> {
  return running.sandbox.as(user).press(id, label).reply();
}

const today = new Date().toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
const KEPT =
  'Questions that got no answer, or whose answer a reader called wrong, stay here for 90 days. Who asked is not kept.';

describe('/gaps', () => {
  it('is empty at first, private, and for moderators', async () => {
    const use = running.sandbox.as('ines').run({ channel: GENERAL, name: 'gaps' });
    expect(await use.acknowledged).toEqual({ kind: 'deferred', isEphemeral: true });
    expect(shownBy(await use.reply())).toMatchObject({
      title: 'No questions without an answer',
      description: `The articles had an answer to every question so far.\n${KEPT}`,
    });
    expect(
      await running.sandbox.as('mira').run({ channel: GENERAL, name: 'gaps' }).acknowledged,
    ).toMatchObject({
      kind: 'refused',
    });
  });

  it('lists what the articles did not answer, alike questions together, without who asked', async () => {
    const { sandbox } = running;
    await ask('Where is the zoo of Quennock?');
    await sandbox.as('tomas').say(GENERAL, '@bot where is the Quennock zoo').answer();
    await ask('Who won the regatta xylophone?');
    const wrong = await ask('How many boats have to move?');
    expect(shownBy(await press(wrong, 'Wrong passage', 'tomas'))).toMatchObject({
      title: 'Thank you',
      description:
        'It is noted for the moderators of this server that the excerpt does not answer the question; who pressed is not kept.',
    });
    expect(shownBy(await press(wrong, 'Wrong passage', 'mira')).description).toBe(
      'That was noted before: each answer counts once.',
    );
    const list = await listGaps();
    expect(shownBy(list).title).toBe('3 questions without an answer');
    expect(shownBy(list).description?.split('\n')).toEqual([
      `**1.** **where is the Quennock zoo** 2 times, last on ${today}`,
      `**2.** **How many boats have to move?** once, last on ${today} · 1 “wrong passage”`,
      `**3.** **Who won the regatta xylophone?** once, last on ${today}`,
      KEPT,
    ]);
    const ids = ['mira', 'tomas'].map((user) => sandbox.as(user).userId);
    for (const id of ids) expect(JSON.stringify(list)).not.toContain(id);
  });

  it('is of one server alone, and has nothing of direct messages', async () => {
    await ask('Where is the zoo of Quennock?', 'mira', 'dm/mira');
    expect(shownBy(await listGaps('library/general')).title).toBe('No questions without an answer');
    expect(shownBy(await listGaps()).title).toBe('3 questions without an answer');
  });

  it('takes a question off with its button, after a restart too', async () => {
    const list = await listGaps();
    await running.restart();
    const after = await press(list, '1. Done', 'ines');
    expect(after.id).toBe(list.id);
    expect(shownBy(after).title).toBe('2 questions without an answer');
    expect(labelsIn(after)).toEqual(['1. Done', '2. Done']);
    expect(shownBy(after).description).not.toContain('Quennock');
  });

  it('does not take up a follow-up that says nothing by itself', async () => {
    const { sandbox } = running;
    const first = await sandbox.as('mira').say(GENERAL, '@bot who is Zorblax?').answer();
    const second = sandbox.as('mira').say(GENERAL, 'and when was that?', { replyTo: first.id });
    expect(shownBy(await second.answer()).description).toContain('The articles say nothing about this');
    const list = await listGaps();
    expect(shownBy(list).description).toContain('**who is Zorblax?** once');
    expect(shownBy(list).description).not.toContain('and when was that');
  });

  it('puts a follow-up whose answer was wrong behind what it goes on from', async () => {
    const { sandbox } = running;
    const first = await sandbox.as('mira').say(GENERAL, '@bot who is the harbour master?').answer();
    const follow = sandbox.as('mira').say(GENERAL, 'and when was that?', { replyTo: first.id });
    await press(await follow.answer(), 'Wrong passage', 'mira');
    const alone = sandbox
      .as('mira')
      .say(GENERAL, 'What may the work on the pier cost?', { replyTo: first.id });
    await press(await alone.answer(), 'Wrong passage', 'mira');
    const { description } = shownBy(await listGaps());
    expect(description).toContain('**who is the harbour master? and when was that?** once');
    expect(description).toContain('**What may the work on the pier cost?** once');
  });
});

describe('what is kept of gaps', () => {
  it('stands for the newest of the commonest wording, and goes beyond its most', async () => {
    let at = 0;
    const list = createGapList(running.store, '77', () => {
      at += 1_000;
      return new Date(at);
    });
    for (const [i, question] of [
      'Ferry to Oslo?',
      'ferry to oslo',
      'the ferry, to Oslo',
      'Ferry to Oslo?',
    ].entries()) {
      expect(await list.record(question, i === 1 ? 'wrong' : 'nothing', `m${i}`)).toBe(true);
    }
    expect(await list.record('Ferry to Oslo?', 'wrong', 'm0')).toBe(false);
    const [gap, ...others] = await list.list();
    expect(others).toEqual([]);
    expect(gap).toMatchObject({ question: 'Ferry to Oslo?', count: 4, wrong: 1, lastAt: new Date(4_000) });
    expect(await list.settle(gap?.id ?? 0)).toBe(4);
    expect(await list.settle(gap?.id ?? 0)).toBe(0);
    expect(await list.list()).toEqual([]);
  });

  it('is grouped by the words of its language, also what a version without that has kept', async () => {
    const add = (id: number, question: string): Promise<boolean> =>
      running.store.gaps.add(
        { guildId: '78', question, kind: 'nothing', at: new Date(id * 1_000) },
        `old${id}`,
        100,
      );
    await add(1, 'Wer hat den Hafenpokal 2023 gewonnen?');
    await add(2, 'Кто мэр Сольберга?');
    await add(3, 'Wer hat den Hafenpokal 2024 gewonnen?');
    const list = createGapList(running.store, '78', () => new Date(10_000));
    await list.record('Könnt ihr mir bitte sagen, wer 2023 den Hafenpokal gewonnen hat?', 'nothing', 'new1');
    await list.record('подскажите, кто является мэром Сольберга', 'wrong', 'new2');
    expect((await list.list()).map(({ question, count, wrong }) => ({ question, count, wrong }))).toEqual([
      { question: 'подскажите, кто является мэром Сольберга', count: 2, wrong: 1 },
      {
        question: 'Könnt ihr mir bitte sagen, wer 2023 den Hafenpokal gewonnen hat?',
        count: 2,
        wrong: 0,
      },
      { question: 'Wer hat den Hafenpokal 2024 gewonnen?', count: 1, wrong: 0 },
    ]);
  });
});
