import { PermissionFlagsBits } from 'discord-api-types/v10';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { forbid } from './permissions.js';
import { shownBy } from './read-message.js';
import { type RunningBot, runBot } from './running-bot.js';
import { ask } from './trial-commands.js';

const GENERAL = 'harbour/general';

let running: RunningBot;
beforeAll(async () => {
  running = await runBot({ commands: [ask] });
});
afterAll(() => running.stop());

let allow = (): void => undefined;
afterEach(() => allow());

/** Takes permissions from everybody in a server, the bot too, which learns of it as it starts. */
async function takeAway(permissions: bigint): Promise<void> {
  allow = forbid(running.sandbox, 'harbour', permissions);
  await running.restart();
}

describe('a mention in a channel', () => {
  it('whose past the bot may not read is answered, though not as a reply', async () => {
    await takeAway(PermissionFlagsBits.ReadMessageHistory);
    const { sandbox, log } = running;
    const answer = await sandbox.as('mira').say(GENERAL, '@bot When does it open?').answer();
    expect([answer.type, shownBy(answer).title]).toEqual([0, 'When does it open?']);
    expect(sandbox.breaches()).toEqual([]);
    expect(log.filter((line) => line.includes('failed'))).toEqual([]);
  });

  it('that the bot may not write in is left, and noted without a failure', async () => {
    await takeAway(PermissionFlagsBits.SendMessages);
    const { sandbox, log } = running;
    const before = log.length;
    expect(await sandbox.as('oskar').say(GENERAL, '@bot When does it open?').isUnanswered(100)).toBe(true);
    const lines = log.slice(before).map((line) => JSON.parse(line));
    expect(lines).toMatchObject([{ level: 30, msg: 'may not write where it was asked' }]);
  });
});
