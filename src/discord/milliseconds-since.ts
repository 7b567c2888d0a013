/** Whole milliseconds since a moment of `performance.now()`, as the log has them. */
export function millisecondsSince(started: number): number {
  return Math.round(performance.now() - started);
}
