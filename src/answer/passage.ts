import type { Article, Paragraph } from '../article/article.js';
import { isOverlapping, type Span } from '../article/span.js';
import type { OptionSpecs } from '../bot/option.js';
import type { Excerpt, RefusedReply, Reply } from '../bot/reply.js';
import type { Corpus } from '../library/corpus.js';
import { phrase } from '../messages/phrase.js';
import { findByFingerprint, fingerprintArticle } from './article-fingerprint.js';
import { createExcerpt } from './excerpt.js';

/** Where an excerpt is, in texts short enough for a button: the article's fingerprint, and the span in base 36. */
export interface ExcerptPlace {
  readonly article: string;
  readonly span: string;
}

/** The options by which a button names the place of an excerpt. */
export const CITED_PLACE = {
  article: { description: 'The fingerprint of the article', isRequired: true, maxLength: 20 },
  span: { description: 'Where the excerpt stands in it', isRequired: true, maxLength: 20 },
} as const satisfies OptionSpecs;

const SPAN = /^([0-9a-z]{1,8})-([0-9a-z]{1,8})$/u;
const BASE = 36;

/** The place of an excerpt, to be opened later; it leads nowhere once the article's text has changed. */
export function placeOf({ article, start, end }: Excerpt): ExcerptPlace {
  return { article: fingerprintArticle(article), span: `${start.toString(BASE)}-${end.toString(BASE)}` };
}

/** The paragraph that an excerpt is in, with the excerpt highlighted. Refused if the article is no longer what it was. */
export function openPassage(corpus: Corpus, place: ExcerptPlace): Reply {
  return show(corpus, place, (article, { first, last }) => article.paragraphs.slice(first, last + 1));
}

/** The same with the text before and after it: the nearest paragraph on either side, and the headings between. */
export function showContext(corpus: Corpus, place: ExcerptPlace): Reply {
  return show(corpus, place, ({ paragraphs }, { first, last }) => {
    const before = paragraphs.slice(0, first).findLastIndex(isText);
    const after = paragraphs.findIndex((paragraph, i) => i > last && isText(paragraph));
    return paragraphs.slice(before === -1 ? 0 : before, after === -1 ? undefined : after + 1);
  });
}

/** The paragraphs that a span touches, by their places from 0. */
interface Stretch {
  readonly first: number;
  readonly last: number;
}

/** What has become of the place of an excerpt: as it was, in an article with another text, or gone with its article. */
export type FoundPlace =
  | { readonly state: 'same'; readonly article: Article; readonly span: Span }
  | { readonly state: 'changed'; readonly article: Article }
  | { readonly state: 'gone' };

/** Finds the place of an excerpt in the articles as they are now. */
export function findPlace(corpus: Pick<Corpus, 'articles'>, place: ExcerptPlace): FoundPlace {
  const found = findByFingerprint(corpus, place.article);
  if (found.state === 'gone') return found;
  const { article } = found;
  const span = readSpan(place.span);
  const isThere = found.state === 'same' && span !== null && span.end <= article.text.length;
  return isThere ? { state: 'same', article, span } : { state: 'changed', article };
}

function show(
  corpus: Corpus,
  place: ExcerptPlace,
  choose: (article: Article, stretch: Stretch) => readonly Paragraph[],
): Reply {
  const found = findPlace(corpus, place);
  if (found.state === 'gone') return refuse('passage.gone');
  const { article } = found;
  if (found.state === 'changed')
    return { kind: 'refused', reason: phrase('passage.changed', { title: article.meta.title }) };
  const { span } = found;
  const first = article.paragraphs.findIndex((paragraph) => isOverlapping(paragraph, span));
  if (first === -1) return refuse('passage.gone');
  const last = article.paragraphs.findLastIndex((paragraph) => isOverlapping(paragraph, span));
  const excerpts = choose(article, { first, last }).map((paragraph) =>
    createExcerpt(article, paragraph, { highlights: [span] }),
  );
  return { kind: 'answer', asked: article.meta.title, sections: [{ heading: null, excerpts }] };
}

function isText({ kind }: Paragraph): boolean {
  return kind === 'text';
}

function readSpan(text: string): Span | null {
  const [, start = '', end = ''] = SPAN.exec(text) ?? [];
  const span = { start: Number.parseInt(start, BASE), end: Number.parseInt(end, BASE) };
  return span.start < span.end ? span : null;
}

function refuse(message: 'passage.gone'): RefusedReply {
  return { kind: 'refused', reason: phrase(message) };
}
