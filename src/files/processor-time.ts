import { readFileSync, readlinkSync } from 'node:fs';

const NANOSECONDS = 1e6;

/** By which the system knows the thread that calls this, or null if it does not tell; Linux alone does. */
export function thisTask(): string | null {
  try {
    return readlinkSync('/proc/thread-self');
  } catch {
    return null;
  }
}

/**
 * Milliseconds that a thread has had of a processor since it began, by Linux's record of its `task` (see `thisTask`);
 * null if that is not to be had, or the thread has ended.
 */
export function processorTime(task: string | null): number | null {
  if (task === null) return null;
  try {
    const [used = ''] = readFileSync(`/proc/${task}/schedstat`, 'utf8').split(' ');
    return Number(used) / NANOSECONDS;
  } catch {
    return null;
  }
}
