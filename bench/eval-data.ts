import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import type { Article, Sentence } from '../src/article/article.js';
import { createArticle } from '../src/article/create-article.js';
import type { Block } from '../src/article/paragraphs.js';
import type { Span } from '../src/article/span.js';

/** The folder of the question sets. Throws if it is absent. */
export function questionFolder(): string {
  const folder = join(process.env.EVAL_DATA ?? join('..', 'shared', 'data'), 'qa');
  if (existsSync(folder)) return folder;
  throw new Error(
    `There are no question sets at ${folder}: name their folder in EVAL_DATA, or give files in SQuAD's format.`,
  );
}

/** A question with its gold answers in one article of a set. */
export interface EvalQuestion {
  readonly text: string;
  /** The paragraph (place in the article's list) that answers; null if only sentences are given. */
  readonly paragraph: number | null;
  /** Gold answers: their words, and where they are in the paragraph (or, without one, in the whole text). */
  readonly answers: readonly { readonly text: string; readonly start: number }[];
  /** Whether `answers` are whole evidence sentences. */
  readonly isEvidence: boolean;
}

/** An article of a set, as paragraphs. */
export interface EvalArticle {
  readonly id: string;
  readonly set: string;
  readonly paragraphs: readonly string[];
  readonly questions: readonly EvalQuestion[];
}

const squadSchema = z.object({
  data: z.array(
    z.object({
      title: z.string().optional(),
      paragraphs: z.array(
        z.object({
          context: z.string(),
          qas: z.array(
            z.object({
              question: z.string(),
              is_impossible: z.boolean().optional(),
              answers: z.array(z.object({ text: z.string(), answer_start: z.number() })),
            }),
          ),
        }),
      ),
    }),
  ),
});

/** Paragraphs to a made-up article if a set has one article of thousands of unrelated paragraphs. */
const MADE_UP_ARTICLE = 30;

/** A file in SQuAD's format. Questions without an answer are kept, with no answers. Throws if the file is of another form. */
export function readSquad(path: string): EvalArticle[] {
  const set = basename(path, '.json');
  const { data } = squadSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  const articles = data.flatMap(({ paragraphs }) => {
    const size = paragraphs.length > 300 ? MADE_UP_ARTICLE : paragraphs.length;
    return Array.from({ length: Math.ceil(paragraphs.length / size) }, (_, i) =>
      paragraphs.slice(i * size, (i + 1) * size),
    );
  });
  return articles.map((paragraphs, number) => ({
    id: `${set}-${number}`,
    set,
    paragraphs: paragraphs.map(({ context }) => context.replace(/\s+$/u, '').replace(/\n\s*\n/gu, '\n')),
    questions: paragraphs.flatMap(({ qas }, paragraph) =>
      qas.map(({ question, answers }) => ({
        text: question.trim(),
        paragraph,
        answers: answers.map(({ text, answer_start: start }) => ({ text: text.trim(), start })),
        isEvidence: false,
      })),
    ),
  }));
}

const selqaSchema = z.array(
  z.object({
    question: z.string(),
    article: z.string(),
    section: z.string(),
    answers: z.array(z.number()),
    candidates: z.array(z.string()),
  }),
);

/** SelQA: each question with the sentences of one section, one paragraph. */
export function readSelqa(path: string): EvalArticle[] {
  return selqaSchema.parse(JSON.parse(readFileSync(path, 'utf8'))).map((item, number) => {
    const text = item.candidates.join(' ');
    const starts: number[] = [];
    let at = 0;
    for (const sentence of item.candidates) {
      starts.push(at);
      at += sentence.length + 1;
    }
    const answers = item.answers.map((i) => ({ text: item.candidates[i] ?? '', start: starts[i] ?? 0 }));
    const question = { text: item.question, paragraph: null, answers, isEvidence: true };
    return { id: `selqa-${number}`, set: 'selqa', paragraphs: [text], questions: [question] };
  });
}

const multircSchema = z.array(
  z.object({
    doc: z.string(),
    question: z.string(),
    evidence: z.array(z.tuple([z.number(), z.string()])),
  }),
);

