import { type Article, textAt } from '../article/article.js';
import type { Entity } from '../extract/entity.js';
import { tokenize } from '../language/annotation.js';
import { normalise } from '../language/normalise.js';
import type { Corpus } from '../library/corpus.js';
import { type ComparedWord, matchWord, type WordMatch } from '../search/match-word.js';
import { contentWordsOf } from './topic.js';

/** A person, an organisation or a place over all the articles that speak of it. */
export interface Profile {
  readonly kind: Entity['kind'];
  readonly name: string;
  readonly parts: readonly { readonly article: Article; readonly entity: Entity }[];
}

/** Profiles that fit what was typed, and how: by name, or by a phrase that describes them. */
export interface FoundProfiles {
  readonly profiles: readonly Profile[];
  readonly match: WordMatch;
}

/** Passages asked of the index to find the articles a name stands in. */
const MOST_PASSAGES = 200;

/** The articles of a scope in which a name may stand, likeliest first. */
export function articlesNaming(
  corpus: Corpus,
  scope: { readonly articles: readonly Article[]; readonly articleId: string | undefined },
  typed: string,
): readonly Article[] {
  if (scope.articles.length === 1) return scope.articles;
  const within = scope.articleId === undefined ? {} : { articleId: scope.articleId };
  const found = corpus.index.findPassages(typed, { ...within, limit: MOST_PASSAGES });
  return [...new Set(found.map(({ article }) => article))];
}

/** Who or what in the articles bears the name typed, or is described so; case, accents, titles and slips forgiven. */
export function findProfiles(corpus: Corpus, articles: readonly Article[], typed: string): FoundProfiles {
  const words = contentWordsOf(typed);
  const found: { article: Article; entity: Entity; match: WordMatch }[] = [];
  for (const article of articles) {
    for (const entity of corpus.readingOf(article).entities) {
      const match = fitEntity(words, article, entity);
      if (match !== null) found.push({ article, entity, match });
    }
  }
  const match = BEST_FIRST.find((level) => found.some((one) => one.match === level)) ?? 'same';
  return { match, profiles: joinProfiles(found.filter((one) => one.match === match)) };
}

const BEST_FIRST: readonly WordMatch[] = ['same', 'beginning', 'typo'];

function fitEntity(words: readonly ComparedWord[], article: Article, entity: Entity): WordMatch | null {
  const phrases = [
    entity.name,
    ...entity.aliases,
    ...entity.descriptions.map((span) => textAt(article, span)),
  ];
  const own = tokenize(phrases.join(' \n '), 'en').filter((token) => token.isWord);
  const fits = words.map((word) => {
    const kinds = new Set(own.map((candidate) => matchWord(word, candidate)));
    return BEST_FIRST.find((level) => kinds.has(level)) ?? null;
  });
  if (fits.length === 0 || fits.includes(null)) return null;
  return BEST_FIRST.findLast((level) => fits.includes(level)) ?? null;
}

/** Entities of several articles made one where their names say the same: equal, or one the end of the other. */
export function joinProfiles(
  parts: readonly { readonly article: Article; readonly entity: Entity }[],
): Profile[] {
  const profiles: { kind: Entity['kind']; name: string; parts: { article: Article; entity: Entity }[] }[] =
    [];
  const longestFirst = parts.toSorted((a, b) => b.entity.name.length - a.entity.name.length);
  for (const { article, entity } of longestFirst) {
    const same = profiles.filter(
      (profile) => profile.kind === entity.kind && isSameName(profile.name, entity.name),
    );
    const [only] = same;
    if (only !== undefined && same.length === 1 && !only.parts.some((part) => part.article === article)) {
      only.parts.push({ article, entity });
    } else profiles.push({ kind: entity.kind, name: entity.name, parts: [{ article, entity }] });
  }
  return profiles;
}

function isSameName(longer: string, shorter: string): boolean {
  const a = normalise(longer);
  const b = normalise(shorter);
  return a === b || a.endsWith(` ${b}`);
}
