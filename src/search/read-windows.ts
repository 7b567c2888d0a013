import { type Article, type Paragraph, type Sentence, textAt } from '../article/article.js';
import { type SpelledRow, spellRow } from '../article/spell-row.js';
import type { Window } from '../article/windows.js';
import type { AnswerSpan, Encoder, EncoderFailure, ReaderWindow, WindowOdds } from '../encoder/encoder.js';
import { analyseQuestion } from '../language/question.js';
import type { FoundWindow } from './find-windows.js';
import { namesRow } from './names-row.js';
import type { ReadSentence } from './read-sentence.js';
import { gather } from './verdict.js';

/** What reading windows found, or why they could not be read. */
export type WindowsRead =
  | { readonly ok: true; readonly sentences: readonly ReadSentence[] }
  | { readonly ok: false; readonly reason: EncoderFailure };

/** Windows that are read in one go: after each the reader may be sure enough to stop. */
const ROUND = 4;

/** The share of the odds that one sentence has against all others and none, from which no further window is read: it halves the reading of a clear question. */
const SURE = 0.9;

/**
 * What the log odds of a table's row gain that the question names (`namesRow`): the reader has learned from sentences, and trusts a
 * spelled row little. Of 17 questions on three tables it then answers the 10 that have an answer there, and none of the others.
 */
const NAMED_ROW = 3;

/** Reads the windows found for a question, best first and a few at a time, until it is sure or has read them all. */
export async function readWindows(
  question: string,
  found: readonly FoundWindow[],
  read: Encoder['read'],
): Promise<WindowsRead> {
  const sentences: ReadSentence[] = [];
  const asked = analyseQuestion(question);
  for (let from = 0; from < found.length; from += ROUND) {
    const some = found.slice(from, from + ROUND);
    const outcome = await read(spellPlainly(question), some.map(toReaderWindow));
    if (!outcome.ok) return outcome;
    for (const [place, { article, window }] of some.entries())
      for (const one of toSentences(article, window, from + place, outcome.windows[place] ?? [])) {
        const row = rowOf(article, one.sentence);
        const isNamed = row !== null && namesRow(asked, article, row);
        sentences.push(isNamed ? { ...one, answers: one.answers + NAMED_ROW } : one);
      }
    if (gather(sentences).best >= SURE) break;
  }
  return { ok: true, sentences };
}

function toReaderWindow({ article, window }: FoundWindow): ReaderWindow {
  const heading = headingAbove(article, window);
  const { title } = article.meta;
  return {
    title: heading === null ? title : `${heading} – ${title}`,
    sentences: sentencesOf(article, window).map((sentence) => {
      const row = rowOf(article, sentence);
      return spellPlainly(row === null ? textAt(article, sentence) : spellRow(article, row).words);
    }),
  };
}

const PLAIN_LETTERS: ReadonlyMap<string, string> = new Map([
  ['ø', 'o'],
  ['Ø', 'O'],
  ['ł', 'l'],
  ['Ł', 'L'],
  ['đ', 'd'],
  ['Đ', 'D'],
  ['ı', 'i'],
]);

/** The letters that lose no accent by themselves as they are typed if a keyboard has none ("Odegard"), each for one, so that every offset stays. */
function spellPlainly(text: string): string {
  return text.replace(/[øØłŁđĐı]/gu, (letter) => PLAIN_LETTERS.get(letter) ?? letter);
}

function sentencesOf({ sentences }: Article, { firstSentence, endSentence }: Window): readonly Sentence[] {
  return sentences.slice(firstSentence, endSentence);
}

function headingAbove(article: Article, { firstSentence }: Window): string | null {
  const number = article.sentences[firstSentence]?.paragraph ?? 1;
  const header = article.paragraphs[number - 1]?.lead ?? null;
  for (let at = number - 2; at >= 0; at -= 1) {
    const above = article.paragraphs[at];
    // A table's header is read in its rows.
    if (above?.kind === 'heading' && above.start !== header?.start) return textAt(article, above);
  }
  return null;
}

function toSentences(article: Article, window: Window, place: number, odds: WindowOdds): ReadSentence[] {
  return sentencesOf(article, window).flatMap((sentence, i): ReadSentence[] => {
    const own = odds[i];
    if (own === undefined) return [];
    const row = rowOf(article, sentence);
    const spelled = row === null ? null : spellRow(article, row);
    const spans = own.spans.flatMap((span): AnswerSpan[] => {
      if (spelled !== null) return findInRow(spelled, span);
      const { start, end, probability } = span;
      return [{ start: sentence.start + start, end: sentence.start + end, probability }];
    });
    return [{ article, sentence, place, answers: own.answers, leavesOpen: own.leavesOpen, spans }];
  });
}

/** The row of a table that a sentence is; null for any other. */
function rowOf({ paragraphs }: Article, { paragraph }: Sentence): Paragraph | null {
  const own = paragraphs[paragraph - 1];
  return own?.kind === 'row' ? own : null;
}

/** The first cell that answering words lie in: as much of it as they have, or all of it if they go beyond. */
function findInRow({ cells }: SpelledRow, { start, end, probability }: AnswerSpan): AnswerSpan[] {
  const found = cells.find((one) => one.start < end && start < one.end);
  if (found === undefined) return [];
  const { cell } = found;
  const isWithinCell = start >= found.start && end <= found.end;
  if (!isWithinCell) return [{ ...cell, probability }];
  return [{ start: cell.start + start - found.start, end: cell.start + end - found.start, probability }];
}
