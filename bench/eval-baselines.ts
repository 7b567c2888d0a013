import MiniSearch from 'minisearch';
import { textAt } from '../src/article/article.js';
import { findKeys } from '../src/language/word-keys.js';
import { type EvalQuestion, type EvalText, isGold } from './eval-data.js';
import { type Outcome, outcomeOf } from './outcome.js';

const indexes = {
  plain: new WeakMap<EvalText, MiniSearch>(),
  stems: new WeakMap<EvalText, MiniSearch>(),
};

function indexOf(read: EvalText, hasStems: boolean): MiniSearch {
  const known = indexes[hasStems ? 'stems' : 'plain'];
  let index = known.get(read);
  if (index === undefined) {
    index = new MiniSearch({
      fields: ['text'],
      ...(hasStems ? { tokenize: (text: string) => findKeys(text) } : {}),
    });
    const { article } = read;
    index.addAll(
      article.sentences.map((sentence) => ({ id: sentence.index, text: textAt(article, sentence) })),
    );
    known.set(read, index);
  }
  return index;
}

/** The sentences of an article as MiniSearch alone ranks them, as it comes or with this project's keys (stems, no stop words). */
export function rankWithMiniSearch(read: EvalText, question: EvalQuestion, hasStems: boolean): Outcome {
  const index = indexOf(read, hasStems);
  const started = performance.now();
  const found = index.search(question.text);
  const milliseconds = performance.now() - started;
  const right = found.slice(0, 3).map(({ id }) => {
    const sentence = read.article.sentences[Number(id)];
    return sentence !== undefined && isGold(read, question, sentence);
  });
  return outcomeOf(right, milliseconds);
}
