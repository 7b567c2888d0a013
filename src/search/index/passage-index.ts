import { LRUCache } from 'lru-cache';
import { type Article, textAt } from '../../article/article.js';
import { firstWhere } from '../../article/binary-search.js';
import type { Span } from '../../article/span.js';
import { findKeysIn, languageLength } from '../../language/find-keyed-words.js';
import { languageOf } from '../../lexicon/language.js';
import { type IndexQuery, readIndexQuery, SHORTEST_BEGUN } from '../index-query.js';
import type { FindOptions, FoundAside, FoundPassage, SearchIndex } from '../search-index.js';
import { asidesOf } from './index-article.js';
import { FIELD_COUNT, type IndexSegment } from './index-segment.js';
import { PlaceRanker, type RankedPlace, type RankedQuery } from './rank-places.js';
import { findGone, type ServedSegment } from './served-segment.js';
import { ServedWords } from './served-words.js';

/** Passages found unless a limit is given: more than three pages of results. */
const DEFAULT_LIMIT = 20;

/** A title is about every passage, so it counts less than the passage's own words; a heading is about fewer of them. */
const FIELD_WEIGHTS = [1, 0.3, 0.6];

/** Recent questions whose passages are remembered: a question is asked of the index several times, and again by each button under its answer. */
const MOST_REMEMBERED = 200;

/** An index over segments. What it remembers of recent questions goes with it, as a reload makes another. */
export class PassageIndex implements SearchIndex {
  readonly segments: readonly ServedSegment[];
  readonly #words: ServedWords;
  readonly #languages: ReadonlySet<string>;
  /** Each article's segment and its number there. */
  readonly #places = new Map<string, { readonly part: number; readonly number: number }>();
  readonly #passages: PlaceRanker;
  readonly #asides: PlaceRanker;
  readonly #remembered = new LRUCache<string, readonly FoundPassage[]>({ max: MOST_REMEMBERED });

