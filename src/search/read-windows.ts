import { type Article, type Sentence, textAt } from '../article/article.js';
import type { Window } from '../article/windows.js';
import type { Encoder, EncoderFailure, ReadingWindow, WindowOdds } from '../encoder/encoder.js';
import type { FoundWindow } from './find-windows.js';
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

/** Reads the windows found for a question, best first and a few at a time, until it is sure or has read them all. */
export async function readWindows(
  question: string,
  found: readonly FoundWindow[],
  read: Encoder['read'],
): Promise<WindowsRead> {
  const sentences: ReadSentence[] = [];
  for (let from = 0; from < found.length; from += ROUND) {
    const some = found.slice(from, from + ROUND);
    const outcome = await read(spellPlainly(question), some.map(toReadingWindow));
    if (!outcome.ok) return outcome;
    for (const [place, { article, window }] of some.entries())
      sentences.push(...toSentences(article, window, outcome.windows[place] ?? []));
    if (gather(sentences).best >= SURE) break;
  }
  return { ok: true, sentences };
}

function toReadingWindow({ article, window }: FoundWindow): ReadingWindow {
  const heading = headingAbove(article, window);
  const { title } = article.meta;
  return {
    title: heading === null ? title : `${heading} – ${title}`,
    sentences: sentencesOf(article, window).map((sentence) => spellPlainly(textAt(article, sentence))),
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

/** The letters that lose no accent by themselves as they are typed where a keyboard has none ("Odegard"), each for one, so that every offset stays. */
function spellPlainly(text: string): string {
  return text.replace(/[øØłŁđĐı]/gu, (letter) => PLAIN_LETTERS.get(letter) ?? letter);
}

function sentencesOf({ sentences }: Article, { firstSentence, endSentence }: Window): readonly Sentence[] {
  return sentences.slice(firstSentence, endSentence);
}

function headingAbove(article: Article, { firstSentence }: Window): string | null {
  const number = article.sentences[firstSentence]?.paragraph ?? 1;
  for (let at = number - 2; at >= 0; at -= 1) {
    const above = article.paragraphs[at];
    if (above?.kind === 'heading') return textAt(article, above);
  }
  return null;
}

function toSentences(article: Article, window: Window, odds: WindowOdds): ReadSentence[] {
  return sentencesOf(article, window).flatMap((sentence, place): ReadSentence[] => {
    const own = odds[place];
    if (own === undefined) return [];
    const spans = own.spans.map(({ start, end, probability }) => ({
      start: sentence.start + start,
      end: sentence.start + end,
      probability,
    }));
    return [{ article, sentence, answers: own.answers, leavesOpen: own.leavesOpen, spans }];
  });
}
