import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { createSettingsBook } from '../../src/server/settings-book.js';
import type { ServerSettings } from '../../src/store/server-settings.js';
import { openTemporary, type TemporaryStore } from '../store/open-temporary.js';

const DEFAULTS = { moderatorRoleId: '1', cooldownSeconds: 3 };
const IN_FORCE: ServerSettings = {
  moderatorRoleId: '1',
  openChannelIds: [],
  areRepliesPrivate: false,
  cooldownSeconds: 3,
  language: null,
};

let kept: TemporaryStore;
afterEach(() => kept.remove());

describe('the settings of servers', () => {
  it('are the operator’s until a server sets its own, and again when it takes them back', async () => {
    kept = await openTemporary();
    const desk = createSettingsBook(kept.store.settings, DEFAULTS).deskOf('10');
    expect(await desk.read()).toEqual(IN_FORCE);
    expect(await desk.change(() => ({ cooldownSeconds: 0, moderatorRoleId: '7' }))).toEqual({
      ...IN_FORCE,
      cooldownSeconds: 0,
      moderatorRoleId: '7',
    });
    expect(await desk.change(() => ({ cooldownSeconds: null, moderatorRoleId: null }))).toEqual(IN_FORCE);
  });

  it('keep both of two changes at once', async () => {
    kept = await openTemporary();
    const desk = createSettingsBook(kept.store.settings, DEFAULTS).deskOf('10');
    const open = (id: string) =>
      desk.change(({ openChannelIds }) => ({ openChannelIds: [...openChannelIds, id] }));
    await Promise.all(['1', '2', '3', '4'].map(open));
    expect(await kept.store.settings.read('10')).toMatchObject({ openChannelIds: ['1', '2', '3', '4'] });
  });

  it('stay as they are where a change cannot be kept, and take the next one', async () => {
    kept = await openTemporary();
    const desk = createSettingsBook(kept.store.settings, DEFAULTS).deskOf('10');
    await desk.change(() => ({ language: 'de' }));
    const broken = desk.change(() => {
      throw new Error('broken');
    });
    await expect(broken).rejects.toThrow('broken');
    await kept.store.close();
    await expect(desk.change(() => ({ language: 'fr' }))).rejects.toThrow();
    expect(await desk.read()).toMatchObject({ language: 'de' });
  });

  it('of one server never are another’s, before and after a restart, for any changes', async () => {
    kept = await openTemporary();
    const change = fc.record({
      server: fc.constantFrom('10', '20'),
      changes: fc.record(
        {
          areRepliesPrivate: fc.boolean(),
          cooldownSeconds: fc.option(fc.nat(3_600)),
          language: fc.option(fc.constantFrom('de', 'fr')),
          openChannelIds: fc.array(fc.stringMatching(/^[1-9]\d{16}$/u), { maxLength: 3 }),
        },
        { requiredKeys: [] },
      ),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 6 }), async (changes) => {
        const expected = new Map<string, ServerSettings>();
        let book = createSettingsBook(kept.store.settings, DEFAULTS);
        for (const id of ['10', '20']) {
          await book.deskOf(id).change(() => IN_FORCE);
          expected.set(id, IN_FORCE);
        }
        for (const { server, changes: own } of changes) {
          const now = { ...IN_FORCE, ...expected.get(server), ...own };
          expected.set(server, { ...now, cooldownSeconds: now.cooldownSeconds ?? 3 });
          expect(await book.deskOf(server).change(() => own)).toEqual(expected.get(server));
        }
        book = createSettingsBook(kept.store.settings, DEFAULTS);
        for (const id of ['10', '20']) expect(await book.deskOf(id).read()).toEqual(expected.get(id));
      }),
      { numRuns: 40 },
    );
  });
});
