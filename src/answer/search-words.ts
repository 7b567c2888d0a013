import type { Corpus } from '../library/corpus.js';
import type { Reply } from '../reply.js';
import { type FoundWords, findWords, readWordQuery } from '../search/find-words.js';
import { createExcerpt } from './excerpt.js';
import { chooseArticles } from './scope.js';

/** Words to look for, as typed, and in which article. */
export interface SearchQuery {
  readonly words: string;
  readonly source: string | undefined;
}

/** Passages listed at most: some 30 pages of a reply. */
const MOST_LISTED = 100;
/** Passages with only some of the words shown where none has all. */
const MOST_RELATED = 5;

/** The passages with all the words, the words highlighted; where none has all, those with most of them, as related. */
export function searchWords(corpus: Corpus, { words: asked, source }: SearchQuery): Reply {
  const scope = chooseArticles(corpus, source);
  if (!scope.ok) return scope.reply;
  const query = readWordQuery(asked);
  if (query.phrases.length + query.words.length === 0) {
    return { kind: 'refused', reason: `“${asked}” holds no word to look for; type at least one.` };
  }
  const found = findWords(corpus, query, scope);
  const whole = found.filter(({ share }) => share === 1);
  if (whole.length > 0) {
    const excerpts = whole.slice(0, MOST_LISTED).map(showFound);
    const rest = whole.length > MOST_LISTED ? ' The first ones are shown: add a word or a source.' : '';
    const note = `${whole.length} ${whole.length === 1 ? 'passage' : 'passages'}.${rest}`;
    return { kind: 'answer', asked, sections: [{ heading: null, excerpts }], note };
  }
  if (found.length === 0) {
    const note = 'No passage has any of these words; try other words, or fewer quotation marks.';
    return { kind: 'nothing', asked, note };
  }
  const excerpts = found.slice(0, MOST_RELATED).map(showFound);
  const note = 'No passage has all of these; here are those with most of them.';
  return { kind: 'related', asked, sections: [{ heading: null, excerpts }], note };
}

function showFound({ article, passage, matches }: FoundWords) {
  return createExcerpt(article, passage, { highlights: matches });
}
