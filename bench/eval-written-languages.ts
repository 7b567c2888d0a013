import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { createArticle } from '../src/article/create-article.js';
import { corpusBuilder } from '../src/library/build-corpus.js';
import { loadNameModel } from '../src/reading/load-name-model.js';
import { readInPlace } from '../src/reading/read-in-place.js';
import { rankByWords } from '../src/search/other-languages/rank-by-words.js';

const ARTICLES = z.array(
  z.object({
    id: z.string(),
    language: z.string(),
    title: z.string(),
    paragraphs: z.array(z.string()),
    questions: z.array(z.object({ q: z.string(), qlang: z.string(), sentences: z.array(z.string()) })),
    near_misses: z.array(z.object({ q: z.string(), qlang: z.string().optional() })),
  }),
);

/** Every fifth article is for judging alone: rules are made by looking at the others. */
const JUDGED_EVERY = 5;
/** Confidences from which a sentence might be shown as the answer. */
const THRESHOLDS = [0.4, 0.5, 0.6, 0.65, 0.72, 0.8];

interface Asked {
  readonly confidence: number;
  /** Whether the first sentence is right; null for a question that the article does not answer. */
  readonly isRight: boolean | null;
}

/**
 * `npm run eval -- languages --written FILE`: questions in the language of articles that were written for asking them, one article in JSON a
 * line; how often the first sentence is right and, for each confidence from which it might be shown, how many would be shown, how many rightly,
 * and how many questions that the article does not answer would be answered all the same.
 */
export async function evaluateWrittenLanguages(file: string): Promise<void> {
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  const articles = ARTICLES.parse(lines.map((line): unknown => JSON.parse(line)));
  for (const [name, own] of [
    ['looked at', articles.filter((_, i) => i % JUDGED_EVERY !== 0)],
    ['kept for judging', articles.filter((_, i) => i % JUDGED_EVERY === 0)],
  ] as const) {
    const asked: Asked[] = [];
    for (const article of own) asked.push(...(await askWritten(article)));
    print(name, asked);
  }
}

async function askWritten({
  id,
  language,
  title,
  paragraphs,
  questions,
  near_misses: misses,
}: z.infer<typeof ARTICLES>[number]): Promise<Asked[]> {
  const meta = { title, url: null, author: null, publisher: null, published: null, language };
  const article = createArticle({ id, text: paragraphs.join('\n\n'), meta });
  const build = corpusBuilder(readInPlace({ names: loadNameModel() }));
  const corpus = await build({ articles: [article], problems: [], loadedAt: new Date(0) });
  const analysis = await corpus.read(article);
  const ask = (question: string, expected: readonly string[] | null): Asked => {
    const { sentences, confidence } = rankByWords([analysis], question, language);
    const [best] = sentences;
    const shown = best === undefined ? '' : article.text.slice(best.sentence.start, best.sentence.end);
    const isRight = expected?.some((one) => shown !== '' && (shown.includes(one) || one.includes(shown)));
    return { confidence, isRight: isRight ?? null };
  };
  return [
    ...questions.filter(({ qlang }) => qlang === language).map(({ q, sentences }) => ask(q, sentences)),
    ...misses.filter(({ qlang = language }) => qlang === language).map(({ q }) => ask(q, null)),
  ];
}

function print(name: string, asked: readonly Asked[]): void {
  const answered = asked.filter(({ isRight }) => isRight !== null);
  const first = answered.filter(({ isRight }) => isRight === true).length;
  console.log(
    `${name}: ${first} of ${answered.length} right first; ${asked.length - answered.length} near misses`,
  );
  for (const from of THRESHOLDS) {
    const shown = asked.filter(({ confidence }) => confidence >= from);
    const count = (isRight: boolean | null): number => shown.filter((one) => one.isRight === isRight).length;
    console.log(
      `  from ${from}: shown ${count(true) + count(false)}, rightly ${count(true)}, false answers ${count(null)}`,
    );
  }
}
