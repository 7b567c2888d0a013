import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Article, type ArticleMeta, textAt } from '../src/article/article.js';
import { createArticle } from '../src/article/create-article.js';
import type { Span } from '../src/article/span.js';
import { findKeys } from '../src/language/word-keys.js';
import {
  type EvalArticle,
  goldSpans,
  isGold,
  questionFolder,
  readMultirc,
  readSquad,
  toArticle,
} from './eval-data.js';
import { readNewsQuiz, SPLITS } from './news-quiz.js';

/** What the articles have for a question: an answer; nothing, though they touch on it; or that it is left open. */
export type Asked = 'answered' | 'near-miss' | 'left-open';

/** A question put to one article, as a member would ask it. */
export interface AskCase {
  readonly article: Article;
  readonly text: string;
  /** The language that it is asked in, if that is known. */
  readonly language?: string;
  readonly asked: Asked;
  /** The sentences that answer, or that leave it open; empty for a near miss. */
  readonly gold: readonly Span[];
  /** The fewest words that answer, in each form; empty if the set has none. */
  readonly words: readonly string[];
}

/** Questions of one kind of text. */
export interface AskSet {
  readonly name: string;
  readonly cases: readonly AskCase[];
}

/** One half of the kept-back articles is there to choose by, the other for the closing figures alone. */
export type Half = 'dev' | 'final';

/** The sets that `npm run eval` knows, each read when it is asked for. */
export const ASK_SETS: Readonly<Record<string, (half: Half) => AskCase[]>> = {
  written: (half) => readWritten(WRITTEN_FILES, keptBack(half)),
  'news-quiz': readRealNews,
  multirc: () => readSets(readMultirc(join(questionFolder(), 'multirc-news'))),
  wiki: (half) => readWiki(half).flatMap((article) => readSquadCases(article, null)),
  'wiki-removed': (half) => readWiki(half).flatMap(readRemoved),
  own: () => readOwnQuiz(),
};

const WRITTEN_FILES = ['a1', 'a2', 'a3', 'a4', 'a5', 'a6', 'a7', 'a8', 'b1', 'b2', 'b4', 'b5'];

/** Every fifth article of a written file is kept back from training; of these every other is for the closing figures. */
const KEPT_EVERY = 5;
const KEPT_AT = 4;

const writtenSchema = z.object({
  id: z.string(),
  language: z.string().optional(),
  title: z.string(),
  paragraphs: z.array(z.string()),
  questions: z.array(
    z.object({
      q: z.string(),
      sentences: z.array(z.string()),
      answer: z.string().nullish(),
      style: z.string().nullish(),
      qlang: z.string().nullish(),
    }),
  ),
  near_misses: z.array(z.object({ q: z.string(), qlang: z.string().nullish() })),
  denied: z.array(z.object({ q: z.string(), sentences: z.array(z.string()), qlang: z.string().nullish() })),
});
export type WrittenArticle = z.infer<typeof writtenSchema>;

/** The written articles of a file of that folder. Throws if it is of another form. */
export function readWrittenFile(name: string): WrittenArticle[] {
  return readWrittenArticles(join(questionFolder(), '..', 'written', `${name}.jsonl`));
}

/** The articles of a file with an article in JSON a line. Throws if it is of another form. */
export function readWrittenArticles(path: string): WrittenArticle[] {
  return readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => writtenSchema.parse(JSON.parse(line)));
}

/** Whether the article at a place of its file is judged by in a half. */
function keptBack(half: Half): (index: number) => boolean {
  return (index) =>
    index % KEPT_EVERY === KEPT_AT && (Math.floor(index / KEPT_EVERY) % 2 === 0) === (half === 'dev');
}

/** The questions on written articles, of those at the places wanted in their files. */
export function readWritten(
  files: readonly string[],
  isWanted: (index: number) => boolean,
  language = 'en',
): AskCase[] {
  return files.flatMap((file) =>
    readWrittenFile(file)
      .filter((_, index) => isWanted(index))
      .flatMap((source) => writtenCases(source, source.language ?? language)),
  );
}

