import type { Article, Sentence } from '../article/article.js';
import type { Span } from '../article/span.js';
import type { Entity } from '../extract/entity.js';
import type { Reading } from '../extract/reading.js';
import type { Annotation } from '../language/annotation.js';
import type { Token } from '../language/token.js';
import { findKeys, findWordKeys, initialsKey } from '../language/word-keys.js';
import { doAtOnce, doInSlices } from '../scheduling/give-way.js';
import { ENTITY_SIGNS, readSigns } from './token-signs.js';

/** A sentence as ranking sees it. */
export interface SentenceProfile {
  readonly sentence: Sentence;
  readonly tokens: readonly Token[];
  /** For each token its keys; empty for stop words and marks. */
  readonly keys: readonly (readonly string[])[];
  /** For each key the place of its first token. */
  readonly places: ReadonlyMap<string, number>;
  /** For each token how many that say something stand up to it. */
  readonly contentRanks: Int32Array;
  /** For each stem its tokens' places. */
  readonly stemPlaces: ReadonlyMap<string, readonly number[]>;
}

/** An article made ready for ranking; worked out once and kept with its annotation. */
export interface ArticleProfile {
  readonly article: Article;
  readonly sentences: readonly SentenceProfile[];
  /** For each key the indexes of the sentences that have it, in order. */
  readonly postings: ReadonlyMap<string, readonly number[]>;
  /** The same by the first letters of longer keys (see `stumpOf`). */
  readonly stumps: ReadonlyMap<string, readonly number[]>;
  /** For each sentence the sentences that share its context: `first` included, `end` not. */
  readonly contexts: readonly { readonly first: number; readonly end: number }[];
  /** For each key of a name the sentences that speak of its bearer in other words: a pronoun, a description, another name. */
  readonly links: ReadonlyMap<string, ReadonlySet<number>>;
  /** What each token of a sentence may be an answer to (see `readSigns`). */
  readonly signsOf: (sentence: number) => Int32Array;
  /** All signs that a sentence has. */
  readonly allSignsOf: (sentence: number) => number;
  /** Headings are context, never answers. */
  readonly isHeading: readonly boolean[];
}

/** Letters that words with a common beginning share ("negotiate", "negotiator"). */
const STUMP_LETTERS = 5;
/** A paragraph with fewer sentences borrows its neighbours as context: news has a sentence or two to the paragraph. */
const FULL_PARAGRAPH = 3;
/** How many sentences are borrowed on either side. */
const BORROWED = 2;

const profiles = new WeakMap<Reading, ArticleProfile>();

/** The profile of an article as read, from memory where it was asked for before. */
export function profileOf(reading: Reading): ArticleProfile {
  let profile = profiles.get(reading);
  if (profile === undefined) {
    profile = doAtOnce(buildProfile(reading));
    profiles.set(reading, profile);
  }
  return profile;
}

/** Works out the profile of an article without holding up other work, so that `profileOf` has it. */
export async function prepareProfile(reading: Reading): Promise<void> {
  if (!profiles.has(reading)) profiles.set(reading, await doInSlices(buildProfile(reading)));
}

/** The first five letters of a longer key, or null: numbers and short words have none. */
export function stumpOf(key: string): string | null {
  return key.length > STUMP_LETTERS && !/\d/u.test(key) ? key.slice(0, STUMP_LETTERS) : null;
}

/** A step after each sentence and each entity. */
function* buildProfile({ article, annotation, entities }: Reading): Generator<undefined, ArticleProfile> {
  const postings = new Map<string, number[]>();
  const stumps = new Map<string, number[]>();
  const sentences: SentenceProfile[] = [];
  for (const [index, sentence] of article.sentences.entries()) {
    const profile = profileSentence(annotation, sentence);
    for (const key of profile.places.keys()) {
      post(postings, key, index);
      const stump = stumpOf(key) ?? (key.length === STUMP_LETTERS ? key : null);
      if (stump !== null) post(stumps, stump, index);
    }
    sentences.push(profile);
    yield;
  }
  const contexts = article.sentences.map((sentence) => contextOf(article, sentence));
  const isHeading = article.sentences.map(
    (sentence) => article.paragraphs[sentence.paragraph - 1]?.kind === 'heading',
  );
  const signs: Int32Array[] = [];
  const signsOf = (index: number): Int32Array => {
    let own = signs[index];
    if (own === undefined) {
      own = readSigns(article.text, sentences[index]?.tokens ?? []);
      markEntities(own, sentences[index]?.tokens ?? [], named.get(index) ?? []);
      signs[index] = own;
    }
    return own;
  };
  const named = namedIn(article, entities);
  const all: number[] = [];
  const allSignsOf = (index: number): number => {
    all[index] ??= signsOf(index).reduce((sum, sign) => sum | sign, 0);
    return all[index];
  };
  const links = yield* findLinks(article, entities, sentences);
  return { article, sentences, postings, stumps, contexts, links, signsOf, allSignsOf, isHeading };
}

interface Named extends Span {
  readonly sign: number;
}

