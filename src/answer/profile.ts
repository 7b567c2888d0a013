import type { Article } from '../article/article.js';
import type { Analysis } from '../extract/analysis.js';
import { findByDescription, otherOffices } from '../extract/people/find-by-description.js';
import { matchName, type NameMatch } from '../extract/people/match-name.js';
import { tokenize } from '../language/annotation.js';
import { normalise } from '../language/normalise.js';
import type { Corpus } from '../library/corpus.js';
import type { Scope } from './scope.js';
import { contentWordsOf, MOST_ARTICLES } from './topic.js';

/** Passages asked of the index to find the articles a name is in. */
const MOST_PASSAGES = 200;

/** The articles of a scope in which a name may be, likeliest first; all of a scope of one. */
export function articlesNaming(
  corpus: Corpus,
  scope: Extract<Scope, { ok: true }>,
  typed: string,
): readonly Article[] {
  if (scope.articles.length <= 1) return scope.articles;
  const words = [typed, ...otherOffices(typed)].join(' ');
  const found = corpus.index.findPassages(words, { limit: MOST_PASSAGES });
  return [...new Set(found.map(({ article }) => article))].slice(0, MOST_ARTICLES);
}

/**
 * Who or what in the articles is meant by what was typed: who bears the name, else whom a describing phrase fits
 * ("prime minister of Israel"), most mentioned first; several if several do, none if nobody does. A step after each article.
 */
export function* findProfiles(
  analyses: readonly Analysis[],
  typed: string,
): Generator<undefined, NameMatch[]> {
  const named = yield* matchName(analyses, typed);
  if (named.some((match) => isWholeName(match, typed))) return preferNamed(named, typed);
  const described = yield* findByDescription(analyses, typed);
  return described.length > 0 ? described : named;
}

/** Whether every word typed is in a form of the name: "Prime Minister of Norland" is no name of Norland. */
function isWholeName(match: NameMatch, typed: string): boolean {
  const own = new Set(formsOf(match).flatMap((form) => tokenize(form, 'en').map(({ norm }) => norm)));
  return contentWordsOf(typed).every(({ norm }) => own.has(norm));
}

/** Without things that only have the name as a part of theirs ("Berg Tower") if somebody goes by it. */
function preferNamed(matches: NameMatch[], typed: string): NameMatch[] {
  const asked = normalise(typed);
  const kinds = new Set(
    matches
      .filter((match) => formsOf(match).some((form) => normalise(form) === asked))
      .map(({ kind }) => kind),
  );
  return kinds.size === 0 ? matches : matches.filter(({ kind }) => kinds.has(kind));
}

function formsOf({ parts }: NameMatch): string[] {
  return parts.flatMap(({ entity }) => [entity.name, ...entity.aliases]);
}