/** MultiRC's news: one sentence a line is one paragraph; the marks of its tokenised text are joined to their words. */
export function readMultirc(folder: string): EvalArticle[] {
  const items = multircSchema.parse(JSON.parse(readFileSync(`${folder}.json`, 'utf8')));
  return [...new Set(items.map(({ doc }) => doc))].map((doc) => {
    const lines = readFileSync(join(folder, doc), 'utf8').trim().split('\n').map(joinMarks);
    const starts: number[] = [];
    let at = 0;
    for (const line of lines) {
      starts.push(at);
      at += line.length + 2;
    }
    const questions = items
      .filter((item) => item.doc === doc)
      .map(({ question, evidence }) => ({
        text: joinMarks(question),
        paragraph: null,
        answers: evidence.map(([line]) => ({ text: lines[line] ?? '', start: starts[line] ?? 0 })),
        isEvidence: true,
      }));
    return { id: basename(doc, '.txt'), set: 'multirc-news', paragraphs: lines, questions };
  });
}

/** Tokenised text with the marks joined to their words again. */
export function joinMarks(line: string): string {
  return line
    .trim()
    .replace(/ ([,.;:?!%)]|'s\b|'|n't\b|'(?:re|ve|ll|d|m)\b)/gu, '$1')
    .replace(/([$(]) /gu, '$1')
    .replace(/`` ?/gu, '"')
    .replace(/ ?''/gu, '"')
    .replace(/ -- /gu, ' — ');
}

/** The article of a set as the bot reads it: its paragraphs with blank lines between, or some of them. */
export function toArticle(source: EvalArticle, keep: readonly number[] | null = null): EvalText {
  const numbers = keep ?? source.paragraphs.map((_, i) => i);
  const starts = new Map<number, number>();
  let text = '';
  for (const number of numbers) {
    if (text !== '') text += '\n\n';
    starts.set(number, text.length);
    text += source.paragraphs[number] ?? '';
  }
  const meta = {
    title: source.id,
    url: null,
    author: null,
    publisher: null,
    published: null,
    language: 'en',
  };
  return { article: createArticle({ id: source.id, meta, text }), starts, source };
}

/**
 * The same article set in short paragraphs, as news is: one, two or one sentence to each. Its text, and so every
 * offset, stays.
 */
export function splitArticle(read: EvalText): EvalText {
  const { id, meta, text, sentences } = read.article;
  const blocks: Block[] = [];
  for (let at = 0; at < sentences.length; ) {
    const last = sentences[Math.min(at + (blocks.length % 3 === 1 ? 1 : 0), sentences.length - 1)];
    const first = sentences[at];
    if (first === undefined || last === undefined) break;
    blocks.push({ start: first.start, end: last.end, kind: 'text' });
    at = last.index + 1;
  }
  return { ...read, article: createArticle({ id, meta, text, blocks }) };
}

/** An article of a set as read, with where each of its paragraphs begins. */
export interface EvalText {
  readonly article: Article;
  readonly starts: ReadonlyMap<number, number>;
  readonly source: EvalArticle;
}

/** The spans of a question's gold answers in the article's text; none if its paragraph is not there. */
export function goldSpans({ starts }: EvalText, question: EvalQuestion): Span[] {
  const offset = question.paragraph === null ? 0 : starts.get(question.paragraph);
  if (offset === undefined) return [];
  return question.answers.map(({ text, start }) => ({
    start: offset + start,
    end: offset + start + text.length,
  }));
}

/** Whether a sentence answers as the judges count it: it holds the words of a gold answer and is in the gold paragraph. */
export function isGold(read: EvalText, question: EvalQuestion, sentence: Sentence): boolean {
  if (question.isEvidence) {
    return goldSpans(read, question).some(
      (span) =>
        Math.min(span.end, sentence.end) - Math.max(span.start, sentence.start) >
        (sentence.end - sentence.start) / 2,
    );
  }
  const from = question.paragraph === null ? undefined : read.starts.get(question.paragraph);
  if (from === undefined || question.paragraph === null) return false;
  const length = read.source.paragraphs[question.paragraph]?.length ?? 0;
  if (sentence.start < from || sentence.end > from + length) return false;
  const words = read.article.text.slice(sentence.start, sentence.end);
  return question.answers.some(({ text }) => text !== '' && words.includes(text));
}
