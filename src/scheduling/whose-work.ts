import { AsyncLocalStorage } from 'node:async_hooks';

/** For whom something is done: a server and a person in it; empty if there is none. */
export interface Owner {
  readonly server: string;
  readonly person: string;
}

/** What the program does of its own accord, as reading ahead. */
export const NOBODY: Owner = { server: '', person: '' };

const owners = new AsyncLocalStorage<Owner>();

/** Does something in the name of an owner: whatever it waits for, however deep, has that owner's share. */
export function actFor<Result>(owner: Owner, work: () => Result): Result {
  return owners.run(owner, work);
}

/** For whom the work is done that asks. */
export function ownerNow(): Owner {
  return owners.getStore() ?? NOBODY;
}

/** The owner of what is done in a place; who is in no server is a server of their own. */
export function ownerOf({
  guildId,
  userId,
}: {
  readonly guildId: string | null;
  readonly userId: string | null;
}): Owner {
  return { server: guildId ?? userId ?? '', person: userId ?? '' };
}
