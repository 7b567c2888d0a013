import type { Reply } from '../bot/reply.js';
import type { Corpus } from '../library/corpus.js';
import { joinSentences } from '../messages/join-sentences.js';
import { phrase } from '../messages/phrase.js';
import { type FoundWords, findWords, isEmptyQuery, readWordQuery } from '../search/find-words.js';
import { createExcerpt } from './excerpt.js';
import { chooseArticles } from './scope.js';

/** Words to look for, as typed, and in which article. */
export interface SearchQuery {
  readonly words: string;
  readonly source: string | undefined;
}

/** Passages listed at most: some 30 pages of a reply. */
const MOST_LISTED = 100;
/** Passages with only some of the words shown if none has all. */
const MOST_RELATED = 5;

/** The passages with all the words, the words highlighted; if none has all, those with most of them, as related. */
export async function searchWords(corpus: Corpus, { words: asked, source }: SearchQuery): Promise<Reply> {
  const scope = chooseArticles(corpus, source);
  if (!scope.ok) return scope.reply;
  const query = readWordQuery(asked);
  if (isEmptyQuery(query)) {
    return { kind: 'refused', reason: phrase('answer.word-none', { asked }) };
  }
  const found = await findWords(corpus, query, scope);
  const whole = found.filter(({ share }) => share === 1);
  if (whole.length > 0) {
    const excerpts = whole.slice(0, MOST_LISTED).map(showFound);
    const counted = phrase('answer.passages', { passages: whole.length });
    const more = whole.length > MOST_LISTED ? phrase('answer.passages-first') : null;
    const note = joinSentences([counted, more]) ?? counted;
    return { kind: 'answer', asked, sections: [{ heading: null, excerpts }], note };
  }
  if (found.length === 0) {
    const note = phrase('answer.passages-none');
    return { kind: 'nothing', asked, note };
  }
  const excerpts = found.slice(0, MOST_RELATED).map(showFound);
  const note = phrase('answer.passages-some-words');
  return { kind: 'related', asked, sections: [{ heading: null, excerpts }], note };
}

function showFound({ article, passage, matches }: FoundWords) {
  return createExcerpt(article, passage, { highlights: matches });
}
