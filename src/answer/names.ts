import { type Article, textAt } from '../article/article.js';
import type { Span } from '../article/span.js';
import { tokenize } from '../language/annotation.js';
import { normalise } from '../language/normalise.js';
import type { Corpus } from '../library/corpus.js';
import { matchWord } from '../search/match-word.js';
import type { Profile } from './profile.js';
import { contentWordsOf } from './topic.js';

/** Articles whose names are read while a user waits: each takes some 15 ms the first time. */
const MOST_READ = 40;
/** Names suggested where one was not found. */
const MOST_SUGGESTED = 5;

/** The different names the articles use for somebody, each where it first stands, fullest first. */
export function namesOf(profile: Profile): { readonly article: Article; readonly span: Span }[] {
  const names = new Map<string, { article: Article; span: Span }>();
  for (const { article, entity } of profile.parts) {
    for (const mention of entity.mentions) {
      if (mention.kind !== 'name') continue;
      const key = normalise(textAt(article, mention));
      if (!names.has(key)) names.set(key, { article, span: { start: mention.start, end: mention.end } });
    }
  }
  return [...names.values()].toSorted((a, b) => b.span.end - b.span.start - (a.span.end - a.span.start));
}

/** Names in the articles, most mentioned first: people, then organisations and places. */
export function listNames(corpus: Corpus, articles: readonly Article[]): string[] {
  const counts = new Map<string, number>();
  for (const article of articles.slice(0, MOST_READ)) {
    for (const { name, kind, mentions } of corpus.readingOf(article).entities) {
      const weight = kind === 'person' ? PERSON_FIRST : 1;
      counts.set(name, (counts.get(name) ?? 0) + mentions.length * weight);
    }
  }
  return [...counts].toSorted(([, a], [, b]) => b - a).map(([name]) => name);
}

/** What a mention of a person weighs against one of a thing: people are what is asked for most. */
const PERSON_FIRST = 3;

/** Names in the articles close to what was typed, then the most mentioned ones; a handful. */
export function nearNames(corpus: Corpus, articles: readonly Article[], typed: string): string[] {
  const words = contentWordsOf(typed);
  const isNear = (name: string): boolean =>
    tokenize(name, 'en').some((own) => words.some((word) => matchWord(word, own) !== null));
  const names = listNames(corpus, articles);
  return [...names.filter(isNear), ...names.filter((name) => !isNear(name))].slice(0, MOST_SUGGESTED);
}