/** The questions on a written article in a language. */
export function writtenCases(source: WrittenArticle, language: string): AskCase[] {
  const text = source.paragraphs.join('\n\n');
  const article = createArticle({ id: source.id, text, meta: metaOf(source.title, language) });
  const goldOf = (sentences: readonly string[]): Span[] =>
    sentences.flatMap((sentence) => spansOf(text, sentence));
  return [
    ...source.questions.map(
      ({ q, sentences, answer, qlang }): AskCase => ({
        article,
        text: q,
        language: qlang ?? language,
        asked: 'answered',
        gold: goldOf(sentences),
        words: answer == null || answer === '' ? [] : [answer],
      }),
    ),
    ...source.near_misses.map(
      ({ q, qlang }): AskCase => ({
        article,
        text: q,
        language: qlang ?? language,
        asked: 'near-miss',
        gold: [],
        words: [],
      }),
    ),
    ...source.denied.map(
      ({ q, sentences, qlang }): AskCase => ({
        article,
        text: q,
        language: qlang ?? language,
        asked: 'left-open',
        gold: goldOf(sentences),
        words: [],
      }),
    ),
  ];
}

function spansOf(text: string, part: string): Span[] {
  const start = text.indexOf(part);
  return start === -1 ? [] : [{ start, end: start + part.length }];
}

function metaOf(title: string, language = 'en'): ArticleMeta {
  return { title, url: null, author: null, publisher: null, published: null, language };
}

const newsSchema = z.array(
  z.object({
    id: z.string(),
    question: z.string(),
    answer: z.string(),
    title: z.string(),
    text: z.string(),
  }),
);

/** Sentences looked at on either side of one that has the answer, for the question's words. */
const NEAR = 1;

/** Quiz questions of news outlets with the article that answers. Right is a sentence with the answer's words that shares another word with the question, itself or by the sentence beside it. */
function readRealNews(): AskCase[] {
  const path = join(questionFolder(), 'news-quiz-2023-2025.json');
  const items = newsSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  return items.flatMap(({ id, question, answer, title, text }): AskCase[] => {
    const article = createArticle({ id, text, meta: metaOf(title.replace(/ [|-] [^|-]+$/u, '')) });
    const wanted = new RegExp(`(?<![\\p{L}\\p{N}])${escapePattern(answer)}(?![\\p{L}\\p{N}])`, 'iu');
    const asked = new Set(findKeys(question).filter((key) => !findKeys(answer).includes(key)));
    const gold = article.sentences.filter(
      (sentence) =>
        wanted.test(textAt(article, sentence)) &&
        article.sentences
          .slice(Math.max(0, sentence.index - NEAR), sentence.index + NEAR + 1)
          .some((near) => findKeys(textAt(article, near)).some((key) => asked.has(key))),
    );
    if (gold.length === 0) return [];
    return [{ article, text: question, asked: 'answered', gold, words: [answer] }];
  });
}

function escapePattern(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
}

/** Wikipedia articles at the end of the set, which no training has seen. */
const WIKI_KEPT = 8;

function readWiki(half: Half): EvalArticle[] {
  const kept = readSquad(join(questionFolder(), 'squadshifts-wiki.json')).slice(-WIKI_KEPT);
  return kept.filter((_, i) => (i % 2 === 0) === (half === 'dev'));
}

function readSets(articles: readonly EvalArticle[]): AskCase[] {
  return articles.flatMap((article) => readSquadCases(article, null));
}

/** The questions of an article of a set; only those of paragraphs that are kept have gold. */
function readSquadCases(source: EvalArticle, keep: readonly number[] | null): AskCase[] {
  const made = toArticle(source, keep);
  // These sets have no titles.
  const article = { ...made.article, meta: metaOf('') };
  const read = { ...made, article };
  return source.questions.map((question): AskCase => {
    const gold = article.sentences.filter((sentence) => isGold(read, question, sentence));
    const isAnswered = question.answers.length > 0 && goldSpans(read, question).length > 0;
    return {
      article,
      text: question.text,
      asked: isAnswered ? 'answered' : 'near-miss',
      gold: isAnswered ? gold : [],
      words: isAnswered && !question.isEvidence ? question.answers.map(({ text }) => text) : [],
    };
  });
}

/** One question for each paragraph, put to the article without it. */
function readRemoved(source: EvalArticle): AskCase[] {
  return source.paragraphs.flatMap((_, paragraph) => {
    const question = source.questions.find((one) => one.paragraph === paragraph);
    if (question === undefined) return [];
    const others = source.paragraphs.map((_, i) => i).filter((i) => i !== paragraph);
    return readSquadCases({ ...source, id: `${source.id}-${paragraph}`, questions: [question] }, others);
  });
}

function readOwnQuiz(): AskCase[] {
  return SPLITS.flatMap(readNewsQuiz).flatMap(({ article, questions, nearMisses }) => [
    ...questions.map(({ text, gold, words }): AskCase => ({ article, text, asked: 'answered', gold, words })),
    ...nearMisses.map(
      ({ text }): AskCase => ({
        article,
        text,
        asked: 'near-miss',
        gold: [],
        words: [],
      }),
    ),
  ]);
}
