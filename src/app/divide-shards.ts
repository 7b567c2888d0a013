/** Shards in as many rows as there are processes, or fewer if there are fewer shards; neighbours stay together, and no row is longer than another by more than one. */
export function divideShards(ids: readonly number[], processes: number): number[][] {
  const rows = Math.min(processes, ids.length);
  return Array.from({ length: rows }, (_, i) =>
    ids.slice(Math.ceil((i * ids.length) / rows), Math.ceil(((i + 1) * ids.length) / rows)),
  );
}

/** Shards as SHARDS names them: `0-3,7`. */
export function writeShards(ids: readonly number[]): string {
  const parts: { first: number; last: number }[] = [];
  for (const id of ids) {
    const part = parts.at(-1);
    if (part !== undefined && id === part.last + 1) part.last = id;
    else parts.push({ first: id, last: id });
  }
  return parts.map(({ first, last }) => (first === last ? `${first}` : `${first}-${last}`)).join(',');
}

/** The shards that SHARDS names, in order, each once; null if it is no such list. */
export function readShards(text: string): number[] | null {
  const ids = new Set<number>();
  for (const part of text.split(',')) {
    const found = /^\s*(\d{1,5})(?:\s*-\s*(\d{1,5}))?\s*$/u.exec(part);
    if (found === null) return null;
    const [first, last] = [Number(found[1]), Number(found[2] ?? found[1])];
    if (last < first || last >= MOST_SHARDS) return null;
    for (let id = first; id <= last; id += 1) ids.add(id);
  }
  return [...ids].toSorted((a, b) => a - b);
}

/** Of one bot at most: twenty-five million servers. */
export const MOST_SHARDS = 10_000;
