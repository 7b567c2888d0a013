import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sweep } from '../../src/server/sweep.js';
import { openTemporary, type TemporaryStore } from '../store/open-temporary.js';
import { accepted, openDesks, pasted } from './desk-bench.js';

const DAY = 86_400_000;
const NOW = new Date('2031-06-30T12:00:00Z');
const ago = (milliseconds: number): Date => new Date(NOW.getTime() - milliseconds);

let temporary: TemporaryStore;
beforeEach(async () => {
  temporary = await openTemporary();
});
afterEach(() => temporary.remove());

describe('a sweep', () => {
  it('removes what has had its time to the millisecond, and nothing before, and what waits for it is not shown', async () => {
    const { store } = temporary;
    const clock = { now: ago(3_600_000) };
    const desks = await openDesks({ store, clock });
    const { sources } = desks.deskOf('gone');
    const { draftId } = accepted(await sources.prepare(pasted('Text.', 'Added'), 'u'));
    accepted(await sources.confirm(draftId, 'u', null));
    const waiting = accepted(await sources.prepare(pasted('Waiting.', 'Waiting'), 'u'));
    const gap = { guildId: 'stays', question: 'Why?', kind: 'nothing' } as const;
    await store.gaps.add({ ...gap, at: ago(90 * DAY) }, '1', 9);
    await store.gaps.add({ ...gap, at: ago(90 * DAY + 1) }, '2', 9);
    const gaps = await (await openDesks({ store, clock: { now: NOW } })).deskOf('stays').gaps.list();
    expect(gaps).toMatchObject([{ question: 'Why?', count: 1 }]);
    await store.departures.mark('gone', ago(30 * DAY));
    const settings = { now: NOW, graceDays: 30, forget: (guildId: string) => desks.forget(guildId) };
    expect(await sweep(store, settings)).toEqual({ servers: [], drafts: 0, gaps: 1 });
    const later = { ...settings, now: new Date(NOW.getTime() + 1) };
    expect((await desks.corpusAt('gone')).articles).toHaveLength(1);
    expect(await sweep(store, later)).toEqual({ servers: ['gone'], drafts: 0, gaps: 1 });
    expect((await desks.corpusAt('gone')).articles).toEqual([]);
    expect(await store.sources.list('gone')).toEqual([]);
    expect(await store.drafts.find('gone', 'u', waiting.draftId)).toBeNull();
    expect(await sweep(store, later)).toEqual({ servers: [], drafts: 0, gaps: 0 });
  });
});
