import { setTimeout } from 'node:timers/promises';
import type { Article } from '../article/article.js';
import type { Choice, CompletionContext } from '../bot/option.js';
import { beginningWith, hasWords } from '../language/has-words.js';
import { normalise } from '../language/normalise.js';
import type { Corpus } from '../library/corpus.js';
import { ownArticleId, ownSourceName } from '../library/own-articles.js';
import { inTime } from '../library/read-in-time.js';
import { inSlice } from '../scheduling/give-way.js';
import { matchWord } from '../search/match-word.js';
import { spellName, wordsOfName } from './name-words.js';
import { listNames } from './names.js';
import { namesByForm } from './names-by-form.js';
import { articlesNaming } from './profile.js';
import { findNamesakes, matchTitles } from './scope.js';
import { listSpeakers } from './speaker.js';

/** Choices a list holds at most, and the characters of one: Discord's limits. */
const MOST_CHOICES = 25;
const LONGEST_CHOICE = 100;

/** Articles whose title or id has the words typed, at the beginnings of their words; all if nothing is typed. */
export function completeSource(typed: string, { corpus }: Pick<CompletionContext, 'corpus'>): Choice[] {
  const found = matchTitles(corpus.articles, typed).map(({ id, meta }) => ({
    title: meta.title,
    name: ownSourceName(id) ?? id,
    value: id,
  }));
  return toSourceChoices(found);
}

/** A server's own articles, also those not served, whose title or name has the words typed at the beginnings of its words. */
export function completeOwnSource(typed: string, { corpus }: Pick<CompletionContext, 'corpus'>): Choice[] {
  const served = corpus.articles.flatMap(({ id, meta }) => {
    const name = ownSourceName(id);
    return name === null ? [] : [{ name, title: meta.title }];
  });
  const failed = corpus.problems.flatMap(({ file }) => {
    const name = ownSourceName(file);
    return name === null || corpus.findArticle(ownArticleId(name)) !== undefined
      ? []
      : [{ name, title: name }];
  });
  const found = [...served, ...failed].filter(({ name, title }) => hasWords(`${title} ${name}`, typed));
  return toSourceChoices(found.map((source) => ({ ...source, value: source.name })));
}

/** Sources by their titles; if several have one title, with the name that tells them apart. */
function toSourceChoices(
  sources: readonly { readonly title: string; readonly name: string; readonly value: string }[],
): Choice[] {
  const shown = sources.slice(0, MOST_CHOICES);
  const namesakes = findNamesakes(shown.map(({ title }) => title));
  return shown.map(({ title, name, value }) => {
    if (!namesakes.has(normalise(title))) return toChoice(title, value);
    const apart = ` (${name})`;
    return toChoice(`${cutName(title, LONGEST_CHOICE - apart.length)}${apart}`, value);
  });
}

/** Names of people, organisations and places that have the words typed, most mentioned first; all if nothing is typed. */
export async function completeName(
  typed: string,
  { corpus }: Pick<CompletionContext, 'corpus'>,
): Promise<Choice[]> {
  return chooseAtOnce(typed, corpus, listNames, namesByForm);
}

/** Names of people and organisations that are quoted and have the words typed, most quoted first. */
export async function completeSpeaker(
  typed: string,
  { corpus }: Pick<CompletionContext, 'corpus'>,
): Promise<Choice[]> {
  return chooseAtOnce(typed, corpus, listSpeakers, () => []);
}

/** Milliseconds of reading that a letter starts behind what it is offered. */
const READ_BEHIND = 1_000;

/** Milliseconds in which what was read before, and not asked for its names, is there; too few to read anything. */
const AT_ONCE = 3;

/**
 * Choices among the names of articles that were read before, and if none of them fits among the `others`: no reading is waited for, and the articles are read behind it,
 * for the next letter.
 */
async function chooseAtOnce(
  typed: string,
  corpus: Corpus,
  list: (corpus: Pick<Corpus, 'readAll'>, articles: readonly Article[]) => Promise<readonly string[]>,
  others: (corpus: Corpus, typed: string) => readonly string[],
): Promise<Choice[]> {
  const articles = await inSlice(() => articlesFor(typed, corpus));
  // Whoever reads articles tells of what fails.
  const readBehind = () => list(inTime(corpus, READ_BEHIND), articles).catch(() => []);
  const known = toChoices(typed, await list(NOTHING_READ, articles));
  const offered = known.length > 0 ? known : toChoices(typed, await inSlice(() => others(corpus, typed)));
  if (offered.length === 0)
    return toChoices(typed, await Promise.race([readBehind(), setTimeout(AT_ONCE, [])]));
  // Even to begin to read takes milliseconds.
  setImmediate(() => void readBehind());
  return offered;
}

/** Reads no article: what is remembered of those read before has to do. */
const NOTHING_READ: Pick<Corpus, 'readAll'> = { readAll: () => Promise.resolve([]) };

/** Where the names typed may be; the index knows no word by three letters, so then anywhere. */
function articlesFor(typed: string, corpus: Corpus): readonly Article[] {
  const found = articlesNaming(corpus, { ok: true, articles: corpus.articles, articleId: undefined }, typed);
  return found.length > 0 ? found : corpus.articles;
}

function toChoices(typed: string, names: readonly string[]): Choice[] {
  const isBegun = beginningWith(typed);
  const begun = names.filter((name) => isBegun(spellName(name)));
  const found = begun.length > 0 ? begun : forgiveSlips(typed, names);
  return found.slice(0, MOST_CHOICES).map((name) => toChoice(name, name));
}

/** Names whose words are near those typed. */
function forgiveSlips(typed: string, names: readonly string[]): string[] {
  const words = wordsOfName(typed);
  return names.filter((name) => {
    const own = wordsOfName(name);
    return words.every((word) => own.some((other) => matchWord(word, other) !== null));
  });
}

/** A choice within Discord's limits; a value that is cut is found by its beginning. */
function toChoice(name: string, value: string): Choice {
  return { name: cutName(name, LONGEST_CHOICE), value: value.slice(0, LONGEST_CHOICE) };
}

function cutName(name: string, length: number): string {
  return name.length <= length ? name : `${name.slice(0, Math.max(0, length - 1))}…`;
}
