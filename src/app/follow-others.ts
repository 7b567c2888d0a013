import type { ServerDesks } from '../server/create-server-desk.js';
import type { Store } from '../store/store.js';

/** What is brought up to date. */
export interface Following {
  readonly desks: Pick<ServerDesks, 'refresh' | 'refreshAll'>;
  readonly reloadShared: () => Promise<unknown>;
  /** Told of what could not be. */
  readonly onFollowing: (error: unknown) => void;
}

/** Brings up to date what another machine changes in a store that is shared; nothing if one process has it for itself. */
export async function followOthers(
  { changes }: Pick<Store, 'changes'>,
  { desks, reloadShared, onFollowing }: Following,
): Promise<void> {
  await changes?.follow({
    onChange({ guildId, part, version }) {
      const work =
        guildId === null || part === 'shared' ? reloadShared() : desks.refresh(guildId, part, version);
      work.catch(onFollowing);
    },
    onLost() {
      desks.refreshAll();
      reloadShared().catch(onFollowing);
    },
  });
}
