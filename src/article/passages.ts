import type { Paragraph, Passage, Sentence } from './article.js';
import { LARGEST_READ } from './pieces.js';
import { textCuttingOf } from './text-cutting.js';

/** The passages of an article: each paragraph, or a long one cut between sentences; headings are none. In order. */
export function cutPassages(
  text: string,
  paragraphs: readonly Paragraph[],
  sentences: readonly Sentence[],
  language: string,
): Passage[] {
  const passages: Passage[] = [];
  const { measure, largestPassage } = textCuttingOf(language);
  for (const [place, paragraph] of paragraphs.entries()) {
    if (paragraph.kind === 'heading') continue;
    let size = 0;
    let first = paragraph.firstSentence;
    for (let i = paragraph.firstSentence; i < paragraph.endSentence; i += 1) {
      const sentence = sentences[i];
      if (sentence === undefined) continue;
      const own = measure(text.slice(sentence.start, sentence.end), language);
      if (i > first && (size + own > largestPassage || i - first >= LARGEST_READ.sentences)) {
        passages.push(toPassage(passages.length, place + 1, paragraph, sentences, first, i));
        first = i;
        size = 0;
      }
      size += own;
    }
    if (first < paragraph.endSentence) {
      passages.push(
        toPassage(passages.length, place + 1, paragraph, sentences, first, paragraph.endSentence),
      );
    }
  }
  return passages;
}

function toPassage(
  index: number,
  place: number,
  paragraph: Paragraph,
  sentences: readonly Sentence[],
  firstSentence: number,
  endSentence: number,
): Passage {
  return {
    index,
    paragraph: place,
    firstSentence,
    endSentence,
    start: sentences[firstSentence]?.start ?? paragraph.start,
    end: sentences[endSentence - 1]?.end ?? paragraph.end,
  };
}
