import type { APIMessage } from 'discord.js';
import {
  type APIApplicationCommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ComponentType,
} from 'discord-api-types/v10';
import type { PendingInteraction, Sandbox } from 'local-discord';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningBot, runKeepingBot } from './running-bot.js';

/*
 * One server adds an article; then everything that another server, direct messages and a group can do is done, and no
 * byte that the bot sends may hold a word of it. What is typed holds the first name only, as a reply may repeat that.
 */

/** Words of the article that are never typed. */
const CANARIES = /quillwick|velvetcanary/iu;

const ARTICLE = `---
title: Zanthorpe Quillwick and the velvetcanary affair
publisher: The Velvetcanary Gazette
published: 2031-04-02
---
Zanthorpe Quillwick, the velvetcanary minister, opened 731 velvetcanary mills on 2 April 2031.

“The velvetcanary will sing for everybody,” Zanthorpe Quillwick said in Velvetcanary City.
`;

/** What is put into every text option. */
const PROBES = ['Zanthorpe', 'What did Zanthorpe say about the 731 mills?'];

let running: RunningBot;
beforeAll(async () => {
  running = await runKeepingBot();
  const { sandbox } = running;
  const ines = sandbox.as('ines');
  const opened = ines.run({ channel: 'harbour/general', name: 'source add' });
  await opened.modal();
  const preview = await ines.submit(opened, { file: [{ name: 'secret.md', content: ARTICLE }] }).reply();
  await ines.press(preview.id, 'Add it').reply();
});
afterAll(() => running.stop());

/** Everything the bot has sent since a moment, as text. */
function sentSince(sandbox: Sandbox, first: number): string[] {
  return sandbox
    .requests()
    .slice(first)
    .map(({ method, path, body }) => `${method} ${path} ${JSON.stringify(body)}`);
}

interface Use {
  readonly name: string;
  readonly options: readonly APIApplicationCommandOption[];
}

/** Every slash command that is registered, sub-commands by their whole names. */
function listUses(sandbox: Sandbox): Use[] {
  return sandbox
    .commands()
    .filter(({ type }) => type === ApplicationCommandType.ChatInput)
    .flatMap(({ name, options = [] }) => {
      const parts = options.flatMap((option) =>
        option.type === ApplicationCommandOptionType.Subcommand
          ? [{ name: `${name} ${option.name}`, options: option.options ?? [] }]
          : [],
      );
      return parts.length > 0 ? parts : [{ name, options }];
    });
}

/** Values for the text options of a command: the required ones, and then each of the others in turn. */
function fill({ options }: Use, probe: string): Record<string, string>[] {
  const texts = options.filter(
    (option) => option.type === ApplicationCommandOptionType.String && option.choices === undefined,
  );
  const required = texts.filter((option) => option.required === true).map(({ name }) => name);
  const optional = texts.filter((option) => option.required !== true).map(({ name }) => name);
  const sets = [required, ...optional.map((name) => [...required, name])];
  return sets.map((names) => Object.fromEntries(names.map((name) => [name, probe])));
}

/** The message that comes of an interaction, its own or a follow-up; null if there is none. */
async function settle(used: PendingInteraction): Promise<APIMessage | null> {
  const { kind } = await used.acknowledged;
  if (!['reply', 'update', 'deferred', 'deferred-update'].includes(kind)) return null;
  return Promise.any([used.reply(), used.nextFollowUp()]).catch(() => null);
}

/** Uses every control of a message, once. */
async function useControls(sandbox: Sandbox, person: string, message: APIMessage): Promise<void> {
  for (const row of message.components ?? []) {
    if (row.type !== ComponentType.ActionRow) continue;
    for (const control of row.components) {
      if (!('custom_id' in control) || control.disabled === true) continue;
      const used =
        control.type === ComponentType.StringSelect
          ? sandbox.as(person).choose(message.id, control.custom_id, [control.options[0]?.value ?? ''])
          : sandbox.as(person).press(message.id, control.custom_id);
      await settle(used);
    }
  }
}

