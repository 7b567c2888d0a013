import { type Article, textAt } from '../../article/article.js';
import { ARTICLE_LIMITS } from '../../article/limits.js';
import type { Span } from '../../article/span.js';
import { findKeysIn } from '../../language/find-keyed-words.js';
import { formOf } from '../../language/known-words.js';
import { stemWord } from '../../language/stem.js';
import { wordReadingOf } from '../../language/word-reading.js';
import { FIELD_COUNT, FIELDS, type IndexSegment } from './index-segment.js';
import { PostingsBuilder } from './postings.js';

/** Different words of one field that are counted at most, the most that 16 bits hold. */
const LONGEST_FIELD = 0xffff;

/** What counts of a heading, in UTF-16 code units: as much as a title may have. Each passage below it has it, however long a text somebody made a heading. */
const LONGEST_HEADING = ARTICLE_LIMITS.title;

/**
 * What the index has of one article: stems, digits for number words, full names of months, abbreviations without full stops, one spelling of what
 * is spelt in two ways, and no stop words (in a query they hijack the ranking and take three quarters of the time), by the rules of its language. A step after each passage.
 */
export function* indexArticle(article: Article): Generator<undefined, IndexSegment> {
  const { language, title: called } = article.meta;
  const passages = new PostingsBuilder();
  const asides = new PostingsBuilder();
  const surfaces = new Set<string>();
  const { hasVocabulary } = wordReadingOf(language);
  const learn = (word: string): string => {
    if (hasVocabulary) surfaces.add(word);
    return word;
  };
  const keysIn = (text: string): string[] => findKeysIn(text, language, learn);
  const passageLengths = new Uint16Array(article.passages.length * FIELD_COUNT);
  const title = keysIn(called);
  let heading: string[] = [];
  let paragraphs = 0;
  for (const [number, passage] of article.passages.entries()) {
    for (const above of article.paragraphs.slice(paragraphs, passage.paragraph - 1))
      if (above.kind === 'heading') heading = keysIn(textAt(article, above).slice(0, LONGEST_HEADING));
    paragraphs = passage.paragraph;
    const words = [keysIn(textAt(article, passage)), title, heading];
    for (const field of [FIELDS.words, FIELDS.title, FIELDS.heading]) {
      const different = passages.add(words[field] ?? [], number, field);
      passageLengths[number * FIELD_COUNT + field] = Math.min(different, LONGEST_FIELD);
    }
    yield;
  }
  const beside = asidesOf(article);
  const asideLengths = new Uint16Array(beside.length);
  for (const [number, aside] of beside.entries()) {
    const different = asides.add(keysIn(textAt(article, aside)), number);
    asideLengths[number] = Math.min(different, LONGEST_FIELD);
    yield;
  }
  const forms = new Set([...surfaces].map(formOf).filter((form) => form !== null));
  return {
    passageStarts: Uint32Array.of(0, article.passages.length),
    asideStarts: Uint32Array.of(0, beside.length),
    passageLengths,
    asideLengths,
    passages: passages.finish({ isMarked: true }),
    asides: asides.finish({ isMarked: true }),
    forms: ofOneArticle([...forms]),
    stems: ofOneArticle([...forms].map(stemWord)),
  };
}

function ofOneArticle(words: readonly string[]) {
  const builder = new PostingsBuilder();
  builder.add(words, 0);
  return builder.finish({ isMarked: false });
}

/** What no passage of an article holds, in the order of its text: headings, page furniture, code. */
export function asidesOf({ asides, paragraphs }: Article): readonly Span[] {
  const headings = paragraphs.filter(({ kind }) => kind === 'heading');
  return [...asides, ...headings].toSorted((a, b) => a.start - b.start);
}
