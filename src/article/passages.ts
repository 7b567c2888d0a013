import type { Paragraph, Passage, Sentence } from './article.js';
import { isEnglish, isWithoutSpaces } from './language-tag.js';
import { estimatePieces, LARGEST_READ } from './pieces.js';

/** Words that a passage of another language than English holds at most, unless one sentence alone is longer: about a screen of an embed. */
const MOST_WORDS = 120;

/** The passages of an article: each paragraph, or a long one cut between sentences; headings are none. In order. */
export function cutPassages(
  text: string,
  paragraphs: readonly Paragraph[],
  sentences: readonly Sentence[],
  language: string,
): Passage[] {
  const passages: Passage[] = [];
  const most = isEnglish(language) ? LARGEST_READ.pieces : MOST_WORDS;
  const measure = (sentence: Sentence): number => {
    const words = text.slice(sentence.start, sentence.end);
    return isEnglish(language) ? estimatePieces(words) : countWords(words, language);
  };
  for (const [place, paragraph] of paragraphs.entries()) {
    if (paragraph.kind === 'heading') continue;
    let size = 0;
    let first = paragraph.firstSentence;
    for (let i = paragraph.firstSentence; i < paragraph.endSentence; i += 1) {
      const sentence = sentences[i];
      if (sentence === undefined) continue;
      const own = measure(sentence);
      if (i > first && (size + own > most || i - first >= LARGEST_READ.sentences)) {
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

/** Letters that a word has on average where no space parts words: two in Chinese and Japanese, more in Thai. */
const LETTERS_A_WORD = 2;

function countWords(text: string, language: string): number {
  if (isWithoutSpaces(language))
    return Math.ceil((text.match(/[\p{L}\p{N}]/gu)?.length ?? 0) / LETTERS_A_WORD);
  return text.match(/\S+/gu)?.length ?? 0;
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
