import type { Article } from '../article/article.js';
import type { RefusedReply } from '../bot/reply.js';
import { beginningWith, spellOut } from '../language/has-words.js';
import { normalise } from '../language/normalise.js';
import type { Corpus } from '../library/corpus.js';
import { phrase, type Wording } from '../messages/phrase.js';

/** The articles a command keeps to, or why they could not be told. */
export type Scope =
  | { readonly ok: true; readonly articles: readonly Article[]; readonly articleId: string | undefined }
  | { readonly ok: false; readonly reply: RefusedReply };

/** Titles named when a source is ambiguous: as many as fit one plain sentence. */
const MOST_NAMED = 3;

/**
 * The articles meant by a source as typed: all of them if none is given, else the one with this
 * id or title; failing that, the only one whose id or title holds all the typed words.
 */
export function chooseArticles(corpus: Corpus, source: string | undefined): Scope {
  if (source === undefined) return { ok: true, articles: corpus.articles, articleId: undefined };
  const found = corpus.findArticle(source) ?? findByTitle(corpus, source);
  if (!Array.isArray(found)) return { ok: true, articles: [found], articleId: found.id };
  if (found.length === 0) {
    return refuse(phrase('answer.no-article', { source }));
  }
  const namesakes = findNamesakes(found.map(({ meta }) => meta.title));
  const titles = found.slice(0, MOST_NAMED).map(({ id, meta }) => {
    const title = namesakes.has(normalise(meta.title)) ? `${meta.title} (${id})` : meta.title;
    return phrase('answer.title', { title });
  });
  const more = found.length - titles.length;
  return refuse(
    more === 0
      ? phrase('answer.several-articles', { source, titles })
      : phrase('answer.several-articles-more', { source, titles, more }),
  );
}

/** Articles whose id or title holds all the words typed, each at the beginning of a word; all if none was typed. */
export function matchTitles(articles: readonly Article[], typed: string): Article[] {
  const isFitting = beginningWith(typed);
  return articles.filter((article) => isFitting(spellTitle(article)));
}

const spelled = new WeakMap<Article, string>();

/** An article's title and id as they are looked through, of thousands with each letter that somebody types. */
function spellTitle(article: Article): string {
  const known = spelled.get(article);
  if (known !== undefined) return known;
  const title = spellOut(`${article.meta.title} ${article.id}`);
  spelled.set(article, title);
  return title;
}

/** Makes the titles of all articles ready to be looked through, which the first letter that somebody types would else wait for. A step after each. */
export function* spellTitlesAhead(articles: readonly Article[]): Generator<undefined, void> {
  for (const article of articles) {
    spellTitle(article);
    yield;
  }
}

/** The titles, normalised, that several articles have, so that they do not tell them apart. */
export function findNamesakes(titles: readonly string[]): ReadonlySet<string> {
  const once = new Set<string>();
  const namesakes = new Set<string>();
  for (const title of titles.map(normalise)) (once.has(title) ? namesakes : once).add(title);
  return namesakes;
}

function findByTitle(corpus: Corpus, source: string): Article | Article[] {
  const typed = normalise(source);
  const named = corpus.articles.filter(
    (article) => normalise(article.meta.title) === typed || normalise(article.id) === typed,
  );
  const found = named.length > 0 ? named : matchTitles(corpus.articles, source);
  const [only] = found;
  return found.length === 1 && only !== undefined ? only : found;
}

function refuse(reason: Wording): Scope {
  return { ok: false, reply: { kind: 'refused', reason } };
}
