import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { Article } from '../src/article/article.js';
import { createArticle } from '../src/article/create-article.js';
import type { Span } from '../src/article/span.js';

/** Something said in an article written for Footnote, as marked by hand. */
export interface WrittenQuotation {
  readonly kind: 'direct' | 'mixed' | 'indirect';
  /** Where it is, in order; never empty. */
  readonly content: readonly Span[];
  /** The mention beside it; '' if there is none. */
  readonly source: string;
  /** Who says it, in the marker's words: a full name, or a description of somebody who has none. */
  readonly speaker: string;
}

/** A person of such an article: all forms of the name, and the phrases that describe who it is. */
export interface WrittenPerson {
  readonly names: readonly string[];
  readonly descriptions: readonly string[];
}

/** An article written for Footnote with what is marked in it. */
export interface WrittenArticle {
  readonly article: Article;
  readonly quotations: readonly WrittenQuotation[];
  readonly people: readonly WrittenPerson[];
}

const lineSchema = z.object({
  id: z.string(),
  title: z.string(),
  paragraphs: z.array(z.string()),
  quotations: z.array(
    z.object({
      content: z.array(z.string()),
      source: z.string(),
      speaker: z.string(),
      kind: z.enum(['direct', 'mixed', 'indirect']),
    }),
  ),
  people: z.array(z.object({ names: z.array(z.string()), descriptions: z.array(z.string()) })),
});

/** Which articles: to tune on, to look at for progress, to judge by at the end. */
export type WrittenPart = 'train' | 'dev' | 'final';

/** Of each file every fifth article is kept back, by turns for progress and for the end. */
const KEPT_BACK = 5;

/** The file of articles in other languages, in which nobody is told to say anything. */
const OTHER_LANGUAGES = 'b3.jsonl';

/** A part of the English articles written for Footnote. Throws, naming the folder, if they are absent. */
export function readWritten(data: string, part: WrittenPart): WrittenArticle[] {
  const folder = path.join(data, 'written');
  if (!existsSync(folder)) {
    throw new Error(`${folder} does not exist: set EVAL_DATA to the folder that holds written/.`);
  }
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl') && name !== OTHER_LANGUAGES)
    .sort()
    .flatMap((name) =>
      readFileSync(path.join(folder, name), 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .flatMap((line, i) => (partOf(i) === part ? [readLine(line)] : [])),
    );
}

function partOf(index: number): WrittenPart {
  if (index % KEPT_BACK !== KEPT_BACK - 1) return 'train';
  return index % 2 === 0 ? 'dev' : 'final';
}

function readLine(line: string): WrittenArticle {
  const { id, title, paragraphs, quotations, people } = lineSchema.parse(JSON.parse(line));
  const meta = { title, url: null, author: null, publisher: null, published: null, language: 'en' };
  const article = createArticle({ id, meta, text: paragraphs.join('\n\n') });
  return {
    article,
    people,
    quotations: quotations.flatMap(({ content, ...rest }) => {
      const spans = locate(article.text, content);
      return spans.length === 0 ? [] : [{ ...rest, content: spans }];
    }),
  };
}

/** Where parts are one after the other, as near together as they do; empty if one of them is not there. */
export function locate(text: string, parts: readonly string[]): Span[] {
  const [first = '', ...rest] = parts;
  for (let from = text.indexOf(first); from !== -1; from = text.indexOf(first, from + 1)) {
    const spans: Span[] = [{ start: from, end: from + first.length }];
    for (const part of rest) {
      const start = text.indexOf(part, spans.at(-1)?.end ?? from);
      if (start !== -1) spans.push({ start, end: start + part.length });
    }
    if (spans.length === parts.length) return spans;
  }
  return [];
}
