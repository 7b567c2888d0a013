import { type APIMessage, PermissionFlagsBits } from 'discord.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forbid } from './permissions.js';
import { ALONE, excerptsIn, labelsIn, saying, shownBy } from './read-message.js';
import { type RunningBot, runBot } from './running-bot.js';

const GENERAL = 'harbour/general';
let running: RunningBot;
beforeAll(async () => {
  running = await runBot({ sandbox: { privilegedIntents: ['MessageContent'] } });
});
afterAll(() => running.stop());

/** Asks by mention, then goes on by replies; every answer, in order. */
async function converse(channel: string, questions: readonly string[]): Promise<APIMessage[]> {
  const mira = running.sandbox.as('mira');
  const answers: APIMessage[] = [];
  for (const question of questions) {
    const replyTo = answers.at(-1)?.id;
    const sent =
      replyTo === undefined
        ? mira.say(channel, `@bot ${question}`)
        : mira.say(channel, question, { replyTo });
    answers.push(await sent.answer());
  }
  return answers;
}

const QUESTIONS = [
  'who is Ada Winter?',
  'and how many boats have to move?',
  'and what may the work cost?',
  'and when does the pier close?',
];

function privately(description: string): object {
  return { kind: 'reply', message: { flags: ALONE, ...saying(description) } };
}

describe('a long exchange', () => {
  it('is offered a thread under the answer to its third follow-up, in a channel that can have one', async () => {
    const answers = await converse(GENERAL, QUESTIONS);
    const isOffered = (answer: APIMessage): boolean => labelsIn(answer).includes('Continue in a thread');
    expect(answers.map(isOffered)).toEqual([false, false, false, true]);
    expect((await converse('dm/mira', QUESTIONS)).some(isOffered)).toBe(false);
  });

  it('goes on in the thread from the answer that it begins with, by a reply or by a mention', async () => {
    const { sandbox } = running;
    const last = (await converse(GENERAL, QUESTIONS)).at(-1);
    const id = last?.id ?? '';
    await running.restart();
    const press = sandbox.as('tomas').press(id, 'Continue in a thread');
    expect(await press.acknowledged).toEqual({ kind: 'deferred-update' });
    const after = await press.reply();
    expect(labelsIn(after)).not.toContain('Continue in a thread');
    const thread = `${GENERAL}/${id}`;
    const [begun] = sandbox.messages(thread, { as: 'mira' });
    expect(begun?.message.components?.[0]).toMatchObject({
      content:
        'Let us go on here: reply to one of my messages in this thread, or mention me, and a short question like “and when?” is taken to go on from the last answer.',
    });
    expect(excerptsIn(begun?.message)).toEqual(excerptsIn(last));
    expect(labelsIn(begun?.message ?? after)).toContain('More context');
    const mentioned = await sandbox.as('mira').say(thread, '@bot and when?').answer();
    expect(shownBy(mentioned).title).toBe('and when?');
    expect(excerptsIn(mentioned).join()).toContain('will close for repairs on Monday');
    expect(labelsIn(mentioned)).not.toContain('Continue in a thread');
    const replied = await sandbox
      .as('mira')
      .say(thread, 'and who is the harbour master?', { replyTo: begun?.message.id ?? '' })
      .answer();
    expect(excerptsIn(replied).join()).toContain('harbour master');
  });

  it('goes on there without a mention too where the bot reads messages', async () => {
    const { sandbox } = running;
    await running.restart({ isReadingMessages: true });
    const id = (await converse(GENERAL, QUESTIONS)).at(-1)?.id ?? '';
    await sandbox.as('mira').press(id, 'Continue in a thread').reply();
    const thread = `${GENERAL}/${id}`;
    expect(sandbox.messages(thread, { as: 'mira' })[0]?.message.components?.[0]).toMatchObject({
      content:
        'Let us go on here: ask your next question in this thread, and a short one like “and when?” is taken to go on from the last answer.',
    });
    const answer = await sandbox.as('tomas').say(thread, 'and who is the harbour master?').answer();
    expect(excerptsIn(answer).join()).toContain('harbour master');
    expect(await sandbox.as('tomas').say(GENERAL, 'and who is the harbour master?').isUnanswered(150)).toBe(
      true,
    );
    await running.restart({ isReadingMessages: false });
  });

  it('gets one thread, however often and by however many it is asked for', async () => {
    const { sandbox } = running;
    const id = (await converse(GENERAL, QUESTIONS)).at(-1)?.id ?? '';
    const both = ['tomas', 'mira'].map(
      (user) => sandbox.as(user).press(id, 'Continue in a thread').acknowledged,
    );
    const said = await Promise.all(both);
    expect(said.map(({ kind }) => kind).toSorted()).toEqual(['deferred-update', 'reply']);
    expect(said.find(({ kind }) => kind === 'reply')).toMatchObject(
      privately('That is being done already; wait for it to end.'),
    );
  });

  it('is refused a thread by a sentence where the bot, or the presser, may open none by then', async () => {
    const { sandbox } = running;
    const id = (await converse(GENERAL, QUESTIONS)).at(-1)?.id ?? '';
    const allow = forbid(sandbox, 'harbour', PermissionFlagsBits.CreatePublicThreads);
    expect(await sandbox.as('oskar').press(id, 'Continue in a thread').acknowledged).toMatchObject(
      privately(
        'I need the permissions Create Public Threads and Send Messages in Threads in this channel; a moderator can give them.',
      ),
    );
    const role = sandbox.world.servers[0]?.roles.find(({ name }) => name === 'Moderator');
    if (role === undefined) throw new Error('The server has moderators.');
    role.permissions = String(BigInt(role.permissions) | PermissionFlagsBits.CreatePublicThreads);
    sandbox.world.servers[0]?.members.get(sandbox.world.bot.id)?.roles.push(role.id);
    await running.restart();
    expect(await sandbox.as('tomas').press(id, 'Continue in a thread').acknowledged).toMatchObject(
      privately('You may not open threads in this channel; go on by replying.'),
    );
    allow();
  });
});

describe('a reply to an answer given by a command', () => {
  it('goes on from it', async () => {
    const { sandbox } = running;
    const options = { name: 'Ada Winter' };
    const told = await sandbox.as('tomas').run({ channel: GENERAL, name: 'who', options }).reply();
    const answer = await sandbox
      .as('mira')
      .say(GENERAL, 'and what did she warn of?', { replyTo: told.id })
      .answer();
    expect(excerptsIn(answer).join()).toContain('She warned that 40 boats would have to move.');
  });
});
