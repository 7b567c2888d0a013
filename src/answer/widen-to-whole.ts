import { type Article, holdsAside, type Sentence } from '../article/article.js';
import { spanAt } from '../article/binary-search.js';
import { isWithin, type Span } from '../article/span.js';
import type { Analysis } from '../extract/analysis.js';

/** Code units of the longest excerpt that a sentence is widened to: about five lines. */
const LONGEST = 420;

const ONE_WORD = /^[^\p{L}\p{N}]*[\p{L}\p{M}'’-]+[^\p{L}\p{N}]*$/u;
/** A sentence whose subject is nothing but what was said before. */
const POINTS_BACK =
  /^["“]?(?:this|that|these|those)\s+(?:is|are|was|were|means?|meant|has|have|had|can|could|will|would|may|might|does?|did|became|happens?|happened)(?![\p{L}’'])/iu;
const LEADS_IN = /:["”’)]*$/u;

/**
 * A sentence to show, with what it is nothing without: after a lead-in ("As one witness put it:") what it leads in, of a list as much as fits, and
 * before the end of a quotation (“… and it sank,” he said) the quotation from its beginning; with one word ("Hardly."), and with what only
 * points back ("This is known as a bleed."), the sentence before it. The sentence's own span if it needs none of these, or what it needs
 * is too long to show. What a row or the entry of a list is read under is its excerpt's lead (`createExcerpt`).
 */
export function widenToWhole({ article, attributions }: Analysis, sentence: Sentence): Span {
  const { start, end } = sentence;
  const after = LEADS_IN.test(article.text.slice(start, end))
    ? article.sentences[sentence.index + 1]
    : undefined;
  if (after !== undefined && isText(article, after)) {
    const listed = findListed(article, sentence);
    if (listed !== null) return { start, end: listed.end };
    const contents = contentsOf(attributions);
    const led = contents.find((content) => content.start === after.start);
    return firstFitting(article, { start, end }, [
      { start, end: endOfSentence(article, led?.end ?? after.end) },
      { start, end: after.end },
    ]);
  }
  const begun = contentsOf(attributions).find(
    (content) => content.start < start && content.end > start && content.end < end,
  );
  const opening = begun === undefined ? undefined : sentenceWith(article, begun.start);
  if (opening?.paragraph === sentence.paragraph)
    return firstFitting(article, { start, end }, [{ start: opening.start, end }]);
  const needed = findNeeded(article, sentence);
  return needed === null
    ? { start, end }
    : firstFitting(article, { start, end }, [{ start: needed.start, end }]);
}

/** The last entry of the list that a sentence leads in which can be shown with it; null if it leads in none. */
function findListed(article: Article, { start, end, paragraph }: Sentence): Span | null {
  const { paragraphs } = article;
  const below = paragraphs.slice(paragraph);
  const others = below.findIndex(({ lead }) => lead === null || lead.start < start || lead.end > end);
  const entries = others === -1 ? below : below.slice(0, others);
  return (
    entries.findLast(
      (entry) => entry.end - start <= LONGEST && !holdsAside(article, { start, end: entry.end }),
    ) ?? null
  );
}

/** What is before a sentence and has to be shown with it; null for most. */
function findNeeded(article: Article, sentence: Sentence): Span | null {
  const before = article.sentences[sentence.index - 1];
  if (before === undefined || before.paragraph !== sentence.paragraph) return null;
  const words = article.text.slice(sentence.start, sentence.end);
  return ONE_WORD.test(words) || POINTS_BACK.test(words) ? before : null;
}

/** What is said in quotation marks, stretch by stretch. */
function contentsOf(attributions: Analysis['attributions']): readonly Span[] {
  return attributions
    .filter(({ kind }) => kind === 'direct' || kind === 'partial')
    .flatMap(({ content }) => content);
}

function isText({ paragraphs }: Article, { paragraph }: Sentence): boolean {
  return paragraphs[paragraph - 1]?.kind === 'text';
}

function sentenceWith({ sentences }: Article, offset: number): Sentence | undefined {
  return spanAt(sentences, offset);
}

/** The end of the sentence that an end lies in: a quotation may be followed by its cue. */
function endOfSentence(article: Article, end: number): number {
  return sentenceWith(article, end - 1)?.end ?? end;
}

function firstFitting(article: Article, own: Span, wider: readonly Span[]): Span {
  const isFitting = (span: Span): boolean =>
    isWithin(own, span) && span.end - span.start <= LONGEST && !holdsAside(article, span);
  return wider.find(isFitting) ?? own;
}
