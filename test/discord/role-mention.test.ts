import { defaultWorldSeed, type SandboxOptions } from 'local-discord';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unescapeMarkup } from '../../src/discord/render/markup.js';
import { shownBy } from './read-message.js';
import { type RunningBot, runBot } from './running-bot.js';
import { ask } from './trial-commands.js';

const GENERAL = 'harbour/general';

/** The bot was invited with permissions, so Discord has given it a role of its own name. */
const world: SandboxOptions['world'] = {
  ...defaultWorldSeed,
  guilds: defaultWorldSeed.guilds.map((guild) => ({
    ...guild,
    roles: [...(guild.roles ?? []), { name: 'Footnote', isOfBot: guild.key === 'harbour' }],
  })),
};

let running: RunningBot;
beforeAll(async () => {
  running = await runBot({ commands: [ask], sandbox: { world, privilegedIntents: ['MessageContent'] } });
});
afterAll(() => running.stop());

function roleIn(server: string): string {
  const roles = running.sandbox.world.server(server).roles;
  return `<@&${roles.find(({ name }) => name === 'Footnote')?.id}>`;
}

describe('a mention of the bot’s own role', () => {
  it('is told how to mention the bot, which cannot read it', async () => {
    const { sandbox } = running;
    const said = sandbox.as('mira').say(GENERAL, `${roleIn('harbour')} When does it open?`);
    expect(unescapeMarkup(shownBy(await said.answer()).description)).toBe(
      'You mentioned my role, and Discord does not show me what is written to a role: type @ and choose Footnote among the members instead.',
    );
  });

  it('is answered where the bot may read all messages', async () => {
    await running.restart({ isReadingMessages: true });
    const { sandbox } = running;
    const answer = await sandbox
      .as('mira')
      .say(GENERAL, `${roleIn('harbour')} When does it open?`)
      .answer();
    expect(shownBy(answer).title).toBe('When does it open?');
    expect(sandbox.breaches()).toEqual([]);
  });

  it('is not one of another role with its name', async () => {
    const said = running.sandbox.as('mira').say('library/general', `${roleIn('library')} When does it open?`);
    expect(await said.isUnanswered(100)).toBe(true);
  });
});
