import type { Database } from './database.js';

/** Told of what a database does, for whoever counts or logs it. */
export interface StoreWatch {
  /** Something was read or written, or failed, after so many milliseconds. */
  readonly store: (kind: 'read' | 'write', outcome: 'done' | 'failed', milliseconds: number) => void;
  /** A sentence for the log: what is wrong with the database, or that it is well again. */
  readonly trouble: (said: string) => void;
}

/** Nobody is told. */
export const IGNORED: StoreWatch = { store: () => undefined, trouble: () => undefined };

/** A database each of whose answers and failures is told. */
export function watchDatabase(database: Database, watch: Pick<StoreWatch, 'store'>): Database {
  const told = async <Result>(kind: 'read' | 'write', work: () => Promise<Result>): Promise<Result> => {
    const started = performance.now();
    try {
      const result = await work();
      watch.store(kind, 'done', performance.now() - started);
      return result;
    } catch (error) {
      watch.store(kind, 'failed', performance.now() - started);
      throw error;
    }
  };
  return {
    read: (statement) => told('read', () => database.read(statement)),
    write: (statements, alone) => told('write', () => database.write(statements, alone)),
  };
}
