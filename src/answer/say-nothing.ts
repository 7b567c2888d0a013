import type { Article } from '../article/article.js';
import { tellLanguages } from '../language/question-language.js';
import { languageOf } from '../lexicon/language.js';
import { type Phrase, phrase } from '../messages/phrase.js';

/** What a question without anything in it that tells its language is taken for. */
const DEFAULT = 'en';

/** That the articles say nothing about a question; if it is plainly in a language that none of them is in, that it was understood in single words only. */
export function sayNothing(articles: readonly Article[], asked: string): Phrase {
  const [language = DEFAULT] = tellLanguages([asked]);
  const { code } = languageOf(language);
  const isFromElsewhere =
    code !== DEFAULT &&
    articles.length > 0 &&
    articles.every(({ meta }) => languageOf(meta.language).code !== code);
  return phrase(isFromElsewhere ? 'answer.nothing-elsewhere' : 'answer.nothing');
}
