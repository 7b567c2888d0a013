import type { Article } from '../article/article.js';
import { isOverlapping, type Span } from '../article/span.js';
import type { Section } from '../bot/reply.js';
import type { Analysis } from '../extract/analysis.js';
import type { NameMatch } from '../extract/people/match-name.js';
import { isPersonNoun, isTitle } from '../extract/people/titles.js';
import { normalise } from '../language/normalise.js';
import type { Corpus } from '../library/corpus.js';
import { phrase } from '../messages/phrase.js';
import { matchWord } from '../search/match-word.js';
import { wordsOfName } from './name-words.js';
import { rememberOfArticles } from './remember-of-articles.js';
import { contentWordsOf } from './topic.js';

/** Articles whose names are read while a user waits: each takes some 15 ms the first time. */
const MOST_READ = 40;
/** Milliseconds that articles are read for names to suggest: what was asked is answered without them. */
export const SUGGESTED_WITHIN = 300;
/** Names suggested if one was not found. */
const MOST_SUGGESTED = 5;
/** What a mention of a person weighs against one of a thing: people are what is asked for most. */
const PERSON_FIRST = 3;

/**
 * The forms in which the articles name somebody, besides what was asked for and the same with a title, fullest first; null if there is
 * no other.
 */
export function listForms(profile: NameMatch, asked: string): Section | null {
  const forms = new Map<string, { article: Article; span: Span }>();
  for (const { analysis, entity } of profile.parts) {
    for (const form of [entity.name, ...entity.aliases]) {
      const span = findForm(analysis.article.text, form, entity.mentions);
      const key = normalise(form);
      if (span === null || forms.has(key) || key === normalise(asked)) continue;
      if ([asked, entity.name, ...entity.aliases].some((other) => isWithTitle(form, other))) continue;
      forms.set(key, { article: analysis.article, span });
    }
  }
  if (forms.size === 0) return null;
  const names = [...forms.values()].toSorted(
    (a, b) => b.span.end - b.span.start - (a.span.end - a.span.start),
  );
  return { heading: phrase('answer.also-called'), excerpts: [], names };
}

/** Whether a form is another with a title before it: "CEO Otto Kern", and not "Otto Kern" for "Kern". */
function isWithTitle(form: string, other: string): boolean {
  if (other === '' || !form.endsWith(` ${other}`)) return false;
  const word =
    form.slice(0, -other.length).trim().split(/\s+/u).at(-1)?.toLowerCase().replace(/\./gu, '') ?? '';
  return isTitle(word) || isPersonNoun(word);
}

/** Where a form of a name, with its title, is first over one of its mentions; null if it does not. */
function findForm(text: string, form: string, mentions: readonly Span[]): Span | null {
  for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1)) {
    const span = { start: at, end: at + form.length };
    if (mentions.some((mention) => isOverlapping(mention, span) && mention.end <= span.end)) return span;
  }
  return null;
}

/** A name of an article, and how much it is spoken of there. */
interface WeighedName {
  readonly name: string;
  readonly weight: number;
}

const namesOf = rememberOfArticles(weighNames);

/** Names in the articles, most mentioned first, people before things mentioned as often. */
export async function listNames(
  corpus: Pick<Corpus, 'readAll'>,
  articles: readonly Article[],
): Promise<string[]> {
  const some = articles.slice(0, MOST_READ);
  const named = await namesOf(corpus, some);
  const counts = new Map<string, number>();
  for (const article of some) {
    for (const { name, weight } of named.get(article) ?? [])
      counts.set(name, (counts.get(name) ?? 0) + weight);
  }
  return [...counts].toSorted(([, a], [, b]) => b - a).map(([name]) => name);
}

function weighNames({ entities }: Analysis): WeighedName[] {
  return entities.map(({ name, kind, mentions }) => ({
    name,
    weight: mentions.length * (kind === 'person' ? PERSON_FIRST : 1),
  }));
}

/** A handful of names, those that share a word with what was typed, slips forgiven, before the others. A step after each of the names. */
export function* suggestNames(names: readonly string[], typed: string): Generator<undefined, string[]> {
  const words = contentWordsOf(typed);
  const isNear = (name: string): boolean =>
    wordsOfName(name).some((own) => words.some((word) => matchWord(word, own) !== null));
  const near = new Set<string>();
  for (const name of names) {
    if (isNear(name)) near.add(name);
    yield;
  }
  return [...near, ...names.filter((name) => !near.has(name))].slice(0, MOST_SUGGESTED);
}
