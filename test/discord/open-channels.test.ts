import { PermissionFlagsBits } from 'discord.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandUser } from './command-user.js';
import { excerptsIn, textOf } from './read-message.js';
import { type KeepingBot, runKeepingBot } from './running-bot.js';

let running: KeepingBot;
let now = 0;
beforeAll(async () => {
  running = await runKeepingBot({
    sandbox: { privilegedIntents: ['MessageContent'] },
    bot: { isReadingMessages: true, clock: () => now },
  });
});
afterAll(() => running.stop());

const { use, read, refusalOf } = commandUser(() => running);

describe('an open channel', () => {
  const QUESTION = 'How many boats have to move?';

  it('has its questions answered without a mention, and in no other channel', async () => {
    const { sandbox } = running;
    expect(await read('settings channel', { channel: 'harbour/general', open: true })).toContain(
      `Saved
There I answer messages that end in a question mark or begin as a question, and stay silent where the articles say nothing.
**Moderators** members with the permission Manage Server
**Questions without a mention** answered in #general`,
    );
    const answer = await sandbox.as('mira').say('harbour/general', QUESTION).answer();
    expect(excerptsIn(answer)[0]).toContain('40 boats');
    const follow = sandbox
      .as('mira')
      .say('harbour/general', 'and who is the harbour master?', { replyTo: answer.id, isPinging: false });
    expect(excerptsIn(await follow.answer()).join('\n')).toContain('Ada Winter');
    const elsewhere = [
      sandbox.as('mira').say('harbour/newsroom', QUESTION),
      sandbox.as('mira').say('library/general', QUESTION),
    ];
    for (const sent of elsewhere) expect(await sent.isUnanswered(100)).toBe(true);
  });

  it('has its chat left alone: what is no question, what the articles say nothing of, what is to somebody', async () => {
    const { sandbox } = running;
    const tomas = sandbox.world.person('tomas').user.id;
    const chat = [
      'The boats have to move.',
      'Anybody for zwieback and quinoa?',
      `<@${tomas}> how many boats have to move?`,
      '!boats how many?',
    ].map((text) => sandbox.as('mira').say('harbour/general', text));
    expect(await Promise.all(chat.map((sent) => sent.isUnanswered(300)))).toEqual([true, true, true, true]);
  });

  it('takes no question from anybody’s cooldown for what is not answered', async () => {
    await read('settings cooldown', { seconds: 10 });
    now += 100_000;
    for (let i = 0; i < 6; i += 1) {
      const sent = running.sandbox.as('mira').say('harbour/general', 'Anybody for zwieback and quinoa?');
      expect(await sent.isUnanswered(40)).toBe(true);
    }
    for (let i = 0; i < 4; i += 1) await running.sandbox.as('mira').say('harbour/general', QUESTION).answer();
    expect(textOf(await use('sources', {}, 'mira').reply())).not.toBe('');
    expect(await refusalOf('sources', {}, 'mira')).toBe(
      'You have asked a lot at once: I answer your next question in 10 seconds.',
    );
    expect(await running.sandbox.as('mira').say('harbour/general', QUESTION).isUnanswered(100)).toBe(true);
    now += 100_000;
    await read('settings cooldown', { seconds: 0 });
  });

  it('comes with a warning where the bot may not write in it', async () => {
    const { sandbox } = running;
    const everyone = sandbox.world.server('library').roles[0];
    const before = everyone?.permissions ?? '0';
    const hint = 'I may not answer in this channel: give me View Channel and Send Messages there.';
    const open = () =>
      read('settings channel', { channel: 'library/archive', open: true }, 'ines', 'library/general');
    expect(await open()).not.toContain(hint);
    if (everyone !== undefined)
      everyone.permissions = String(BigInt(before) & ~PermissionFlagsBits.SendMessages);
    await running.restart();
    expect(await open()).toContain(hint);
    if (everyone !== undefined) everyone.permissions = before;
    await running.restart();
    await read('settings channel', { channel: 'library/archive', open: false }, 'ines', 'library/general');
  });

  it('is said to be of no use where the bot does not see what is written', async () => {
    await running.restart({ isReadingMessages: false });
    expect(await read('settings channel', { channel: 'harbour/general', open: true })).toContain(
      'I was started without the Message Content intent, so I do not see messages that do not mention me. Whoever runs me switches on Message Content in Discord’s developer portal (Bot, Privileged Gateway Intents), sets MESSAGE_CONTENT=on, and starts me again.',
    );
    expect(await running.sandbox.as('mira').say('harbour/general', QUESTION).isUnanswered(100)).toBe(true);
    await running.restart();
  });

  it('is closed again, and taken off when it is deleted', async () => {
    const { sandbox } = running;
    await read('settings channel', { channel: 'harbour/newsroom', open: true });
    expect(await read('settings channel', { channel: 'harbour/general', open: false })).toContain(
      '**Questions without a mention** answered in #newsroom',
    );
    expect(await sandbox.as('mira').say('harbour/general', QUESTION).isUnanswered(100)).toBe(true);
    sandbox.removeChannel('harbour/newsroom');
    await expect
      .poll(() => read('settings show'))
      .toContain('A channel was deleted and is taken off the list of those where questions need no mention.');
    expect(await read('settings show')).toContain('answered in no channel');
  });
});
