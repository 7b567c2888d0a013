import { KEEP_TO_ARTICLE } from '../src/answer/article-options.js';
import { defineCommand } from '../src/answer/define-command.js';
import { putQuestion } from '../src/answer/put-question.js';
import { chooseArticles } from '../src/answer/scope.js';

/** The sentence of the articles that answers a question. */
export const ask = defineCommand({
  name: 'ask',
  description: 'Ask the articles a question',
  options: {
    question: { description: 'What you want to know', isRequired: true, maxLength: 500 },
    source: KEEP_TO_ARTICLE,
  },
  execute: ({ question, source }, context) => {
    const scope = chooseArticles(context.corpus, source);
    if (!scope.ok) return scope.reply;
    return putQuestion({ question, source: scope.articleId, previous: context.previous }, context);
  },
});
