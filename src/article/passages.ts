import type { Paragraph, Passage, Sentence } from './article.js';
import { isWithoutSpaces } from './language-tag.js';

/** Words a passage holds at most, unless one sentence alone is longer: about a screen of an embed, and what BM25 ranks best. */
const LONGEST_PASSAGE = 120;

/** The passages of an article: each paragraph, or a long one cut between sentences; headings are none. In order. */
export function cutPassages(
  text: string,
  paragraphs: readonly Paragraph[],
  sentences: readonly Sentence[],
  language: string,
): Passage[] {
  const passages: Passage[] = [];
  for (const paragraph of paragraphs) {
    if (paragraph.kind === 'heading') continue;
    let words = 0;
    let first = paragraph.firstSentence;
    for (let i = paragraph.firstSentence; i < paragraph.endSentence; i += 1) {
      const sentence = sentences[i];
      if (sentence === undefined) continue;
      const length = countWords(text.slice(sentence.start, sentence.end), language);
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

/** Letters that a word has on average where no space parts words: two in Chinese and Japanese, more in Thai. */
const LETTERS_A_WORD = 2;

function countWords(text: string, language: string): number {
  if (isWithoutSpaces(language))
    return Math.ceil((text.match(/[\p{L}\p{N}]/gu)?.length ?? 0) / LETTERS_A_WORD);
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
