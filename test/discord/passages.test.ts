import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type APIMessage, ComponentType, MessageFlags, PermissionFlagsBits } from 'discord.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forbid } from './permissions.js';
import { readMarkup } from './read-markup.js';
import {
  ALONE,
  besideIn,
  excerptsIn,
  labelsIn,
  optionsIn,
  saidAlone,
  saying,
  shownBy,
  textOf,
} from './read-message.js';
import { type KeepingBot, runKeepingBot, SEEDS } from './running-bot.js';

const GENERAL = 'harbour/general';
const QUESTION = 'How many boats have to move?';
let running: KeepingBot;
beforeAll(async () => {
  running = await runKeepingBot();
});
afterAll(() => running.stop());

function run(name: string, options: Record<string, string | boolean>, user = 'mira', channel = GENERAL) {
  return running.sandbox.as(user).run({ channel, name, options });
}

function press({ id }: APIMessage, label: string, user = 'mira') {
  return running.sandbox.as(user).press(id, label);
}

function shown(message: APIMessage | undefined): string[] {
  return excerptsIn(message);
}

function boldIn(message: APIMessage): string {
  const pieces = readMarkup(shownBy(message).description ?? '');
  return pieces
    .flatMap(({ kinds, text }) => (kinds.includes('blockQuote') && kinds.includes('strong') ? [text] : []))
    .join('');
}

const SAID =
  '“We have waited nine years for this,” said Ada Winter, the harbour master. She warned that 40 boats would have to move.';

