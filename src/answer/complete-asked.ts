import { isEnglish } from '../article/language-tag.js';
import type { PreviousAnswer } from '../bot/command.js';
import type { Corpus } from '../library/corpus.js';
import { type CompleteQuestion, completeQuestion } from './follow-up.js';
import { completePlainQuestion } from './follow-up-elsewhere.js';
import { findPersonSpokenOf } from './person-spoken-of.js';

/** What a question may mean behind the exchange that it replies to, by the language of the article cited there. */
export async function completeAsked(
  corpus: Corpus,
  asked: string,
  previous: PreviousAnswer | null,
): Promise<CompleteQuestion> {
  const cited = previous?.source == null ? undefined : corpus.findArticle(previous.source);
  if (previous === null || cited === undefined) return completeQuestion(asked, previous);
  const { language } = cited.meta;
  if (!isEnglish(language)) return completePlainQuestion(asked, previous, language);
  return completeQuestion(asked, previous, findPersonSpokenOf(previous, await corpus.readNear(cited, [])));
}
