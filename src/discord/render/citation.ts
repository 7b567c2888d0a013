import type { Article } from '../../article/article.js';
import type { Excerpt } from '../../bot/reply.js';
import { phrase, type Say } from '../../messages/phrase.js';
import { MEASURES } from '../limits.js';
import { footnoteMark } from './footnote-mark.js';
import { escapeLine } from './markup.js';
import { NO_BREAK } from './quote-excerpt.js';

/**
 * The footnote of an excerpt as small print: title, publisher (else author) and date as far as known, and the
 * paragraph. `above` is the number of an earlier
 * footnote of the page with the same article, which is not named again.
 */
export function citeExcerpt(
  { article, paragraph, page }: Excerpt,
  number: number,
  above: number | null,
  say: Say,
): string {
  const source =
    above === null
      ? nameSource(article, say)
      : say(phrase('discord.same-article', { mark: footnoteMark(above) }));
  const place = say(
    page === undefined
      ? phrase('discord.paragraph', { paragraph })
      : phrase('discord.page-paragraph', { page, paragraph }),
  );
  return `-# ${footnoteMark(number)}${NO_BREAK}${source}${say(phrase('discord.comma'))}${place}`;
}

/** Title, publisher (else author) and date, as far as known: "The Long Pier, Harbour Courier, 3 May 2024". Escaped. */
function nameSource({ meta }: Article, say: Say): string {
  const isolated = (text: string): string => say(phrase('discord.as-written', { text }));
  const names = listNames(meta).map(isolated);
  const parts = meta.published === null ? names : [...names, formatDay(meta.published, say)];
  return parts.filter((part) => part !== '').join(say(phrase('discord.comma')));
}

/** Title and publisher (else author). Escaped. */
function listNames({ title, publisher, author }: Article['meta']): string[] {
  const issuer = publisher ?? author;
  const names = [escapeLine(title, MEASURES.title)];
  return issuer === null ? names : [...names, escapeLine(issuer, MEASURES.publisher)];
}

/** "2024-05-03" as "3 May 2024"; anything that is no such day as it is, escaped. */
function formatDay(day: string, say: Say): string {
  const time = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(time)) return escapeLine(day, MEASURES.publisher);
  return say(phrase('discord.day', { day: new Date(time) }));
}