describe('under an answer', () => {
  it('a button beside each excerpt leads to its words, another opens the text around the first', async () => {
    const answer = await run('ask', { question: QUESTION }).reply();
    expect(labelsIn(answer)).toEqual(['Passage ¹', 'More context', 'Wrong passage']);
    expect(besideIn(answer)).toEqual([
      expect.stringMatching(/^https:\/\/courier\.example\/pier#:~:text=%E2%80%9CWe%20have/u),
    ]);
    expect(shownBy(answer).description).toMatch(
      /¹\n-# ¹\u00A0Pier \\\[closes\\\] for repairs, Velmouth Courier, 3 May 2031, paragraph 2$/u,
    );
    const around = await press(answer, 'More context', 'tomas').reply();
    expect(around.flags).toBe(ALONE);
    expect(shown(around)).toEqual([
      'The long pier at Velmouth will close for repairs on Monday.',
      SAID,
      'According to the council, the work may cost $3.5 million.',
    ]);
    // The excerpt has the sentence before, which names whom the pronoun means.
    expect(boldIn(around)).toBe(SAID);
    const inChannel = running.sandbox.messages(GENERAL, { as: 'ines' }).map(({ message }) => message.id);
    expect(inChannel).not.toContain(around.id);
  });

  it('where several lead elsewhere, a list opens each of them here', async () => {
    const profile = await run('who', { name: 'Ada Winter' }).reply();
    const options = optionsIn(profile);
    const excerpts = shown(profile);
    expect(excerpts.length).toBeGreaterThan(1);
    expect(options.map(({ label }) => label.slice(0, 20))).toEqual(
      excerpts.map((excerpt, i) => `${'¹²³⁴⁵'.charAt(i)} ${excerpt}`.slice(0, 20)),
    );
    const value = options[1]?.value ?? '';
    expect(value.length).toBeLessThanOrEqual(100);
    const opened = await running.sandbox.as('tomas').choose(profile.id, 'passages:|', [value]).reply();
    expect(shownBy(opened).title).toBe('Pier \\[closes\\] for repairs');
    expect([shown(opened), boldIn(opened)]).toEqual([[SAID], excerpts[1]]);
    expect(labelsIn(opened)).toEqual(['Passage ¹', 'More context', 'Share']);
  });

  it('of an article without an address they open it here, after a restart too, and what stands on the page shown', async () => {
    const first = await run('search', { words: 'keeper lighthouse' }).reply();
    const passages = Array.from('¹²³⁴⁵', (mark) => `Passage ${mark}`);
    expect(labelsIn(first)).toEqual([...passages, 'More context', 'Previous', 'Page 1 of 3', 'Next']);
    const second = await press(first, 'Next').reply();
    await running.restart();
    const excerpts = shown(second);
    const opened = await press(second, 'Passage ³', 'tomas').reply();
    expect([opened.flags, shown(opened)]).toEqual([ALONE, [excerpts[2]]]);
    expect(labelsIn(opened)).toEqual(['More context', 'Share']);
    const around = await press(second, 'More context').reply();
    expect(boldIn(around)).toBe(excerpts[0]);
  });

  it('a message from before, with an embed, becomes one of components when its page is turned', async () => {
    const { sandbox } = running;
    const first = await run('search', { words: 'keeper lighthouse' }).reply();
    const response = await fetch(`${sandbox.apiUrl}/v10/channels/${first.channel_id}/messages`, {
      method: 'POST',
      headers: { authorization: `Bot ${sandbox.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        content: 'From before',
        embeds: [{ title: 'keeper lighthouse', description: '> Keeper' }],
        components: first.components?.slice(1),
      }),
    });
    const turned = await press(await response.json(), 'Next').reply();
    expect([turned.flags, turned.content, turned.embeds]).toEqual([MessageFlags.IsComponentsV2, '', []]);
    expect(shownBy(turned).foot).toBe('Page 2 of 3. Only the person who asked can turn the pages.');
    expect(shown(turned)).toEqual(shown(await press(first, 'Next').reply()));
  });

  it('they say so where the article has been changed or taken away', async () => {
    const { folder } = running;
    const answer = await run('ask', { question: QUESTION }).reply();
    writeFileSync(join(folder, 'pier.md'), `${SEEDS['pier.md']}\nIt opened again in June.\n`);
    await run('reload', { which: 'shared' }, 'oskar').reply();
    const late = await press(answer, 'More context').reply();
    expect(late).toMatchObject({
      flags: ALONE,
      ...saying(
        '“Pier \\[closes\\] for repairs” has been changed since, so this passage is no longer as it was; ask again for what it says now.',
      ),
    });
    rmSync(join(folder, 'pier.md'));
    await run('reload', { which: 'shared' }, 'oskar').reply();
    expect(shownBy(await press(answer, 'More context').reply()).description).toBe(
      'The article that this stands in has been taken away since; ask again for what the articles say now.',
    );
    writeFileSync(join(folder, 'pier.md'), SEEDS['pier.md'] ?? '');
    await run('reload', { which: 'shared' }, 'oskar').reply();
    expect(shown(await press(answer, 'More context').reply())).toContain(SAID);
  });
});

describe('a passage that opens here', () => {
  it('says so where its article has been changed since, in whatever language, and opens where it is as it was', async () => {
    const { folder, sandbox } = running;
    const found = await run('search', { words: 'keeper lighthouse' }, 'ines').reply();
    const [first] = shown(found);
    writeFileSync(join(folder, 'lamp.txt'), `It is dark now.\n\n${SEEDS['lamp.txt']}`);
    await run('reload', { which: 'shared' }, 'oskar').reply();
    for (const button of ['Passage ¹', 'More context'])
      expect(textOf(await press(found, button, 'ines').reply())).toBe(
        '“Lamp” has been changed since, so this passage is no longer as it was; ask again for what it says now.',
      );
    sandbox.as('tomas').speak('de');
    expect(textOf(await press(found, 'Passage ¹', 'tomas').reply())).toContain('inzwischen geändert');
    sandbox.as('tomas').speak('en-US');
    writeFileSync(join(folder, 'lamp.txt'), SEEDS['lamp.txt'] ?? '');
    await run('reload', { which: 'shared' }, 'oskar').reply();
    expect(shown(await press(found, 'Passage ¹', 'ines').reply())).toEqual([first]);
  });
});

describe('a private reply', () => {
  it('is shared with the channel, once, without a ping, and its buttons go with it', async () => {
    const { sandbox } = running;
    const use = run('ask', { question: QUESTION, private: true });
    expect(await use.acknowledged).toEqual({ kind: 'deferred', isEphemeral: true });
    const answer = await use.reply();
    expect(labelsIn(answer)).toEqual(['Passage ¹', 'More context', 'Wrong passage', 'Share']);
    const sharing = press(answer, 'Share');
    const post = await sharing.nextFollowUp();
    expect(post.flags).toBe(MessageFlags.IsComponentsV2);
    expect(post.components?.[0]).toMatchObject({
      type: ComponentType.TextDisplay,
      content: `<@${sandbox.as('mira').userId}> shared this:`,
    });
    expect(shown(post)).toEqual(shown(answer));
    expect(labelsIn(post)).toEqual(['Passage ¹', 'More context', 'Wrong passage']);
    const seen = sandbox.messages(GENERAL, { as: 'tomas' }).find(({ message }) => message.id === post.id);
    expect(seen?.pinged).toEqual([]);
    expect(shown(await press(post, 'More context', 'tomas').reply())).toContain(SAID);
    const after = sandbox.messages(GENERAL, { as: 'mira' }).find(({ message }) => message.id === answer.id);
    expect(labelsIn(after?.message ?? answer)).toContain('Shared');
    expect(await press(answer, 'Shared').acknowledged).toEqual({
      kind: 'refused',
      reason: '"Shared" is disabled.',
    });
  });

  it('is not shared twice by two presses at once', async () => {
    const answer = await run('who', { name: 'Ada Winter', private: true }).reply();
    const [first, second] = [press(answer, 'Share'), press(answer, 'Share')];
    const said = await Promise.all([first.nextFollowUp(), second.acknowledged]);
    expect(textOf(said[0])).toContain('shared this');
    expect(said[1]).toMatchObject(saidAlone('This was shared already.'));
  });

  it('a passage that was opened is shared too', async () => {
    const found = await run('search', { words: 'keeper lighthouse' }).reply();
    const opened = await press(found, 'Passage ²', 'tomas').reply();
    const post = await press(opened, 'Share', 'tomas').nextFollowUp();
    expect(shown(post)).toEqual([shown(found)[1]]);
    expect(labelsIn(post)).toEqual(['More context']);
  });

  it('is not shared by who may not write in the channel themselves', async () => {
    const { sandbox } = running;
    const answer = await run('ask', { question: QUESTION, private: true }, 'tomas').reply();
    const allow = forbid(sandbox, 'harbour', PermissionFlagsBits.SendMessages);
    expect(await press(answer, 'Share', 'tomas').acknowledged).toMatchObject(
      saidAlone('You may not write in this channel, so you cannot share this here.'),
    );
    allow();
    expect((await press(answer, 'Share', 'tomas').nextFollowUp()).flags).toBe(MessageFlags.IsComponentsV2);
  });

  it('of an app of one’s own is shared in a server that is not the bot’s where that is allowed there', async () => {
    const { sandbox } = running;
    const ask = () => run('ask', { question: QUESTION, private: true }, 'petra', 'market/stalls').reply();
    const answer = await ask();
    expect(labelsIn(answer)).not.toContain('Wrong passage');
    const allow = forbid(sandbox, 'market', PermissionFlagsBits.UseExternalApps);
    expect(await press(answer, 'Share', 'petra').acknowledged).toMatchObject(
      saidAlone(
        'This server shows what apps from outside post to their user alone, so you cannot share this here.',
      ),
    );
    allow();
    const post = await press(answer, 'Share', 'petra').nextFollowUp();
    expect(shown(post)).toEqual(shown(answer));
    const around = await press(post, 'More context', 'mira').reply();
    expect(shown(around)).toContain(SAID);
  });

  it('has nothing to share where it is its user’s affair, or nobody else is there', async () => {
    expect(labelsIn(await run('help', {}).reply())).not.toContain('Share');
    const direct = await run('ask', { question: QUESTION, private: true }, 'mira', 'dm/mira').reply();
    expect(labelsIn(direct)).not.toContain('Share');
    expect(labelsIn(direct)).not.toContain('Wrong passage');
  });
});
