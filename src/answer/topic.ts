import { type Article, textAt } from '../article/article.js';
import type { Span } from '../article/span.js';
import type { Analysis } from '../extract/analysis.js';
import { tokenize } from '../language/annotation.js';
import { findKeyedWords } from '../language/find-keyed-words.js';
import type { Corpus } from '../library/corpus.js';
import { doInSlices, inSlice } from '../scheduling/give-way.js';
import { type ComparedWord, findBestMatches } from '../search/match-word.js';
import { normsIn } from '../search/word-unit.js';
import { sentenceAt } from './excerpt.js';

/** How well a stretch of an article fits a topic. */
export interface TopicFit {
  /** Share of the topic's words that it has, 0 to 1, rare words counting more; nearby words count in part. */
  readonly coverage: number;
  /** Whether at least one of the words is in the stretch itself. */
  readonly isTouching: boolean;
}

/** A topic made ready for some articles. */
export interface Topic {
  /** Articles that share words with the topic, likeliest first. */
  readonly analyses: readonly Analysis[];
  /** How well a stretch of one of its articles fits; the words of the sentences it lies in count. */
  readonly measure: (article: Article, stretch: Span) => TopicFit;
  /** How many of the topic's words are in these words of an article. */
  readonly countIn: (article: Article, stretch: Span) => number;
}

/** Coverage from which a stretch is about the topic: one of two words, with the other one nearby. */
export const ABOUT_TOPIC = 0.6;
/** Coverage from which a stretch touches on the topic. */
export const TOUCHES_TOPIC = 0.3;

/** What a word is worth where it is: in the sentence, meant by a pronoun there, in the paragraph, in the title. */
const IN_SENTENCE = 1;
const MEANT_IN_SENTENCE = 0.9;
const IN_PARAGRAPH = 0.5;
const IN_TITLE = 0.4;

/** Passages asked of the index to find the articles a topic is spoken of in. */
const MOST_PASSAGES = 200;
/** Articles read closely for a topic: each takes some 20 ms the first time. */
export const MOST_ARTICLES = 100;

/** A topic's words, read by the language of each article, found in the articles of a scope, typos and beginnings forgiven if no word fits better. */
export async function findTopic(corpus: Corpus, text: string, articleId: string | undefined): Promise<Topic> {
  const scope = articleId === undefined ? {} : { articleId };
  const found = await inSlice(() => corpus.index.findPassages(text, { ...scope, limit: MOST_PASSAGES }));
  const articles = [...new Set(found.map(({ article }) => article))].slice(0, MOST_ARTICLES);
  const analyses = await corpus.readLikeliest(articles);
  const indexes = new Map<Article, WordIndex>();
  for (const analysis of analyses) {
    indexes.set(analysis.article, await doInSlices(indexWords(analysis)));
  }
  const topics = await doInSlices(weighTerms(text, indexes));
  const termsFor = ({ meta: { language } }: Article): TopicTerms => topics.get(language) ?? NO_TERMS;
  return {
    analyses,
    measure: (article, stretch) => {
      const index = indexes.get(article);
      const { terms, total } = termsFor(article);
      if (index === undefined || total === 0) return { coverage: 0, isTouching: false };
      const worths = terms.map((term) => measureTerm(term, index, article, stretch));
      const sum = worths.reduce((so, worth, i) => so + worth * (terms[i]?.weight ?? 0), 0);
      return { coverage: sum / total, isTouching: worths.some((worth) => worth >= MEANT_IN_SENTENCE) };
    },
    countIn: (article, stretch) => {
      const words = findKeyedWords(textAt(article, stretch), article.meta.language);
      const own = new Set([...normsIn(words)].map(({ norm }) => norm));
      return termsFor(article).terms.filter(({ norms }) => [...norms].some((norm) => own.has(norm))).length;
    },
  };
}

/** The words of a text that say what it is about, in the given language (BCP 47); all its words if every one is a stop word. */
export function contentWordsOf(text: string, language = 'en'): ComparedWord[] {
  const words = tokenize(text, language).filter((token) => token.isWord);
  const content = words.filter((token) => !token.isStop);
  return content.length > 0 ? content : words;
}

/** The same, read as what is looked for: numbers, units and abbreviations in whatever way they are written. */
function topicWordsOf(text: string, language: string): ComparedWord[] {
  const words = findKeyedWords(text, language);
  const content = words.filter(({ isStop }) => !isStop);
  const own = content.length > 0 ? content : words;
  return own.length > 0 ? own : contentWordsOf(text, language);
}

/** A topic's words in one language, and what they weigh together. */
interface TopicTerms {
  readonly terms: readonly Term[];
  readonly total: number;
}

