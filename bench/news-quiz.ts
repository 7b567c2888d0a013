import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Article } from '../src/article/article.js';
import { readSource } from '../src/article/read-source.js';
import type { Span } from '../src/article/span.js';
import { assetPath } from '../src/files/assets.js';

const FOLDER = join('bench', 'news-quiz');

/** Half of the articles are there to learn from; the other half only judges, and nothing is ever fitted to it. */
export const SPLITS = ['dev', 'test'] as const;
export type Split = (typeof SPLITS)[number];

const quizSchema = z.strictObject({
  answered: z.array(
    z.strictObject({
      question: z.string().min(1),
      /** Each of them answers, word for word as the article has it. */
      sentences: z.array(z.string().min(1)).min(1),
      /** The fewest words that answer, each form in one of the sentences; none if the whole sentence does. */
      words: z.array(z.string().min(1)).default([]),
    }),
  ),
  unanswered: z.array(z.strictObject({ question: z.string().min(1), isNamed: z.boolean() })),
});

/** A question that the article answers. */
export interface QuizQuestion {
  readonly text: string;
  /** Where the sentences are that answer. */
  readonly gold: readonly Span[];
  readonly words: readonly string[];
}

/** A question that sounds as if the article answered it, and it does not. */
export interface NearMiss {
  readonly text: string;
  /** Whether it names somebody or something of the article. */
  readonly isNamed: boolean;
}

/** An article of the quiz and the questions put to it. */
export interface Quiz {
  readonly article: Article;
  readonly questions: readonly QuizQuestion[];
  readonly nearMisses: readonly NearMiss[];
}

/** The articles of one half of the news quiz with their questions, by name. Throws if a file is of another form, or a gold sentence is not in its article. */
export function readNewsQuiz(split: Split): Quiz[] {
  const folder = assetPath(join(FOLDER, split));
  const files = readdirSync(folder).filter((file) => file.endsWith('.md'));
  return files.toSorted().map((file) => {
    const parsed = readSource({ file, bytes: readFileSync(join(folder, file)) });
    if (!parsed.ok) throw new Error(`${FOLDER}/${split}/${file}: ${parsed.reason.message}`);
    const { article } = parsed;
    const path = join(folder, file.replace(/\.md$/u, '.json'));
    const { answered, unanswered } = quizSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
    return {
      article,
      questions: answered.map(({ question, sentences, words }) => ({
        text: question,
        gold: sentences.map((sentence) => place(article, sentence)),
        words,
      })),
      nearMisses: unanswered.map(({ question, isNamed }) => ({ text: question, isNamed })),
    };
  });
}

function place({ id, text }: Article, sentence: string): Span {
  const start = text.indexOf(sentence);
  if (start === -1) throw new Error(`${id}: the article does not have the sentence "${sentence}".`);
  return { start, end: start + sentence.length };
}
