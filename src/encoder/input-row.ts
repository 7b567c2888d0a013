import type { ReaderWindow } from './encoder.js';
import type { Pieces, WordPieces } from './word-pieces.js';

/** Word pieces of a row's parts, as the reader was trained; with what is between them 200 at most. */
export const LONGEST = { question: 40, title: 16, window: 128 };

/** Places of a row's pieces: from the first of the window's sentence to behind its last. */
export interface SentencePlace {
  readonly first: number;
  readonly end: number;
  readonly pieces: Pieces;
}

/** A question and a window as the model takes them: `[CLS] question [SEP] title [SEP] window [SEP]`, without the title and its mark if there is none. */
export interface InputRow {
  readonly ids: readonly number[];
  /** Pieces up to and with the first separator, which are of the first kind; all others are of the second. */
  readonly asked: number;
  readonly sentences: readonly SentencePlace[];
}

/** The row of a window with a question. */
export function toRow(
  question: string,
  { title, sentences }: ReaderWindow,
  wordPieces: WordPieces,
): InputRow {
  const { classId, separatorId } = wordPieces;
  const ids = [classId, ...wordPieces.split(question, LONGEST.question).ids, separatorId];
  const asked = ids.length;
  const named = wordPieces.split(title, LONGEST.title).ids;
  if (named.length > 0) ids.push(...named, separatorId);
  const end = ids.length + LONGEST.window;
  const places = sentences.map((sentence): SentencePlace => {
    const pieces = wordPieces.split(sentence, end - ids.length);
    const first = ids.length;
    ids.push(...pieces.ids);
    return { first, end: ids.length, pieces };
  });
  ids.push(separatorId);
  return { ids, asked, sentences: places };
}
