import type { ReloadReport } from '../library/reload-report.js';
import type { ReloadRecord } from '../store/records.js';
import type { Store } from '../store/store.js';

/** Readings kept of each server: a month of a lively one; only the latest few are shown. */
const KEPT_RELOADS = 20;

/** Keeps who had sources read again, when, and what came of it; nothing if there is no store. */
export async function recordReload(
  store: Pick<Store, 'reloads'> | null,
  by: Pick<ReloadRecord, 'guildId' | 'userId' | 'at'>,
  { added, removed, changed, unchanged, problems, milliseconds }: ReloadReport,
): Promise<void> {
  const counts = {
    added: added.length,
    removed: removed.length,
    changed: changed.length,
    unchanged: unchanged.length,
    failed: problems.length,
  };
  await store?.reloads.add({ ...by, milliseconds, ...counts }, KEPT_RELOADS);
}
