import { type Article, textAt } from '../article/article.js';
import type { Span } from '../article/span.js';
import { findKeyedWords } from '../language/find-keyed-words.js';
import type { KeyedWord } from '../language/keyed-word.js';
import { wordReadingOf } from '../language/word-reading.js';
import { languageOf } from '../lexicon/language.js';
import { doInSlices } from '../scheduling/give-way.js';
import { findLiteral, findPhraseIn } from './find-phrase.js';
import { asidesOf } from './index/index-article.js';
import { type ComparedWord, findBestMatches, matchWord } from './match-word.js';
import { type ReadStretch, readStretch } from './read-stretch.js';
import type { SearchIndex } from './search-index.js';
import { findUnit, normsIn, readUnits, type Unit } from './word-unit.js';

/** The articles that are searched, as a corpus holds them. */
export interface SearchedArticles {
  readonly index: SearchIndex;
}

/** A passage that has words looked for; or a heading or an aside, which are no passages. */
export interface FoundWords {
  readonly article: Article;
  readonly passage: Span;
  /** The words found, in order. */
  readonly matches: readonly Span[];
  /** Share of the words and phrases looked for that the passage has, 0 to 1; 1 for all. */
  readonly share: number;
}

/** What is looked for: phrases to be found word for word, and single words as each language reads them. */
export interface WordQuery {
  readonly phrases: readonly string[];
  /** What is outside the quotation marks, as typed. */
  readonly loose: string;
}

/** How much of what shares words with a search is looked at closely. */
export interface SearchReach {
  /** Passages asked of the index, and asides. */
  readonly most: number;
  /** Passages that are looked at if they have not most of the words, as far as the others are fewer: many times those that are shown if none has all words. */
  readonly lookedAt: number;
}

/** What members wait for: `npm run bench -- library` tells for which share of questions it gives the first ten that `EVERYTHING` gives. */
const NEAREST: SearchReach = { most: 150, lookedAt: 80 };

/** All that shares a word, to measure the other by: seconds for a question. */
export const EVERYTHING: SearchReach = { most: Number.MAX_SAFE_INTEGER, lookedAt: Number.MAX_SAFE_INTEGER };

