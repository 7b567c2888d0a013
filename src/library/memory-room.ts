import { ARTICLE_LIMITS } from '../article/limits.js';

/** What may stay in memory so that it need not be made anew for each question. */
export interface MemoryRoom {
  /** UTF-16 code units of article text whose analyses stay. */
  readonly text: number;
  /** Passages of servers' own articles that stay, with their index. */
  readonly passages: number;
}

/**
 * What stays if there is memory enough: some 150 MB of analyses, not much more than the longest article needs, as they are had again from where they are kept; and 220 MB of passages. The bot with 500 servers of three
 * articles of 8,000 characters, each asked once, had 690 MB of live objects: about 70 bytes for a code unit, 4.5 KB for a passage.
 */
export const FULL_ROOM: MemoryRoom = { text: 2_200_000, passages: 50_000 };

/** Bytes for objects from which on the full room is a third at most. */
const ENOUGH = 2 * 1024 ** 3;

/**
 * The room if so many bytes are there for objects, in proportion if they are few (Node takes a quarter of a small
 * machine's memory); never less than the longest article needs, which would be read anew for each question.
 */
export function roomIn(heapLimit: number): MemoryRoom {
  const share = Math.min(1, heapLimit / ENOUGH);
  return {
    text: Math.max(ARTICLE_LIMITS.fileBytes + 1, Math.floor(share * FULL_ROOM.text)),
    passages: Math.floor(share * FULL_ROOM.passages),
  };
}