const NO_TERMS: TopicTerms = { terms: [], total: 0 };

interface Term {
  /** Compared forms that count as the word. */
  readonly norms: ReadonlySet<string>;
  readonly weight: number;
}

/** Where an article's words are: sentence indexes by compared form. */
interface WordIndex {
  readonly words: ReadonlyMap<string, ComparedWord>;
  readonly sentences: ReadonlyMap<string, ReadonlySet<number>>;
  readonly meant: ReadonlyMap<string, ReadonlySet<number>>;
  readonly title: ReadonlySet<string>;
  readonly sentenceCount: number;
}

/** A step after each sentence and each entity. */
function* indexWords({ article, entities }: Analysis): Generator<undefined, WordIndex> {
  const words = new Map<string, ComparedWord>();
  const sentences = new Map<string, Set<number>>();
  const meant = new Map<string, Set<number>>();
  for (const sentence of article.sentences) {
    for (const word of normsIn(findKeyedWords(textAt(article, sentence), article.meta.language))) {
      words.set(word.norm, word);
      add(sentences, word.norm, sentence.index);
    }
    yield;
  }
  for (const entity of entities) {
    const norms = findKeyedWords(entity.name, article.meta.language).map((word) => word.norm);
    for (const mention of entity.mentions) {
      if (mention.kind === 'name' || mention.kind === 'part') continue;
      const sentence = sentenceAt(article, mention.start);
      if (sentence !== undefined) for (const norm of norms) add(meant, norm, sentence.index);
    }
    yield;
  }
  const titleWords = [...normsIn(findKeyedWords(article.meta.title, article.meta.language))];
  for (const word of titleWords) if (!words.has(word.norm)) words.set(word.norm, word);
  const title = new Set(titleWords.map((word) => word.norm));
  return { words, sentences, meant, title, sentenceCount: article.sentences.length };
}

function add(map: Map<string, Set<number>>, key: string, value: number): void {
  const set = map.get(key);
  if (set === undefined) map.set(key, new Set([value]));
  else set.add(value);
}

/** The terms of a topic for each language of the articles; a step after each, and after each article. */
function* weighTerms(
  text: string,
  indexes: ReadonlyMap<Article, WordIndex>,
): Generator<undefined, Map<string, TopicTerms>> {
  const byLanguage = new Map<string, TopicTerms>();
  for (const language of new Set([...indexes.keys()].map(({ meta }) => meta.language))) {
    const own = [...indexes].flatMap(([{ meta }, index]) => (meta.language === language ? [index] : []));
    const vocabulary = new Map<string, ComparedWord>();
    for (const { words } of own) {
      for (const [norm, word] of words) vocabulary.set(norm, word);
      yield;
    }
    const terms: Term[] = [];
    for (const word of topicWordsOf(text, language)) {
      terms.push(weighTerm(word, vocabulary, own));
      yield;
    }
    byLanguage.set(language, { terms, total: terms.reduce((sum, { weight }) => sum + weight, 0) });
  }
  return byLanguage;
}

function weighTerm(
  word: ComparedWord,
  vocabulary: ReadonlyMap<string, ComparedWord>,
  indexes: readonly WordIndex[],
): Term {
  const norms = new Set(findBestMatches(word, vocabulary.values()).map((match) => match.norm));
  let holding = 0;
  let count = 0;
  for (const index of indexes) {
    const places = new Set([...norms].flatMap((norm) => [...(index.sentences.get(norm) ?? [])]));
    holding += places.size;
    count += index.sentenceCount;
  }
  return { norms, weight: Math.log(2 + count / (holding + 1)) };
}

function measureTerm(term: Term, index: WordIndex, article: Article, stretch: Span): number {
  const first = sentenceAt(article, stretch.start);
  const last = sentenceAt(article, Math.max(stretch.start, stretch.end - 1));
  if (first === undefined || last === undefined) return 0;
  const isIn = (places: ReadonlyMap<string, ReadonlySet<number>>, from: number, to: number): boolean =>
    [...term.norms].some((norm) => {
      const sentences = places.get(norm);
      if (sentences === undefined) return false;
      for (let sentence = from; sentence <= to; sentence += 1) if (sentences.has(sentence)) return true;
      return false;
    });
  if (isIn(index.sentences, first.index, last.index)) return IN_SENTENCE;
  if (isIn(index.meant, first.index, last.index)) return MEANT_IN_SENTENCE;
  const paragraph = article.paragraphs[first.paragraph - 1];
  if (paragraph !== undefined && isIn(index.sentences, paragraph.firstSentence, paragraph.endSentence - 1)) {
    return IN_PARAGRAPH;
  }
  return [...term.norms].some((norm) => index.title.has(norm)) ? IN_TITLE : 0;
}