  constructor(segments: readonly ServedSegment[]) {
    this.segments = segments;
    this.#words = new ServedWords(segments);
    const languages = new Set<string>();
    for (const [part, { articles }] of segments.entries()) {
      for (const [number, article] of articles.entries()) {
        if (article === null) continue;
        this.#places.set(article.id, { part, number });
        languages.add(languageOf(article.meta.language).code);
      }
    }
    this.#languages = languages;
    this.#passages = new PlaceRanker(
      segments.map((served) => ({
        postings: served.segment.passages,
        lengths: served.segment.passageLengths,
        gone: findGone(served, served.segment.passageStarts),
      })),
      FIELD_COUNT,
    );
    this.#asides = new PlaceRanker(
      segments.map((served) => ({
        postings: served.segment.asides,
        lengths: served.segment.asideLengths,
        gone: findGone(served, served.segment.asideStarts),
      })),
      1,
    );
  }

  findPassages(
    words: string,
    { articleId, limit = DEFAULT_LIMIT }: FindOptions = {},
  ): readonly FoundPassage[] {
    const asked = JSON.stringify([words, articleId, limit]);
    const known = this.#remembered.get(asked);
    if (known !== undefined) return known;
    const found = this.#findPassages(this.#read(words), articleId, limit);
    this.#remembered.set(asked, found);
    return found;
  }

  #findPassages(query: IndexQuery, articleId: string | undefined, limit: number): readonly FoundPassage[] {
    const within = this.#within(articleId, ({ passageStarts }) => passageStarts);
    if (query.keys.length === 0 || within === null) return [];
    const ranked = this.#passages.rank({
      ...toRanked(query.keys),
      fieldWeights: FIELD_WEIGHTS,
      within,
      limit,
    });
    const inTwo = query.inTwo.flatMap(({ keys, pattern }) =>
      this.#passages
        .rank({
          keys,
          fieldWeights: UNWEIGHTED,
          isBegun: () => false,
          isForAll: true,
          within,
          limit: MOST_IN_TWO,
        })
        .filter((one) => pattern.test(this.#passageText(one))),
    );
    const found = new Map<string, FoundPassage>();
    for (const one of inTwo.length === 0 ? ranked : [...inTwo, ...ranked].sort((a, b) => b.score - a.score)) {
      const key = `${one.part}:${one.place}`;
      const passage = found.has(key) ? null : this.#passageAt(one);
      if (passage !== null) found.set(key, passage);
      if (found.size >= limit) break;
    }
    return [...found.values()];
  }

  findAsides(words: string, { articleId, limit = DEFAULT_LIMIT }: FindOptions = {}): readonly FoundAside[] {
    const { keys } = this.#read(words);
    const within = this.#within(articleId, ({ asideStarts }) => asideStarts);
    if (keys.length === 0 || within === null) return [];
    const ranked = this.#asides.rank({ ...toRanked(keys), fieldWeights: UNWEIGHTED, within, limit });
    const known = new Map<Article, readonly Span[]>();
    return ranked.flatMap(({ part, place, had, score }) => {
      const owner = this.#ownerOf(part, place, ({ asideStarts }) => asideStarts);
      if (owner === null) return [];
      const asides = known.get(owner.article) ?? asidesOf(owner.article);
      known.set(owner.article, asides);
      const aside = asides[owner.place];
      return aside === undefined ? [] : [{ article: owner.article, aside, had, score }];
    });
  }

  holds(words: string, language: string, { articleId }: Pick<FindOptions, 'articleId'> = {}): boolean {
    const within = this.#within(articleId, ({ passageStarts }) => passageStarts);
    return within !== null && this.#passages.has(findKeysIn(words, language), within);
  }

  knows(words: string, { articleId }: Pick<FindOptions, 'articleId'> = {}): boolean {
    const within = this.#within(articleId, ({ passageStarts }) => passageStarts);
    return within !== null && this.#passages.has(this.#read(words).keys, within);
  }

  #read(words: string): IndexQuery {
    return readIndexQuery(words, this.#languages, this.#words);
  }

  /** The places of one article; undefined for those of all, null for an article that is not there. */
  #within(
    articleId: string | undefined,
    startsOf: (segment: IndexSegment) => Uint32Array,
  ): RankedQuery['within'] | null {
    if (articleId === undefined) return undefined;
    const at = this.#places.get(articleId);
    const served = at && this.segments[at.part];
    if (at === undefined || served === undefined) return null;
    const starts = startsOf(served.segment);
    return { part: at.part, first: starts[at.number] ?? 0, end: starts[at.number + 1] ?? 0 };
  }

  #passageAt({ part, place, had, score }: RankedPlace): FoundPassage | null {
    const owner = this.#ownerOf(part, place, ({ passageStarts }) => passageStarts);
    const passage = owner?.article.passages[owner.place];
    return owner === null || passage === undefined ? null : { article: owner.article, passage, had, score };
  }

  #passageText(one: RankedPlace): string {
    const found = this.#passageAt(one);
    return found === null ? '' : textAt(found.article, found.passage);
  }

  /** The article that a place is of, and its number there. */
  #ownerOf(
    part: number,
    place: number,
    startsOf: (segment: IndexSegment) => Uint32Array,
  ): { readonly article: Article; readonly place: number } | null {
    const served = this.segments[part];
    if (served === undefined) return null;
    const starts = startsOf(served.segment);
    const owner = firstWhere(starts.length - 1, (at) => (starts[at] ?? 0) > place) - 1;
    const article = served.articles[owner];
    return article == null ? null : { article, place: place - (starts[owner] ?? 0) };
  }
}

const UNWEIGHTED = [1, 1, 1];

/** Passages with both halves of a word that are looked at for whether one is behind the other: each may mean to decode an article. */
const MOST_IN_TWO = 100;

function toRanked(keys: readonly string[]): Pick<RankedQuery, 'keys' | 'isBegun'> {
  return { keys, isBegun: (key) => key.length - languageLength(key) >= SHORTEST_BEGUN };
}
