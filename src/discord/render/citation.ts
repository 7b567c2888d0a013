import type { Article } from '../../article/article.js';
import type { Span } from '../../article/span.js';
import type { Excerpt } from '../../reply.js';
import { MEASURES } from '../limits.js';
import { footnoteMark } from './footnote-mark.js';
import { escapeLine } from './markup.js';
import { linkToPassage } from './passage-link.js';

/**
 * The footnote of an excerpt as small print: title, publisher (else author) and date as far as known, and the
 * paragraph, linked to the very words shown where the article has an address. `above` is the number of an earlier
 * footnote of the page with the same article, which is not named again.
 */
export function citeExcerpt(excerpt: Excerpt, shown: Span, number: number, above: number | null): string {
  const { article, paragraph } = excerpt;
  const source = above === null ? nameSource(article) : `same article as ${footnoteMark(above)}`;
  const link = linkToPassage(article.meta.url ?? '', article.text.slice(shown.start, shown.end));
  const place = `paragraph ${paragraph}`;
  return `-# ${footnoteMark(number)} ${source}, ${link === null ? place : `[${place}](${link})`}`;
}

/** Title, publisher (else author) and date, as far as known: "The Long Pier, Harbour Courier, 3 May 2024". Escaped. */
export function nameSource({ meta }: Article): string {
  const issuer = meta.publisher ?? meta.author;
  const parts = [escapeLine(meta.title, MEASURES.title)];
  if (issuer !== null) parts.push(escapeLine(issuer, MEASURES.publisher));
  if (meta.published !== null) parts.push(formatDay(meta.published));
  return parts.filter((part) => part !== '').join(', ');
}

/** "2024-05-03" as "3 May 2024"; anything that is no such day as it stands, escaped. */
function formatDay(day: string): string {
  const time = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(time)) return escapeLine(day, MEASURES.publisher);
  return new Date(time).toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
}
