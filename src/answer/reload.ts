import type { ReloadReport } from '../library/reload-report.js';
import type { NoticeLine, NoticeReply } from '../reply.js';
import { countOf, describeProblem } from './sources.js';

/** Ids named of each sort of change; the rest are counted. */
const MOST_NAMED = 10;

/** What a reload changed, which files failed and why, and how long it took. */
export function describeReload(report: ReloadReport): NoticeReply {
  const { added, removed, changed, unchanged, problems, milliseconds } = report;
  const served = added.length + changed.length + unchanged.length;
  return {
    kind: 'notice',
    title: `Sources read again in ${formatDuration(milliseconds)}`,
    lines: [
      describeChange('Added', added),
      describeChange('Changed', changed),
      describeChange('Removed', removed),
      { label: 'Unchanged', text: countOf(unchanged.length, 'article').toLowerCase() },
      ...problems.map(describeProblem),
      { label: 'Now loaded', text: countOf(served, 'article').toLowerCase() },
    ],
  };
}

function describeChange(label: string, ids: readonly string[]): NoticeLine {
  if (ids.length === 0) return { label, text: 'none' };
  const rest = ids.length > MOST_NAMED ? ` and ${ids.length - MOST_NAMED} more` : '';
  return { label, text: `${ids.slice(0, MOST_NAMED).join(', ')}${rest}` };
}

function formatDuration(milliseconds: number): string {
  return milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}
