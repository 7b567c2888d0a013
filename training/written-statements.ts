import type { AttributedText } from '../bench/polnear.js';
import { readWritten, type WrittenQuotation } from '../bench/written.js';
import type { Span } from '../src/article/span.js';

/**
 * What is said in the articles written for Footnote that are there to tune on, in the form of PolNeAR; quotations whose cue is
 * nowhere near their words are left out.
 */
export function readWrittenStatements(data: string): AttributedText[] {
  return readWritten(data, 'train').map(({ article: { id, text }, quotations }) => ({
    doc: id,
    text,
    attributions: quotations.flatMap((quotation) => {
      const [first] = quotation.content;
      const cue = first === undefined ? null : nearest(text, quotation.cue, first);
      if (first === undefined || cue === null) return [];
      const source = nearest(text, quotation.source, cue);
      const { kind, content } = quotation;
      return [{ kind, content: [...content], cue: [cue], source: source === null ? [] : [source] }];
    }),
  }));
}

/** Code units between what is said and its cue or source at most. */
const FARTHEST = 300;

/** Where words are nearest to a place; null if they are empty or nowhere near. */
function nearest(text: string, words: WrittenQuotation['cue'], place: Span): Span | null {
  let best: Span | null = null;
  let least = FARTHEST;
  if (words === '') return null;
  for (let start = text.indexOf(words); start !== -1; start = text.indexOf(words, start + 1)) {
    const end = start + words.length;
    const gap = Math.max(place.start - end, start - place.end, 0);
    if (gap >= least) continue;
    least = gap;
    best = { start, end };
  }
  return best;
}
