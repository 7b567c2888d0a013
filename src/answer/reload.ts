import type { CommandContext, ReloadScope } from '../bot/command.js';
import type { NoticeLine, NoticeReply, Reply } from '../bot/reply.js';
import { FolderUnreadable } from '../library/folder-unreadable.js';
import type { LoadProgress } from '../library/load-progress.js';
import { ownSourceName } from '../library/own-articles.js';
import type { ReloadReport } from '../library/reload-report.js';
import { phrase, type Wording } from '../messages/phrase.js';
import type { PageChange, PagesLook } from '../server/own-sources.js';
import type { ReloadRecord } from '../store/records.js';
import { showProblem } from './sources.js';

/** Ids named of each sort of change; the rest are counted. */
const MOST_NAMED = 10;

/** Readings of the past that are shown. */
const MOST_PAST = 5;

/** What may be asked to be read again. */
export const RELOADS = ['server', 'shared', 'both'] as const;

/** One of the three. */
export type Reloads = (typeof RELOADS)[number];

const NO_LOOK: PagesLook = { changes: [], unlooked: 0 };

/** What was read again, by whose sources. */
export interface Reloaded {
  readonly which: ReloadScope;
  readonly report: ReloadReport;
}

/**
 * Reads the sources again that were asked for, or all that the user looks after, and tells what became of it, which
 * fetched pages read otherwise by now, and who had it done before.
 */
export async function reloadSources(wanted: Reloads | undefined, context: CommandContext): Promise<Reply> {
  const scopes = chooseScopes(wanted, context);
  if (!Array.isArray(scopes)) return { kind: 'refused', reason: scopes };
  const past = await Promise.all(scopes.map((which) => context.listReloads(which)));
  const showRead = (progress: LoadProgress): void =>
    context.showProgress(phrase('sources.reading', { ...progress }));
  const done: Reloaded[] = [];
  const failed: NoticeLine[] = [];
  for (const which of scopes) {
    try {
      done.push({ which, report: await context.reload(which, showRead) });
    } catch (error) {
      if (!(error instanceof FolderUnreadable)) throw error;
      const reason = phrase('sources.folder-unreadable', { code: error.code });
      if (done.length === 0) return { kind: 'refused', reason };
      failed.push({ label: phrase(NAMES[which]), text: reason });
    }
  }
  const look =
    context.server !== null && scopes.includes('server')
      ? await context.server.sources.findChangedPages(({ read, of }) =>
          context.showProgress(phrase('sources.looking', { read, of })),
        )
      : NO_LOOK;
  const told = describeReload(done, look, past.flat());
  return { ...told, lines: [...failed, ...told.lines] };
}

/** The sources to read again, or why there are none. */
function chooseScopes(
  wanted: Reloads | undefined,
  { server, mayReloadShared, place }: Pick<CommandContext, 'server' | 'mayReloadShared' | 'place'>,
): ReloadScope[] | Wording {
  const mayReloadOwn = server !== null && place.isModerator;
  if (wanted === 'shared' || wanted === 'both') {
    if (!mayReloadShared) return phrase('sources.shared-not-yours');
  }
  if (wanted === 'server' || wanted === 'both') {
    if (server === null) return phrase('sources.no-server');
  }
  if (wanted === 'server') return ['server'];
  if (wanted === 'shared') return ['shared'];
  const scopes: ReloadScope[] = [
    ...(mayReloadOwn || wanted === 'both' ? ['server' as const] : []),
    ...(mayReloadShared ? ['shared' as const] : []),
  ];
  return scopes.length > 0 ? scopes : phrase('sources.no-server');
}

/** What reading again changed, which files failed and why, how long it took, and who had it done before. */
export function describeReload(
  done: readonly Reloaded[],
  { changes, unlooked }: PagesLook = NO_LOOK,
  past: readonly ReloadRecord[] = [],
): NoticeReply {
  const milliseconds = done.reduce((sum, { report }) => sum + report.milliseconds, 0);
  return {
    kind: 'notice',
    title: phrase('sources.read-again', { duration: formatDuration(milliseconds) }),
    lines: [
      ...done.flatMap(({ which, report }) => [
        // Else a server without articles of its own reads as if there were none at all.
        ...(which === 'server' || done.length > 1 ? [{ text: phrase(NAMES[which]) }] : []),
        ...describeReport(report),
      ]),
      ...changes.map(describeChange),
      ...(unlooked === 0 ? [] : [{ text: phrase('sources.not-looked-at', { count: unlooked }) }]),
      ...describePast(past),
    ],
  };
}

const NAMES = { server: 'sources.own-read', shared: 'sources.shared-read' } as const;

function describeReport({ added, removed, changed, unchanged, problems }: ReloadReport): NoticeLine[] {
  const served = added.length + changed.length + unchanged.length;
  return [
    { label: phrase('sources.added-label'), text: nameIds(added) },
    { label: phrase('sources.changed-label'), text: nameIds(changed) },
    { label: phrase('sources.removed-label'), text: nameIds(removed) },
    { label: phrase('sources.unchanged-label'), text: phrase('sources.count', { count: unchanged.length }) },
    ...problems.map(showProblem),
    { label: phrase('sources.now-loaded'), text: phrase('sources.count', { count: served }) },
  ];
}

function nameIds(ids: readonly string[]): Wording {
  if (ids.length === 0) return phrase('sources.none');
  const names = ids.slice(0, MOST_NAMED).map((id) => ownSourceName(id) ?? id);
  return phrase('sources.named', { names, more: Math.max(0, ids.length - MOST_NAMED) });
}

function describeChange({ title, url, reason }: PageChange): NoticeLine {
  const text = reason === null ? phrase('sources.page-changed') : reason;
  return { label: title, text, url };
}

/** The latest readings of both, newest first. */
function describePast(past: readonly ReloadRecord[]): NoticeLine[] {
  const latest = past.toSorted((a, b) => b.at.getTime() - a.at.getTime()).slice(0, MOST_PAST);
  if (latest.length === 0) return [];
  const lines = latest.map(({ at, guildId, added, changed, removed, failed, userId }) => ({
    label: phrase('sources.moment', { at }),
    text: phrase('sources.past-reload', {
      which: guildId === null ? 'shared' : 'server',
      added,
      changed,
      removed,
      failed,
    }),
    ...(userId === null ? {} : { by: userId }),
  }));
  return [{ text: phrase('sources.past') }, ...lines];
}

function formatDuration(milliseconds: number): Wording {
  return milliseconds < 1000
    ? phrase('sources.milliseconds', { count: Math.round(milliseconds) })
    : phrase('sources.seconds', { count: Math.round(milliseconds / 100) / 10 });
}
