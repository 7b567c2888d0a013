import type { SandboxEvent, SandboxListener } from './sandbox-events.js';

/** Tells listeners of everything that happens, in order. */
export interface EventHub {
  emit(event: SandboxEvent): void;
  /** Returns what stops the listener. */
  listen(listener: SandboxListener): () => void;
  /** Resolves with the first defined value that `look` gives, now or after an event; undefined when time is up. */
  waitFor<T>(look: () => T | undefined, withinMs: number): Promise<T | undefined>;
}

/** A hub without listeners. */
export function createEventHub(): EventHub {
  const listeners = new Set<SandboxListener>();
  const hub: EventHub = {
    emit(event) {
      for (const listener of listeners) listener(event);
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    waitFor(look, withinMs) {
      const already = look();
      if (already !== undefined) return Promise.resolve(already);
      return new Promise((resolve) => {
        const timer = setTimeout(() => {
          stop();
          resolve(undefined);
        }, withinMs);
        const stop = hub.listen(() => {
          const found = look();
          if (found === undefined) return;
          clearTimeout(timer);
          stop();
          resolve(found);
        });
      });
    },
  };
  return hub;
}
