import { WordPiece } from '@huggingface/tokenizers';
import { z } from 'zod';
import { readCharacter } from './characters.js';

/** A text's word pieces in order; the three lists are as long as one another. */
export interface Pieces {
  /** Places in the vocabulary. */
  readonly ids: readonly number[];
  /** Where the word that a piece is part of begins, in UTF-16 code units of the text; pieces of one word share it. */
  readonly starts: readonly number[];
  /** Where that word ends. */
  readonly ends: readonly number[];
}

/** Cuts texts into the word pieces of a vocabulary. */
export interface WordPieces {
  /** The pieces of a text, the first `most` of them. */
  split(text: string, most?: number): Pieces;
  /** How many pieces a text has. */
  count(text: string): number;
  /** Places of what is before a row's parts and after each of them. */
  readonly classId: number;
  readonly separatorId: number;
}

/** A `tokenizer.json` as the uncased BERT vocabularies have it; another would cut words otherwise than in training. */
const TOKENIZER = z.object({
  normalizer: z.object({
    type: z.literal('BertNormalizer'),
    clean_text: z.literal(true),
    handle_chinese_chars: z.literal(true),
    strip_accents: z.union([z.null(), z.literal(true)]),
    lowercase: z.literal(true),
  }),
  pre_tokenizer: z.object({ type: z.literal('BertPreTokenizer') }),
  model: z.object({
    type: z.literal('WordPiece'),
    unk_token: z.string(),
    continuing_subword_prefix: z.string(),
    max_input_chars_per_word: z.number(),
    vocab: z.record(z.string(), z.number()),
  }),
});

/** Words whose pieces are kept: what a hundred articles use; some 4 MB. */
const MOST_KNOWN = 20_000;

/** UTF-16 code units of the longest word that is kept. */
const LONGEST_KNOWN = 40;

/**
 * The word pieces of a `tokenizer.json`. Special pieces are no text: "[SEP]" in an article is three words of it.
 *
 * @throws an Error with a sentence for a file of another kind.
 */
export function readWordPieces(bytes: Uint8Array): WordPieces {
  const read = TOKENIZER.safeParse(parseJson(bytes));
  if (!read.success) throw new Error('it is no tokenizer of uncased word pieces');
  const { model } = read.data;
  const wordPiece = new WordPiece(model);
  const idOf = (piece: string): number => {
    const id = model.vocab[piece];
    if (id === undefined) throw new Error(`its vocabulary lacks "${piece}"`);
    return id;
  };
  const [classId, separatorId] = [idOf('[CLS]'), idOf('[SEP]')];
  const known = new Map<string, readonly number[]>();

  /** The pieces of a word as it is in a text. */
  const piecesOf = (raw: string): readonly number[] => {
    const kept = known.get(raw);
    if (kept !== undefined) return kept;
    let word = '';
    for (const character of raw) word += readCharacter(character.codePointAt(0) ?? 0).text;
    const ids = wordPiece.encode([word]).map(idOf);
    if (known.size >= MOST_KNOWN) known.clear();
    if (raw.length <= LONGEST_KNOWN) known.set(raw, ids);
    return ids;
  };

  return {
    classId,
    separatorId,
    split(text, most = Number.POSITIVE_INFINITY) {
      const ids: number[] = [];
      const starts: number[] = [];
      const ends: number[] = [];
      findWords(text, (start, end) => {
        for (const id of piecesOf(text.slice(start, end))) {
          if (ids.length === most) return false;
          ids.push(id);
          starts.push(start);
          ends.push(end);
        }
        return true;
      });
      return { ids, starts, ends };
    },
    count(text) {
      let pieces = 0;
      findWords(text, (start, end) => {
        pieces += piecesOf(text.slice(start, end)).length;
        return true;
      });
      return pieces;
    },
  };
}

/** Calls back with the span of each word in order, its accents with it, until it is told to stop. */
function findWords(text: string, found: (start: number, end: number) => boolean): void {
  let start = -1;
  let end = 0;
  let isAlone = false;
  for (let at = 0; at < text.length; ) {
    const codePoint = text.codePointAt(at) ?? 0;
    const next = at + (codePoint > 0xffff ? 2 : 1);
    const { kind } = readCharacter(codePoint);
    if (kind === 'mark') {
      // What accents a character belongs to it, in whichever form it is written.
      if (start >= 0 && end === at) end = next;
    } else if (kind !== 'nothing') {
      if (start >= 0 && (kind !== 'word' || isAlone)) {
        if (!found(start, end)) return;
        start = -1;
      }
      if (kind !== 'gap') {
        if (start < 0) start = at;
        end = next;
        isAlone = kind === 'alone';
      }
    }
    at = next;
  }
  if (start >= 0) found(start, end);
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}