const QUOTED = /["“”„‟«»]([^"“”„‟«»]+)["“”„‟«»]/gu;

/** A search as typed: what is in quotation marks, straight or curly, is a phrase; stop words count only among themselves. */
export function readWordQuery(typed: string): WordQuery {
  const phrases = Array.from(typed.matchAll(QUOTED), ([, phrase]) => (phrase ?? '').trim()).filter(hasWord);
  return { phrases, loose: typed.replace(QUOTED, ' ') };
}

/** Whether a search holds anything to look for. */
export function isEmptyQuery({ phrases, loose }: WordQuery): boolean {
  return phrases.length === 0 && !hasWord(loose);
}

/**
 * The passages that have the words of a search, those with all of them first, then by the index's
 * ranking; last of each share what no passage holds: headings, furniture, code. Words are forgiven their form, slips, and may be only begun; a phrase must be there word for word.
 * Empty if the search holds no word or nothing has any of them.
 */
export async function findWords(
  corpus: SearchedArticles,
  query: WordQuery,
  scope: { readonly articles: readonly Article[]; readonly articleId: string | undefined },
  reach = NEAREST,
): Promise<FoundWords[]> {
  const { passages, asides } = await doInSlices(findCandidates(corpus, query, scope, reach));
  const { articleId } = scope;
  const isHeld = (words: string, language: string): boolean =>
    corpus.index.holds(words, language, articleId === undefined ? {} : { articleId });
  const found = await doInSlices(matchInSteps(await doInSlices(readInSteps(passages)), query, isHeld));
  const beside = await doInSlices(matchInSteps(await doInSlices(readInSteps(asides)), query, isHeld));
  return [...found, ...beside].toSorted((a, b) => b.share - a.share);
}

interface Candidate {
  readonly article: Article;
  readonly passage: Span;
}

/** A step after each passage. */
function* readInSteps(candidates: readonly Candidate[]): Generator<undefined, ReadStretch[]> {
  const read: ReadStretch[] = [];
  for (const { article, passage } of candidates) {
    read.push(readStretch(article, passage));
    yield;
  }
  return read;
}

/** A step after each stretch. What the articles hold themselves (`isHeld`) is no slip for another word, though it be in none of these stretches. */
function* matchInSteps(
  read: readonly ReadStretch[],
  query: WordQuery,
  isHeld: (words: string, language: string) => boolean,
): Generator<undefined, FoundWords[]> {
  const unitsIn = new Map<string, Unit[]>();
  const vocabularies = new Map<string, Map<string, ComparedWord>>();
  for (const { article, words } of read) {
    const { language } = article.meta;
    if (!unitsIn.has(language))
      unitsIn.set(language, readUnits(query.loose, language, query.phrases.length > 0));
    const vocabulary = vocabularies.get(language) ?? new Map<string, ComparedWord>();
    vocabularies.set(language, vocabulary);
    for (const word of normsIn(words)) vocabulary.set(word.norm, word);
    yield;
  }
  const accepted = new Map<string, Map<KeyedWord, Set<string>>>();
  for (const [language, units] of unitsIn) {
    const vocabulary = vocabularies.get(language) ?? new Map<string, ComparedWord>();
    const single = units.flatMap(({ words }) => words);
    accepted.set(
      language,
      new Map(
        single.map((word) => {
          const matches = findBestMatches(word, vocabulary.values());
          const [best] = matches;
          const isForgiven = best !== undefined && matchWord(word, best) !== 'same';
          const isOther = isForgiven && isHeld(query.loose.slice(word.start, word.end), language);
          return [word, new Set(isOther ? [] : matches.map(({ norm }) => norm))];
        }),
      ),
    );
    yield;
  }
  const found: FoundWords[] = [];
  for (const { article, passage, words } of read) {
    const { language } = article.meta;
    const units = unitsIn.get(language) ?? [];
    const norms = accepted.get(language);
    const places = [
      ...query.phrases.map((phrase) => findPhraseIn(article, words, phrase, passage)),
      ...units.map((unit) =>
        languageOf(language).writing.isRunOn === true
          ? findLiteral(article, query.loose.slice(unit.start, unit.end), passage)
          : findUnit(unit, words, (word, norm) => norms?.get(word)?.has(norm) === true),
      ),
    ];
    const matches = places.flat().toSorted((a, b) => a.start - b.start);
    found.push({
      article,
      passage,
      matches: matches.map(({ start, end }) => ({ start, end })),
      share: places.filter((spans) => spans.length > 0).length / Math.max(1, places.length),
    });
    yield;
  }
  return found.filter(({ share }) => share > 0);
}

interface Candidates {
  readonly passages: readonly Candidate[];
  readonly asides: readonly Candidate[];
}

/**
 * What the index has. It leaves out words like "not" and "is": what is made of nothing else in a language is looked for in
 * the texts of that language themselves, until enough is found.
 */
function* findCandidates(
  corpus: SearchedArticles,
  { phrases, loose }: WordQuery,
  { articles, articleId }: { readonly articles: readonly Article[]; readonly articleId: string | undefined },
  { most: limit, lookedAt }: SearchReach,
): Generator<undefined, Candidates> {
  const typed = [...phrases, loose].join(' ');
  const options = { ...(articleId === undefined ? {} : { articleId }), limit };
  const passages: Candidate[] = likeliest(corpus.index.findPassages(typed, options), lookedAt);
  yield;
  const asides = likeliest(corpus.index.findAsides(typed, options), lookedAt).map(
    ({ article, aside }): Candidate => ({ article, passage: aside }),
  );
  yield;
  const small = new Map<string, readonly string[]>();
  const most = passages.length + limit;
  if ([...languagesOf(articles)].every((language) => smallWordsOf(typed, language).length === 0))
    return { passages, asides };
  for (const article of articles) {
    const { language } = article.meta;
    const norms = small.get(language) ?? smallWordsOf(typed, language);
    small.set(language, norms);
    if (norms.length === 0) continue;
    const hasThem = (passage: Span): boolean => {
      const folded = wordReadingOf(language).fold(textAt(article, passage), language);
      return norms.every((norm) => folded.includes(norm));
    };
    for (const passage of article.passages) {
      if (passages.length < most && hasThem(passage)) passages.push({ article, passage });
      yield;
    }
    for (const aside of asidesOf(article))
      if (asides.length < most && hasThem(aside)) asides.push({ article, passage: aside });
    if (passages.length >= most) break;
  }
  return { passages, asides };
}

/**
 * Those that have most of the keys looked for, all of them, in the order of the index; the best others only as far as these are few. Who has fewer
 * keys has fewer of the words, and is shown only if nobody has all.
 *
 * Gets wrong: a passage whose word the index reads as two keys may go behind one that has more keys and fewer words.
 */
function likeliest<Found extends { readonly had: number }>(
  found: readonly Found[],
  lookedAt: number,
): Found[] {
  const most = found.reduce((so, { had }) => Math.max(so, had), 0);
  const few = Math.max(0, lookedAt - found.filter(({ had }) => had === most).length);
  const others = found.filter(({ had }) => had < most).slice(0, few);
  const chosen = new Set([...found.filter(({ had }) => had === most), ...others]);
  return found.filter((one) => chosen.has(one));
}

/** The languages of the articles of a corpus, told once: there may be thousands. */
const languages = new WeakMap<readonly Article[], ReadonlySet<string>>();

function languagesOf(articles: readonly Article[]): ReadonlySet<string> {
  const known = languages.get(articles) ?? new Set(articles.map(({ meta }) => meta.language));
  languages.set(articles, known);
  return known;
}

/** The words typed, in compared form, if all of them say little in a language; else none. */
function smallWordsOf(typed: string, language: string): string[] {
  const words = findKeyedWords(typed, language);
  return words.every(({ isStop }) => isStop) ? words.map(({ norm }) => norm) : [];
}

function hasWord(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}
