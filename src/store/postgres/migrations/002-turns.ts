/** When the next connection to Discord may be begun, by all machines together. */
export const turns: readonly string[] = [
  'CREATE TABLE turns (bucket INTEGER NOT NULL PRIMARY KEY, next_at TIMESTAMPTZ NOT NULL)',
];