/** For each sentence where entities are named in it. */
function namedIn(article: Article, entities: readonly Entity[]): Map<number, Named[]> {
  const named = new Map<number, Named[]>();
  for (const { kind, mentions } of entities) {
    for (const mention of mentions) {
      if (mention.kind !== 'name') continue;
      const index = sentenceAt(article, mention.start);
      const own = named.get(index);
      const here = { start: mention.start, end: mention.end, sign: ENTITY_SIGNS[kind] };
      if (own === undefined) named.set(index, [here]);
      else own.push(here);
    }
  }
  return named;
}

function markEntities(signs: Int32Array, tokens: readonly Token[], named: readonly Named[]): void {
  for (const { start, end, sign } of named) {
    tokens.forEach((token, place) => {
      if (token.start >= start && token.end <= end) signs[place] = (signs[place] ?? 0) | sign;
    });
  }
}

function* findLinks(
  article: Article,
  entities: readonly Entity[],
  sentences: readonly SentenceProfile[],
): Generator<undefined, Map<string, Set<number>>> {
  const links = new Map<string, Set<number>>();
  for (const { name, aliases, mentions } of entities) {
    const keys = new Set([name, ...aliases].flatMap((form) => findKeys(form)));
    const spokenOf = new Set(mentions.map((mention) => sentenceAt(article, mention.start)));
    for (const key of keys) {
      for (const index of spokenOf) {
        if (sentences[index]?.places.has(key) !== false) continue;
        const linked = links.get(key);
        if (linked === undefined) links.set(key, new Set([index]));
        else linked.add(index);
      }
    }
    yield;
  }
  return links;
}

/** The sentence that an offset stands in or, between two, the one before. */
function sentenceAt({ sentences }: Article, offset: number): number {
  let low = 0;
  let high = sentences.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sentences[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function post(postings: Map<string, number[]>, key: string, index: number): void {
  const list = postings.get(key);
  if (list === undefined) postings.set(key, [index]);
  else if (list[list.length - 1] !== index) list.push(index);
}

function profileSentence(annotation: Annotation, sentence: Sentence): SentenceProfile {
  const { first, end } = annotation.sentenceTokens[sentence.index] ?? { first: 0, end: 0 };
  const tokens = annotation.tokens.slice(first, end);
  const text = annotation.article.text;
  const places = new Map<string, number>();
  const keys = tokens.map((token, place) => {
    const { parts, whole } = findWordKeys(text.slice(token.start, token.end));
    const all = whole === null ? parts : [...parts, whole];
    for (const key of all) if (!places.has(key)) places.set(key, place);
    return all;
  });
  for (const [key, place] of findInitials(text, tokens)) if (!places.has(key)) places.set(key, place);
  let count = 0;
  const contentRanks = Int32Array.from(keys, (own) => {
    if (own.length > 0) count += 1;
    return count;
  });
  return { sentence, tokens, keys, places, contentRanks, stemPlaces: placeStems(tokens) };
}

function placeStems(tokens: readonly Token[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  tokens.forEach(({ stem }, place) => {
    const own = places.get(stem);
    if (own === undefined) places.set(stem, [place]);
    else own.push(place);
  });
  return places;
}

/** Small words inside names ("Bank of England"). */
const INSIDE_NAMES = new Set(['of', 'for', 'to', 'the', 'and', 'in', 'on', '&']);

/** The initials of the capitalised names of a sentence, so that "UN" finds "United Nations"; small words inside a name with and without theirs. */
function* findInitials(text: string, tokens: readonly Token[]): Generator<[string, number]> {
  const isCapital = (token: Token): boolean =>
    /^\p{Lu}\p{Ll}/u.test(text.slice(token.start, token.start + 2));
  for (let first = 0; first < tokens.length; first += 1) {
    const opening = tokens[first];
    if (opening === undefined || INSIDE_NAMES.has(opening.norm) || !isCapital(opening)) continue;
    let end = first;
    for (let i = first; i < tokens.length; i += 1) {
      const token = tokens[i];
      if (token === undefined) break;
      if (isCapital(token)) end = i + 1;
      else if (!INSIDE_NAMES.has(token.norm)) break;
    }
    const name = tokens.slice(first, end);
    const whole = initialsKey(name.map(({ norm }) => norm));
    const capitals = initialsKey(name.filter(isCapital).map(({ norm }) => norm));
    if (capitals !== null) yield [capitals, first];
    if (whole !== null && whole !== capitals) yield [whole, first];
    first = end;
  }
}

function contextOf(article: Article, sentence: Sentence): { first: number; end: number } {
  const paragraph = article.paragraphs[sentence.paragraph - 1];
  const first = paragraph?.firstSentence ?? sentence.index;
  const end = paragraph?.endSentence ?? sentence.index + 1;
  if (end - first >= FULL_PARAGRAPH) return { first, end };
  return {
    first: Math.max(0, Math.min(first, sentence.index - BORROWED)),
    end: Math.min(article.sentences.length, Math.max(end, sentence.index + 1 + BORROWED)),
  };
}
