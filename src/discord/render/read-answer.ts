import type { APIEmbed } from 'discord.js';
import type { PreviousAnswer } from '../../bot/command.js';
import type { Corpus } from '../../library/corpus.js';
import { dropDirection } from '../../messages/direction.js';
import { listNames } from './citation.js';
import { COLOURS } from './colours.js';
import { footnoteMark } from './footnote-mark.js';
import { unescapeMarkup } from './markup.js';
import { ELLIPSIS } from './quote-excerpt.js';

const ANSWERING: readonly (number | undefined)[] = [COLOURS.answer, COLOURS.related, COLOURS.nothing];
const QUOTE = /^> .*(?:\n> .*)*/mu;
const MARK_AT_END = / [⁰¹²³⁴⁵⁶⁷⁸⁹]+$/u;
const BOLD = /\\.|\*\*/gu;

/**
 * The exchange that one of our messages shows, read back from what a reader sees in it: the question from its title,
 * the first excerpt from its first block quote, the article from the
 * names in the first footnote, whatever the language. Null where the message answers
 * nothing (help, a refusal, another bot's embed).
 *
 * The question comes shortened where the title was.
 */
export function readAnswer(embed: APIEmbed | undefined, corpus: Corpus): PreviousAnswer | null {
  const question = readAsked(embed);
  if (question === null) return null;
  const description = embed?.description ?? '';
  const quote = QUOTE.exec(description)?.[0];
  if (quote === undefined) return { question, source: null, excerpt: '' };
  const excerpt = readQuote(quote);
  return { question, source: findSource(description, excerpt, corpus), excerpt };
}

/** The question that one of our messages answers, shortened where its title was; null where it answers none. */
export function readAsked(embed: APIEmbed | undefined): string | null {
  if (embed?.title === undefined || !ANSWERING.includes(embed.color)) return null;
  return unescapeMarkup(dropDirection(embed.title));
}

/** The words of a block quote as the article has them, line breaks as `\n`. */
export function readQuote(quote: string): string {
  const body = quote
    .replace(MARK_AT_END, '')
    .replace(/^> /gmu, '')
    .replace(BOLD, (match) => (match === '**' ? '' : match));
  return unescapeMarkup(body);
}

/** Of the articles with the name in the first footnote, the one that has the words; else the first; else null. */
function findSource(description: string, excerpt: string, corpus: Corpus): string | null {
  const head = `-# ${footnoteMark(1)} `;
  const note = description.split('\n').find((line) => line.startsWith(head));
  if (note === undefined) return null;
  const cited = unify(note.slice(head.length));
  const named = corpus.articles.filter(({ meta }) =>
    cited.startsWith(unify(`${listNames(meta).join(',')},`)),
  );
  const words = collapse(excerpt.startsWith(ELLIPSIS) ? excerpt.slice(1) : excerpt).replace(/…$/u, '');
  const source = named.find((article) => collapse(article.text).includes(words)) ?? named[0];
  return source?.id ?? null;
}

/** A footnote's words as they are in every language: those of right to left have isolates, and Arabic another comma. */
function unify(words: string): string {
  return dropDirection(words).replace(/[,،]\s*/gu, ',');
}

function collapse(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
