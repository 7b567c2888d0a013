/** Lets what else is waiting run first: work on thousands of articles must not hold up an answer or a heartbeat. */
export function giveWay(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
