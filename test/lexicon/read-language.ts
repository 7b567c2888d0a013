import { isOpenQuestion } from '../../src/answer/open-question.js';
import { textAt } from '../../src/article/article.js';
import { createArticle } from '../../src/article/create-article.js';
import { isTold } from '../../src/extract/is-told.js';
import { readingRulesOf } from '../../src/extract/reading-rules.js';
import { annotate } from '../../src/language/annotation.js';
import { findKeysIn } from '../../src/language/find-keyed-words.js';
import { isNegated } from '../../src/language/negation.js';
import { analysePlainQuestion } from '../../src/language/plain-question.js';
import { isPointing } from '../../src/language/pointing-question.js';
import { isSmallTalk } from '../../src/language/small-talk.js';
import { languageOf } from '../../src/lexicon/language.js';
import { isReadable } from '../../src/search/is-readable.js';

/** What is made of a text, a question and a message in a language, each by the room whose work it is. */
export function readLanguage(language: string, text: string, question: string, said: string) {
  const meta = { title: '-', url: null, author: null, publisher: null, published: null, language };
  const article = createArticle({ id: '-', meta, text });
  const { attributions } = readingRulesOf(language).findAttributions(annotate(article), []);
  const { kind, terms } = analysePlainQuestion(question, language);
  const words = question.toLowerCase().split(/[^\p{L}]+/u);
  return {
    code: languageOf(language).code,
    sentences: article.sentences.map((sentence) => textAt(article, sentence)),
    furniture: article.asides.map((aside) => textAt(article, aside)),
    quoted: attributions.flatMap(({ content }) => content.map((span) => textAt(article, span))),
    keys: findKeysIn(question, language),
    asksFor: kind,
    terms: terms.map(({ folded }) => folded),
    isNegated: isNegated(words.join(' '), words, language),
    isOpenQuestion: isOpenQuestion(question.replace('?', '')),
    isSmallTalk: isSmallTalk(said),
    isPointing: isPointing(said),
    isRead: isReadable(article),
    tellsPeople: isTold('people', article),
  };
}
