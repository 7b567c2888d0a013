import type { Paragraph, Passage, Sentence } from './article.js';

/** Words a passage holds at most, unless one sentence alone is longer: about a screen of an embed, and what BM25 ranks best. */
const LONGEST_PASSAGE = 120;

/** The passages of an article: each paragraph, or a long one cut between sentences; headings are none. In order. */
export function cutPassages(
  text: string,
  paragraphs: readonly Paragraph[],
  sentences: readonly Sentence[],
): Passage[] {
  const passages: Passage[] = [];
  for (const paragraph of paragraphs) {
    if (paragraph.kind === 'heading') continue;
    let words = 0;
    let first = paragraph.firstSentence;
    for (let i = paragraph.firstSentence; i < paragraph.endSentence; i += 1) {
      const sentence = sentences[i];
      if (sentence === undefined) continue;
      const length = countWords(text.slice(sentence.start, sentence.end));
      if (i > first && words + length > LONGEST_PASSAGE) {
        passages.push(toPassage(passages.length, paragraph, sentences, first, i));
        first = i;
        words = 0;
      }
      words += length;
    }
    if (first < paragraph.endSentence) {
      passages.push(toPassage(passages.length, paragraph, sentences, first, paragraph.endSentence));
    }
  }
  return passages;
}

function countWords(text: string): number {
  return text.match(/\S+/gu)?.length ?? 0;
}

function toPassage(
  index: number,
  paragraph: Paragraph,
  sentences: readonly Sentence[],
  firstSentence: number,
  endSentence: number,
): Passage {
  return {
    index,
    paragraph: paragraph.number,
    firstSentence,
    endSentence,
    start: sentences[firstSentence]?.start ?? paragraph.start,
    end: sentences[endSentence - 1]?.end ?? paragraph.end,
  };
}
