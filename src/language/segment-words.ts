import { segmenterOf, segmentText } from '../article/segment-text.js';
import type { Span } from '../article/span.js';
import { languageOf } from '../lexicon/language.js';

/** A word or a mark of a text, its span counted from the text's start. */
export interface Segment extends Span {
  readonly isWord: boolean;
}

const ELIDED = /^\p{L}{1,7}['\u2019](?=\p{L})/u;

/** What parts words in every language: white space, full-width marks. */
const WORD_GAP = /\s|[\u3001\u3002\uff01\uff0c\uff1f]/gu;

/** The words and marks of a text in order, not overlapping, none of them white space, as `Intl.Segmenter` parts them in the language. */
export function segmentWords(text: string, language: string): Segment[] {
  const found: Segment[] = [];
  const isEliding = languageOf(language).writing.hasElision === true;
  for (const { segment, index, isWordLike } of segmentText(segmenterOf(language, 'word'), text, WORD_GAP)) {
    if (segment.trim() === '') continue;
    const isWord = isWordLike === true;
    const end = index + segment.length;
    const cut = isEliding && isWord ? (ELIDED.exec(segment)?.[0].length ?? 0) : 0;
    if (cut > 0) found.push({ start: index, end: index + cut, isWord });
    found.push({ start: index + cut, end, isWord });
  }
  return found;
}
