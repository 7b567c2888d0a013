import type { PreviousAnswer } from '../bot/command.js';
import type { Reply } from '../bot/reply.js';
import { isTold } from '../extract/is-told.js';
import type { Corpus } from '../library/corpus.js';
import { createExcerpt, sentenceAt } from './excerpt.js';
import { findSources } from './find-sources.js';

/** The sentence of an excerpt that was shown before with whoever told it in bold, or as `related` if nobody did; null if the excerpt is not found again, or its article's language is one in which nobody is told to say it. */
export async function tellWhoTold(
  corpus: Corpus,
  asked: string,
  { source, excerpt }: PreviousAnswer,
): Promise<Reply | null> {
  const article = source === null ? undefined : corpus.findArticle(source);
  const shown = excerpt.replace(/^…|…$/gu, '').trim();
  if (article === undefined || shown === '' || !isTold('speakers', article)) return null;
  const start = article.text.indexOf(shown);
  // What goes before the sentence that answered only says whom it speaks of.
  const sentence = start === -1 ? undefined : sentenceAt(article, start + shown.length - 1);
  if (sentence === undefined) return null;
  const sources = findSources(await corpus.readNear(article, [sentence]), sentence);
  const told = createExcerpt(article, sentence, { highlights: sources });
  const kind = sources.length > 0 ? 'answer' : 'related';
  return { kind, asked, sections: [{ heading: null, excerpts: [told] }] };
}
