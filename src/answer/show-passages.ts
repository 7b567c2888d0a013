import { textAt } from '../article/article.js';
import type { Reply } from '../bot/reply.js';
import { findKeys } from '../language/word-keys.js';
import { phrase } from '../messages/phrase.js';
import type { FoundWindow } from '../search/find-windows.js';
import { createExcerpt } from './excerpt.js';

/** Passages shown. */
const MOST_SHOWN = 3;

/** The passages found for a question that nothing could read closely: of each the sentence that shares most words with it, none of them said to answer. */
export function showPassages(asked: string, text: string, found: readonly FoundWindow[]): Reply {
  const wanted = new Set(findKeys(text));
  const excerpts = found.slice(0, MOST_SHOWN).flatMap(({ article, window }) => {
    const sentences = article.sentences.slice(window.firstSentence, window.endSentence);
    const shared = sentences.map(
      (sentence) => new Set(findKeys(textAt(article, sentence)).filter((key) => wanted.has(key))).size,
    );
    const best = sentences[shared.indexOf(Math.max(...shared))];
    return best === undefined ? [] : [createExcerpt(article, best)];
  });
  return {
    kind: 'related',
    asked,
    lead: phrase('answer.words-shared'),
    sections: [{ heading: null, excerpts }],
    note: phrase('answer.not-read'),
  };
}
