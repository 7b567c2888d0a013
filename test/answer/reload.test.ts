import { describe, expect, it } from 'vitest';
import { type Reloads, reloadSources } from '../../src/answer/reload.js';
import type { CommandContext, ReloadScope } from '../../src/bot/command.js';
import type { OwnSources, PageChange } from '../../src/server/own-sources.js';
import type { ServerDesk } from '../../src/server/server-desk.js';
import { buildTestCorpus, contextOf } from '../corpus-builder.js';
import { inEnglish } from '../in-english.js';

const REPORT = {
  added: ['server:new'],
  removed: [],
  changed: [],
  unchanged: ['old'],
  problems: [],
  milliseconds: 2_340,
};

const empty = await buildTestCorpus([]);

/** A context in which each reading is noted; `who` says what its user looks after. */
function contextFor(
  who: { server: boolean; shared: boolean; isModerator: boolean },
  changes: PageChange[] = [],
  unlooked = 0,
) {
  const read: ReloadScope[] = [];
  const sources: Pick<OwnSources, 'findChangedPages'> = {
    findChangedPages: () => Promise.resolve({ changes, unlooked }),
  };
  const desk: Pick<ServerDesk, 'sources'> = { sources: sources as OwnSources };
  const context: CommandContext = contextOf(empty, {
    server: who.server ? (desk as ServerDesk) : null,
    mayReloadShared: who.shared,
    reload: (which) => {
      read.push(which);
      return Promise.resolve(REPORT);
    },
  });
  return { read, context: { ...context, place: { ...context.place, isModerator: who.isModerator } } };
}

const MODERATOR = { server: true, shared: false, isModerator: true };
const OPERATOR_IN_DM = { server: false, shared: true, isModerator: false };
const BOTH = { server: true, shared: true, isModerator: true };

const NOT_YOURS =
  'The articles that all servers share are read again by whoever runs this bot: leave “which” out, or choose “server”.';
const NO_SERVER =
  'There is no server here that keeps articles of its own: use this in a server that I am in.';

describe('/reload', () => {
  it.each<[string, typeof BOTH, Reloads | undefined, ReloadScope[] | string]>([
    ['a moderator', MODERATOR, undefined, ['server']],
    ['a moderator', MODERATOR, 'server', ['server']],
    ['a moderator', MODERATOR, 'shared', NOT_YOURS],
    ['a moderator', MODERATOR, 'both', NOT_YOURS],
    ['an operator in a direct message', OPERATOR_IN_DM, undefined, ['shared']],
    ['an operator in a direct message', OPERATOR_IN_DM, 'server', NO_SERVER],
    ['an operator in a direct message', OPERATOR_IN_DM, 'both', NO_SERVER],
    ['who looks after both', BOTH, undefined, ['server', 'shared']],
    ['who looks after both', BOTH, 'shared', ['shared']],
    ['who looks after neither', { server: false, shared: false, isModerator: false }, undefined, NO_SERVER],
  ])('of %s (%o) with %s reads %j', async (_who, who, wanted, expected) => {
    const { read, context } = contextFor(who);
    const reply = inEnglish(await reloadSources(wanted, context));
    if (typeof expected === 'string') expect(reply).toEqual({ kind: 'refused', reason: expected });
    expect(read).toEqual(typeof expected === 'string' ? [] : expected);
  });

  it('says whose articles it has read where a moderator reads the server’s own alone', async () => {
    const reply = inEnglish(await reloadSources(undefined, contextFor(MODERATOR).context));
    expect(reply).toMatchObject({
      lines: [{ text: 'This server’s own:' }, { label: 'Added' }, {}, {}, {}, {}],
    });
  });

  it('tells what changed of each, which pages read otherwise or were not looked at, and who had it done before', async () => {
    const page = { title: 'The sluice', url: 'https://a.example/s', reason: null };
    const { context } = contextFor(BOTH, [page], 8);
    const past = { milliseconds: 1, added: 1, removed: 0, changed: 2, unchanged: 3, failed: 1 };
    const reply = inEnglish(
      await reloadSources(undefined, {
        ...context,
        listReloads: (which) =>
          Promise.resolve(
            which === 'server'
              ? [{ ...past, guildId: 'g', userId: '42', at: new Date('2031-05-01T10:00:00Z') }]
              : [{ ...past, guildId: null, userId: null, at: new Date('2031-05-02T10:00:00Z') }],
          ),
      }),
    );
    const report = [
      { label: 'Added', text: 'new' },
      { label: 'Changed', text: 'none' },
      { label: 'Removed', text: 'none' },
      { label: 'Unchanged', text: '1 article' },
      { label: 'Now loaded', text: '2 articles' },
    ];
    expect(reply).toEqual({
      kind: 'notice',
      title: 'Sources read again in 4.7 s',
      lines: [
        { text: 'This server’s own:' },
        ...report,
        { text: 'Shared by all servers:' },
        ...report,
        {
          label: 'The sluice',
          text: 'The page reads otherwise by now; the version of before goes on answering until you add it again with /source add.',
          url: 'https://a.example/s',
        },
        { text: 'Pages not looked at, as the others took too long: 8' },
        { text: 'Read again before:' },
        { label: '2 May 2031, 10:00 UTC', text: 'shared: 1 added, 2 changed, 0 removed, 1 failed' },
        { label: '1 May 2031, 10:00 UTC', text: 'own: 1 added, 2 changed, 0 removed, 1 failed', by: '42' },
      ],
    });
  });
});
