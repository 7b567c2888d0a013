import type { Article } from '../article/article.js';
import type { PreviousAnswer } from '../bot/command.js';
import { byLanguage } from '../lexicon/language.js';
import type { Corpus } from '../library/corpus.js';
import { type CompleteQuestion, completeQuestion } from './follow-up.js';
import { completePlainQuestion } from './follow-up-elsewhere.js';
import { findPersonSpokenOf } from './person-spoken-of.js';

/** A question, the exchange that it replies to, and the article that was cited there. */
interface FollowUp {
  readonly asked: string;
  readonly previous: PreviousAnswer;
  readonly cited: Article;
}

type Complete = (followUp: FollowUp, corpus: Corpus) => Promise<CompleteQuestion>;

const completionIn = byLanguage<Complete>(
  {
    en: async ({ asked, previous, cited }, corpus) =>
      completeQuestion(asked, previous, findPersonSpokenOf(previous, await corpus.readNear(cited, []))),
  },
  async ({ asked, previous, cited }) => completePlainQuestion(asked, previous, cited.meta.language),
);

/** What a question may mean behind the exchange that it replies to, by the language of the article cited there. */
export async function completeAsked(
  corpus: Corpus,
  asked: string,
  previous: PreviousAnswer | null,
): Promise<CompleteQuestion> {
  const cited = previous?.source == null ? undefined : corpus.findArticle(previous.source);
  if (previous === null || cited === undefined) return completeQuestion(asked, previous);
  return completionIn(cited.meta.language)({ asked, previous, cited }, corpus);
}
