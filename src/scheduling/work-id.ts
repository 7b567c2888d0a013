import { AsyncLocalStorage } from 'node:async_hooks';

const ids = new AsyncLocalStorage<string>();

/** Does something under an id, by which whatever is logged on the way to its end can be found: Discord's own of the interaction or message. */
export function workAs<Result>(id: string, work: () => Result): Result {
  return ids.run(id, work);
}

/** The id under which the work is done that asks; null for what the program does of its own accord. */
export function workIdNow(): string | null {
  return ids.getStore() ?? null;
}