/** Does in a channel all that a person can do there with commands, their options' completion and their buttons. */
async function useEverything(sandbox: Sandbox, person: string, channel: string): Promise<number> {
  let replies = 0;
  for (const use of listUses(sandbox)) {
    const sets = new Map(
      PROBES.flatMap((probe) => fill(use, probe)).map((options) => [JSON.stringify(options), options]),
    );
    for (const options of sets.values()) {
      const message = await settle(sandbox.as(person).run({ channel, name: use.name, options }));
      if (message === null) continue;
      replies += 1;
      await useControls(sandbox, person, message);
    }
    for (const option of use.options) {
      if (option.type !== ApplicationCommandOptionType.String || option.autocomplete !== true) continue;
      for (const typed of ['', 'Zan', 'server:', 'the']) {
        const { name } = use;
        const typing = { channel, name, options: { [option.name]: typed }, focused: option.name };
        await sandbox.as(person).autocomplete(typing).acknowledged;
      }
    }
  }
  return replies;
}

describe('an article that one server has added', () => {
  it('is shown there, in answers and in completions', async () => {
    const { sandbox } = running;
    const before = sandbox.requests().length;
    const asked = { channel: 'harbour/general', name: 'ask', options: { question: 'Who opened the mills?' } };
    await sandbox.as('mira').run(asked).reply();
    const [choice] = await sandbox
      .as('tomas')
      .autocomplete({ channel: 'harbour/general', name: 'who', options: { name: 'Zan' }, focused: 'name' })
      .choices();
    expect(choice?.name).toContain('Quillwick');
    expect(sentSince(sandbox, before).join('\n')).toMatch(CANARIES);
  });

  it.each([
    ['a member in another server', 'mira', 'library/general'],
    ['a moderator in another server', 'ines', 'library/general'],
    ['the operator in another server', 'oskar', 'library/general'],
    ['a member in direct messages', 'mira', 'dm/mira'],
    ['its own moderator in direct messages', 'ines', 'dm/ines'],
    ['the operator in direct messages', 'oskar', 'dm/oskar'],
  ])('sends no byte of it to %s', async (_, person, channel) => {
    const { sandbox } = running;
    const before = sandbox.requests().length;
    expect(await useEverything(sandbox, person, channel)).toBeGreaterThan(20);
    for (const sent of sentSince(sandbox, before)) expect(sent).not.toMatch(CANARIES);
  });

  it('sends no byte of it in reply to questions without a command', async () => {
    const { sandbox } = running;
    const before = sandbox.requests().length;
    for (const channel of ['library/general', 'dm/mira']) {
      for (const probe of PROBES) {
        const mention = channel.startsWith('dm/') ? '' : '@bot ';
        const answered = await sandbox.as('mira').say(channel, `${mention}${probe}`).answer();
        await useControls(sandbox, 'mira', answered);
        const replied = sandbox.as('mira').say(channel, 'And where was that?', { replyTo: answered.id });
        await replied.answer();
      }
    }
    for (const sent of sentSince(sandbox, before)) expect(sent).not.toMatch(CANARIES);
  });

  it('is opened by its controls in that server only', async () => {
    const { sandbox } = running;
    const asked = { name: 'ask', options: { question: 'Who opened the mills?' } };
    const here = await sandbox
      .as('mira')
      .run({ channel: 'harbour/general', ...asked })
      .reply();
    const opened = await settle(sandbox.as('mira').press(here.id, 'Passage ¹'));
    expect(JSON.stringify(opened)).toMatch(CANARIES);
  });

  it('stays there after a restart, and in no line of the log', async () => {
    const { sandbox } = running;
    await running.restart();
    const before = sandbox.requests().length;
    await useEverything(sandbox, 'ines', 'library/archive');
    for (const sent of sentSince(sandbox, before)) expect(sent).not.toMatch(CANARIES);
    for (const line of running.log) expect(line).not.toMatch(CANARIES);
  });
});
